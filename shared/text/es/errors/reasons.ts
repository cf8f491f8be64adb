/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import { endSentence } from '../../end-sentence.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'el disco está lleno'],
  ['readOnly', 'el disco es de solo lectura'],
  ['fault', 'el disco informó de un error'],
  ['notAllowed', 'Upcast no tiene permiso para escribir ahí'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return (
    diskCauses.get(disk) ?? (systemCode === undefined ? 'el disco informó de un error' : String(systemCode))
  );
}

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'Si escribes claves ahora, Upcast las conserva solo hasta que salgas.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'Ya hay una transmisión en marcha.',
  nothingLive: 'No estás en directo.',
  streamEnding: 'La transmisión está finalizando.',
  notWaiting: 'Este destino no está esperando para reconectarse.',
  notRetrying: 'Este destino no se está reconectando.',
  noBackupNow: 'Este destino no puede cambiar ahora a su servidor de respaldo.',
  destinationNotLive: 'Este destino no está en directo.',
  destinationUnknown: 'Este destino ya no existe.',
  sceneUnknown: 'Esta escena ya no existe.',
  sourceUnknown: 'Esta fuente ya no existe.',
  itemUnknown: 'Esta fuente ya no está en la escena.',
  canvasUnknown: 'Este lienzo ya no existe.',
  studioModeOff: 'El modo estudio está desactivado. Actívalo primero.',
  lastScene: 'No puedes quitar tu única escena. Añade otra primero.',
  sceneInItself: 'Una escena no puede contenerse a sí misma.',
  notAGroup: 'Esta fuente no es un grupo.',
  sourceWithoutVideo: 'Esta fuente no tiene vídeo.',
  tooManyScenes: (details) => `Has llegado al máximo de ${say(details, 'maximum')} escenas.`,
  tooManySources: (details) => `Has llegado al máximo de ${say(details, 'maximum')} fuentes.`,
  tooManyItems: (details) => `Esta escena ha llegado al máximo de ${say(details, 'maximum')} fuentes.`,
  filterUnknown: 'Este filtro ya no existe.',
  tooManyFilters: (details) => `Aquí has llegado al máximo de ${say(details, 'maximum')} filtros.`,
  filterMisplaced:
    'Los filtros de audio van en un canal del mezclador; los de vídeo, en una fuente o escena.',
  channelUnknown: 'Este canal ya no está en el mezclador.',
  channelThere: 'Esta fuente ya está en el mezclador.',
  sourceWithoutAudio: 'Esta fuente no tiene audio.',
  fileOnNetwork:
    'Upcast no puede abrir archivos de una ruta de red. Asigna la carpeta de red a una letra de unidad o copia el archivo a este equipo.',
  fileNotChosen: 'Upcast solo abre archivos que hayas elegido tú. Vuelve a elegir el archivo.',
  nothingToUndo: 'No hay nada que deshacer.',
  nothingToRedo: 'No hay nada que rehacer.',
  tooManyMedia: (details) =>
    `Has llegado al máximo de ${say(details, 'maximum')} fuentes multimedia abiertas. Detén una primero.`,
  noUpdate: 'No hay ninguna actualización que instalar.',
  updateWhileLive: 'Estás en directo o grabando. Actualiza cuando termines.',
  restartWhileLive: 'Estás en directo o grabando. Reinicia cuando termines.',
  noWindow: 'La ventana de Upcast se está cargando. Vuelve a intentarlo.',
  pageNotTyped: 'Upcast solo abre páginas cuya dirección hayas escrito tú. Vuelve a escribir la dirección.',
  alreadyRecording: 'Upcast ya está grabando.',
  notRecording: 'Upcast no está grabando.',
  recordingEnding: 'Upcast aún está guardando la última grabación.',
  recordingFolderFailed: (details) => `No se pudo crear la carpeta ${say(details, 'folder')}.`,
  diskFull: 'El disco está lleno.',
  diskTooSlow: 'El disco es demasiado lento para esta grabación.',
  folderMissing: 'La carpeta de grabación no existe.',
  folderProtected: 'Windows no permitió que Upcast escribiera en la carpeta de grabación.',
  folderReadOnly: 'Upcast no puede escribir en la carpeta de grabación.',
  fileNameTooLong: 'El nombre de la grabación es demasiado largo para este disco.',
  driveSilent: 'El disco de grabación no responde.',
  tooManyRecordings:
    'Hay demasiadas grabaciones con este nombre. Cambia el nombre del archivo en Configuración.',
  filesTooSmall:
    'Este disco no admite archivos tan grandes como los de una grabación. Elige una carpeta de otro disco.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'No se pudo guardar la grabación.'
      : `El sistema informó del error ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `El servidor no recibió nada durante ${say(details, 'seconds')} s.`,
  notAnswered: (details) => `El servidor no respondió durante ${say(details, 'seconds')} s.`,
  nothingTaken: (details) => `La conexión estuvo parada durante ${say(details, 'seconds')} s.`,
  serverAnswersOthers: 'La conexión se paró, pero el servidor sigue aceptando conexiones nuevas.',
  computerSlept: (details) => `Este equipo estuvo suspendido durante ${say(details, 'seconds')} s.`,
  addressLost: 'La dirección de red de este equipo cambió.',
  tooSlowForAudio: 'La conexión es demasiado lenta incluso para el audio.',
  publishTimeout: 'El servidor no aceptó la transmisión a tiempo.',
  closedHere: 'Upcast cerró la conexión.',
  gaveUp: 'Detuviste los reintentos.',
  testWhileLive: 'No se puede hacer la prueba durante una transmisión: la prueba le quitaría ancho de banda.',
  tooManyDestinations: (details) =>
    `Serían ${say(details, 'count')} destinos. El máximo es ${say(details, 'maximum')}. Elige menos.`,
  keyMissing: (details) => `${say(details, 'name')} necesita una clave de transmisión.`,
  keyOfOtherServer:
    'El servidor o su configuración de certificados han cambiado, así que Upcast no reutilizará la clave ni la contraseña guardadas.',
  keyReadByProxy:
    'La conexión con este servidor no está cifrada, así que el nuevo proxy podría leer la clave guardada.',
  relayFolderIsLink: (details) => `${say(details, 'file')} es un enlace, no una carpeta. Elige otra carpeta.`,
  relayFolderIsOpen:
    'En Windows, la carpeta del servidor intermedio debe estar en tu carpeta de usuario. En cualquier otro lugar, otros usuarios podrían leer las claves de transmisión. Elige otra carpeta.',
  relayFolderFailed: 'No se pudo crear la carpeta del servidor intermedio.',
  relayNotWritten: 'Guarda primero los archivos del servidor intermedio.',
  exportTooLarge: 'El archivo sería demasiado grande para importarlo. Exporta menos destinos.',
  fileNotOpen: 'El archivo ya no está abierto. Vuelve a elegirlo.',
  fileNotSaved: 'No se pudo guardar el archivo.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'La pantalla seleccionada no está conectada.'
      : `La pantalla «${say(details, 'label')}» no está conectada.`,
  noScreen: 'No hay ninguna pantalla que capturar.',
  screensUnlisted: 'No se pudo obtener la lista de pantallas.',
  windowGone: (details) => `La ventana «${say(details, 'label')}» no está abierta.`,
  windowsAlike: (details) =>
    `Hay ${say(details, 'count')} ventanas con el nombre «${say(details, 'label')}».`,
  windowUntitled:
    'La ventana que seleccionaste no tiene título, así que Upcast no puede volver a encontrarla.',
  captureTargetGone: 'La ventana o pantalla capturada ya no está.',
  captureAskedAnew: 'Tu escritorio pregunta qué pantalla o ventana compartir cada vez que se inicia Upcast.',
  applicationAudioElsewhere: 'Upcast puede capturar el audio de una sola aplicación únicamente en Linux.',
  soundToolsMissing:
    'Para capturar el audio de una sola aplicación hacen falta pactl y parec, que no están instalados.',
  soundServerSilent: 'No se puede conectar con PulseAudio o PipeWire.',
  portTaken: (details) => `Otra aplicación usa el puerto ${say(details, 'port')}.`,
  portUnusable: (details) =>
    `No se puede usar el puerto ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'No se encontró FFmpeg. Instala FFmpeg.',
  ffmpegBroken:
    'La copia de FFmpeg a la que apunta UPCAST_FFMPEG no se ejecuta. Corrige la ruta o quita UPCAST_FFMPEG para que Upcast busque FFmpeg por su cuenta.',
  fileIsFolder: 'Esto es una carpeta. Elige un archivo multimedia que esté en ella.',
  fileEmpty: 'El archivo está vacío.',
  fileUnnamed: 'No se ha elegido ningún archivo.',
  fileMissing: (details) => `${say(details, 'path')} no existe.`,
  fileNotAllowed: (details) => `No tienes permiso para leer ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `${say(details, 'path')} es un enlace a sí mismo.`,
  fileNotOpened: (details) => `No se pudo abrir ${say(details, 'path')}.`,
  fileNotRead: 'No se pudo leer el archivo.',
  fileNoMedia: 'El archivo no tiene vídeo ni audio.',
  fileNoVideo: 'El archivo no tiene vídeo.',
  fileIndexMissing: 'Falta el índice del archivo. Probablemente la grabación se cortó.',
  fileFormatRefused: 'Upcast no puede abrir archivos en este formato.',
  fileNotMedia: 'FFmpeg no encontró vídeo en el archivo.',
  fileCodecNotCarried: (details) =>
    `El vídeo del archivo es ${say(details, 'codec')}, que RTMP no admite. Convierte primero el archivo a H.264.`,
  fileCodecNeedsFfmpeg: (details) =>
    `El vídeo del archivo es ${say(details, 'codec')}, que necesita FFmpeg 6.1 o posterior. Tienes FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'No llegó ningún fotograma del archivo a tiempo.',
  fileNotPlain: (details) => `${say(details, 'path')} no es un archivo que Upcast pueda leer.`,
  fileTooLarge: (details) => `${say(details, 'path')} ocupa más de ${say(details, 'megabytes')} MB.`,
  fileSilent: 'El disco que contiene el archivo no responde.',
  ffmpegStopped: 'FFmpeg dejó de leer el archivo.',
  ffmpegSaid: (details) => endSentence(`FFmpeg no pudo leer el archivo: ${say(details, 'words')}`),
  ffmpegNotStarted: 'FFmpeg no se inició.',
  settingsAside: (details) =>
    `Tu archivo de configuración está dañado, así que Upcast se inició con la configuración predeterminada. Upcast conservó el archivo dañado como ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `${say(details, 'file')} está dañado y Upcast no pudo apartarlo. Upcast no guardará cambios hasta que cambies el nombre del archivo y reinicies Upcast.`,
  settingsUnread: (details) => `No se pudo leer la configuración guardada en ${say(details, 'file')}.`,
  settingsBusy: 'Otra copia de Upcast está guardando su configuración. Vuelve a intentarlo en un momento.',
  keysAside: (details) =>
    `El llavero no pudo abrir las claves de transmisión guardadas. Vuelve a escribirlas. Upcast conservó el archivo antiguo como ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `El llavero no pudo abrir las claves de transmisión guardadas y Upcast no pudo apartar ${say(details, 'file')}. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) =>
    `No se pudieron abrir las claves de transmisión guardadas en ${say(details, 'file')}.`,
  keysFileLocked: (details) =>
    `No se pudo leer ${say(details, 'file')}. Tus claves de transmisión siguen guardadas ahí.`,
  keychainRefused:
    'El llavero no pudo abrir las claves de transmisión guardadas. Las claves siguen guardadas.',
  keychainNotWritten:
    'El llavero no pudo cifrar las claves de transmisión, así que Upcast las conserva solo hasta que salgas.',
  addressSecretHeld: (details) =>
    `Upcast quitó una contraseña o un token del archivo de configuración. Estaba en la dirección del servidor de ${say(details, 'names')}. Sin llavero, Upcast lo conserva solo hasta que salgas. Después, vuelve a pegar la dirección completa.`,
  addressSecretInFile:
    'Una dirección de servidor contiene una contraseña o un token que Upcast no pudo cifrar. Sigue estando en el archivo de configuración.',
  notSaved: (details) => `No se pudo guardar ${say(details, 'file')}: ${diskCause(details)}.`,
  reportsNotChanged: (details) => `No se pudieron actualizar los informes guardados: ${diskCause(details)}.`,
  authorityNotPem:
    'La autoridad de certificación no está en formato PEM. Debe empezar por BEGIN CERTIFICATE y terminar por END CERTIFICATE.',
  authorityUnreadable:
    'No se pudo leer la autoridad de certificación. Puede que el certificado esté incompleto o dañado.',
  keyTooLong: (details) =>
    `La clave de transmisión es demasiado larga. El máximo es de ${say(details, 'maximumBytes')} bytes.`,
  addressTooLong: (details) =>
    `La dirección del servidor es demasiado larga. El máximo es de ${say(details, 'maximumBytes')} bytes.`,
  codecFixed: (details) =>
    `No se puede cambiar de ${say(details, 'from')} a ${say(details, 'to')} en directo. Finaliza primero la transmisión.`,
  imageUnknown: 'Este archivo no es una imagen que Upcast pueda mostrar.',
  imageDamaged: 'El archivo de imagen está dañado o incompleto.',
  imageTooLarge: (details) =>
    `La imagen es demasiado grande: ${say(details, 'width')} × ${say(details, 'height')} píxeles.`,
  imageTooManyFrames: (details) => `La animación tiene demasiados fotogramas: ${say(details, 'frames')}.`,
  imageTooComplex: 'La imagen SVG tarda demasiado en dibujarse.',
  pageAddressBad: 'La dirección de la página debe empezar por http:// o https://.',
  pageAddressMissing: 'La dirección de esta página no está guardada en este equipo. Vuelve a escribirla.',
  pageNotLoaded: (details) =>
    `No se puede cargar la página de ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `No se puede cargar la página de ${say(details, 'host')}: HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `La página de ${say(details, 'host')} se bloqueó.`,
  pageClosed: (details) => `La página de ${say(details, 'host')} se cerró por sí sola.`,
  pageHung: (details) => `La página de ${say(details, 'host')} dejó de responder, así que Upcast la cerró.`,
  pageMemory: (details) =>
    `La página de ${say(details, 'host')} usó más de ${say(details, 'megabytes')} MB de memoria, así que Upcast la cerró.`,
  pageFlood: (details) =>
    `La página de ${say(details, 'host')} mantenía a Upcast demasiado ocupado, así que Upcast la cerró.`,
  collectionTooLarge: 'Esta colección es demasiado grande para importarla.',
  collectionDamaged: 'La colección está dañada: su JSON está incompleto.',
  collectionForeign: 'Esto no es una colección que Upcast pueda importar.',
  collectionUnknown: 'Esta colección ya no existe.',
  collectionBusy:
    'Aún se está exportando o importando otra colección. Espera a que termine o cancela la operación.',
  collectionOpen: 'No puedes quitar la colección abierta. Cambia primero a otra.',
  collectionsFixed:
    'No puedes cambiar de colección cuando Upcast funciona sin ventana. Inicia Upcast con --collection FILE para usar otra.',
  tooManyCollections: (details) =>
    `Has llegado al máximo de ${say(details, 'maximum')} colecciones. Quita una primero.`,
  collectionFromBackup: (details) =>
    `La colección «${say(details, 'name')}» está dañada, así que Upcast abrió su copia de seguridad. Pueden faltar cambios recientes. Upcast conservó el archivo dañado como ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `Una colección está dañada y no tiene copia de seguridad. Upcast conservó el archivo dañado como ${say(details, 'file')}.`,
  collectionStuck: (details) => `No se pudo leer la colección de ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `Una versión más reciente de Upcast guardó la colección «${say(details, 'name')}». Actualiza Upcast para abrirla.`,
  importNewer: 'Una versión más reciente de Upcast guardó esta colección. Actualiza Upcast para importarla.',
  collectionUnfit: 'La colección está dañada.',
  exportFolderTaken: (details) => `«${say(details, 'folder')}» ya existe. Elige otro nombre.`,
  exportNotWritten: (details) => `No se pudo exportar la colección: ${diskCause(details)}.`,
  importNotCopied: (details) => `No se pudieron copiar los archivos de la colección: ${diskCause(details)}.`,
  collectionsNotChanged: (details) =>
    `No se pudieron cambiar las colecciones guardadas: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
