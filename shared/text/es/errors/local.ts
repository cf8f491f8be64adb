/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'La transmisión continúa sin esta fuente.';
/** A recording may be all there is. */
const IF_LIVE = 'Si estás en directo, la transmisión continúa.';
const TRY_OR_RESTART = 'Vuelve a intentarlo. Si vuelve a ocurrir, reinicia Upcast.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Permite Upcast en Seguridad de Windows > Protección antivirus y contra amenazas > Protección contra ransomware > Controlar el acceso a la carpeta, o elige otra carpeta en Configuración.`
    : `${IF_LIVE} Elige otra carpeta en Configuración.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Algo de lo que escribiste no es válido.'),
    action: 'Corrígelo y vuelve a intentarlo.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'Upcast no puede transmitir a esta dirección.'),
    action: 'Usa una dirección que empiece por rtmp:// o rtmps://, tal como la muestra tu servicio.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'Esta clave de transmisión no es válida.'),
    action: 'Vuelve a copiar la clave de tu servicio, sin espacios antes ni después.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'No se puede leer el archivo.'),
    action: {
      otherFile: 'Elige otro archivo.',
      ifThatFails: 'Si no sirve de nada, elige otro archivo.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Algo falló.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'No se puede mostrar esta imagen.'),
    doing: STREAM_CONTINUES,
    action: 'Elige otra imagen o vuelve a guardar esta como PNG o JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'No se puede leer esta LUT.',
    doing: 'El filtro no tiene efecto.',
    action: 'Elige otro archivo .cube.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'No se puede leer el archivo de la fuente.'),
    doing:
      'Los espectadores ven la última versión que Upcast pudo leer. Upcast volverá a mostrar el archivo en cuanto pueda leerlo.',
    action: 'Devuelve el archivo a donde estaba o elige otro.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'No se puede mostrar esta página.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Los espectadores ven el último fotograma de la página.'
          : 'Los espectadores ven el último fotograma de la página. Upcast la recargará automáticamente.',
    }),
    action: {
      reload: 'Recarga la página o cambia su dirección.',
      address: 'Comprueba la dirección de la página.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'No se encontró FFmpeg.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Después, vuelve a intentarlo.'
        : 'Instala FFmpeg y vuelve a intentarlo.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'El codificador no se inició.',
    action: 'Elige otro codificador o una resolución menor en Configuración.',
  }),
  'encoder/exited': () => ({
    title: 'El codificador se detuvo.',
    action: 'Si vuelve a ocurrir, elige otro codificador en Configuración.',
  }),
  'encoder/stalled': () => ({
    title: 'El codificador dejó de responder.',
    action: 'Elige una resolución menor o un preajuste de CPU más rápido en Configuración.',
  }),
  'encoder/bad-output': () => ({
    title: 'El codificador produjo datos no válidos.',
    action: 'Elige otro codificador en Configuración.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'Este codificador no funciona en este equipo.',
    action:
      reason(details) === undefined
        ? 'Pon el codificador en Automático en Configuración.'
        : 'Después, vuelve a elegir el codificador en Configuración.',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast omitió algunos datos dañados de la transmisión.',
    action: 'Si sigue ocurriendo, finaliza la transmisión y vuelve a transmitir.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'No se pudo guardar la grabación.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'El disco está lleno.',
    action: `Todo lo grabado hasta ahora está guardado. ${IF_LIVE} Libera espacio y vuelve a grabar.`,
  }),
  'report/gone': () => ({
    title: 'Este informe ya no existe.',
    action: 'Cierra esta lista y vuelve a abrirla.',
  }),
  'report/unreadable': () => ({
    title: 'No se pudo leer este informe.',
    action: 'Los demás informes no se ven afectados. Elimina este si no lo necesitas.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'El archivo de configuración está dañado.'),
    action: 'Si falta algo, vuelve a configurarlo.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'Una versión más reciente de Upcast guardó tu configuración.',
    action: {
      openNewer: 'Upcast no modificó tu configuración. Abre la versión más reciente para usarla o cambiarla.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'No se pudo guardar tu configuración.'),
    action:
      reason(details) === undefined
        ? 'Los datos guardados antes no han cambiado. Comprueba si el disco está lleno o es de solo lectura.'
        : 'Los datos guardados antes no han cambiado.',
  }),
  'settings/no-keychain': () => ({
    title: 'Upcast no puede acceder al llavero del sistema.',
    action:
      'Upcast conserva las claves de transmisión solo hasta que salgas. Para guardarlas, desbloquea el llavero. En Linux, puede que antes tengas que instalar uno, como GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'No se pueden abrir tus claves de transmisión guardadas.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Desbloquea el llavero y reinicia Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'Este destino no tiene clave de transmisión.',
    action: 'Edita el destino y pega la clave que muestra tu servicio.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'El servidor o su configuración de certificados han cambiado, así que Upcast no reutilizará la clave guardada.',
    ),
    action: 'Para continuar de todos modos, vuelve a escribir la clave de transmisión y la contraseña.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'La frase de contraseña es incorrecta.',
    action: 'Vuelve a intentarlo.',
  }),
  'remote/unauthorized': () => ({
    title: 'Una aplicación de control remoto usó un token incorrecto.',
    action: 'Vuelve a copiar el token desde Configuración.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast bloqueó una solicitud de control remoto.'),
    action: 'Conéctate desde una aplicación de este equipo, no desde una página web.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'Una aplicación de control remoto pidió algo que no existe.'),
    action: 'Consulta las solicitudes disponibles en la página Remote control de la Guía de Upcast.',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'Una aplicación de control remoto envió más de lo que Upcast acepta.'),
    action: 'Envía menos o cierra las conexiones que no uses y vuelve a intentarlo.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Upcast no puede hacer eso ahora.'),
    action: {
      listed: 'Corrige lo que aparece encima de Transmitir y vuelve a intentarlo.',
      ifWrong: 'Si no es así, vuelve a intentarlo en un momento.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast no puede hacer este cambio.'),
    action: {
      check: 'Revisa tus escenas y fuentes y vuelve a intentarlo.',
      unchanged: 'No cambió nada.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Otra aplicación usa este puerto.'),
    action: 'Desactiva el control remoto, elige otro puerto y vuelve a activarlo.',
  }),
  'internal/engine-silent': () => ({
    title: 'El motor de transmisión no responde.',
    action: 'Finaliza la transmisión y vuelve a transmitir. Si no sirve de nada, reinicia Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'El motor de transmisión se detiene una y otra vez.',
          action: 'Transmite para iniciarlo de nuevo. Si se detiene otra vez, reinicia Upcast.',
        }
      : {
          title: 'El motor de transmisión se detuvo de forma inesperada.',
          doing:
            'Upcast lo reinició. Si estabas en directo o grabando, la transmisión y la grabación vuelven a empezar ahora.',
          action: 'Si vuelve a ocurrir, guarda el diagnóstico desde el menú Ayuda.',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Cancelado.',
    action: 'Vuelve a intentarlo cuando quieras.',
  }),
  'internal/bug': (details) => ({
    title: `Algo falló en Upcast. ${message(details, '')}`.trim(),
    doing: 'La transmisión no se ve afectada.',
    action: TRY_OR_RESTART,
  }),
};
