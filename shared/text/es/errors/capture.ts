/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Instala pulseaudio-utils, que también funciona con PipeWire. Después, Upcast capturará la aplicación automáticamente.';
    case 'applicationAudioElsewhere':
      return 'Quita el canal, o dirige el audio de la aplicación a un micrófono virtual y añádelo.';
    default:
      return 'Upcast sigue intentándolo. Si el audio no vuelve, reinicia PulseAudio o PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'La transmisión continúa sin esta fuente.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'El canal' : 'La transmisión';
  return `${what} no tiene sonido${until === '' ? '' : ` ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Activa Upcast en Ajustes del Sistema > Privacidad y seguridad > Grabación de pantalla y audio del sistema. Después, reinicia Upcast.';
  const page = kind === 'microphone' ? 'Micrófono' : 'Cámara';
  if (system === 'mac')
    return `Activa Upcast en Ajustes del Sistema > Privacidad y seguridad > ${page} y vuelve a elegir la fuente.`;
  if (system === 'windows')
    return `Activa el acceso de las aplicaciones de escritorio en Configuración > Privacidad y seguridad > ${page} y vuelve a elegir la fuente.`;
  return 'Permite el acceso en los ajustes de privacidad del sistema y vuelve a elegir la fuente.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'No se encontró ninguna cámara.',
          doing: 'Upcast muestra una cámara en cuanto la conectas.',
          action: 'Conecta una cámara o elige una pantalla, una ventana o el patrón de prueba.',
        }
      : {
          title: message(details, 'La cámara seleccionada no está conectada.'),
          ...(isOneOfSeveral(details)
            ? {
                doing:
                  'Upcast no usa ninguna de estas cámaras, así que los espectadores nunca ven la equivocada.',
                action: 'Elige una de estas cámaras en Fuentes.',
              }
            : {
                doing: 'Upcast usará la cámara en cuanto esté conectada.',
                action: 'Conecta la cámara o elige otra en Fuentes.',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'No se encontró ningún micrófono.',
          doing: silent(details),
          action: 'Conecta un micrófono o elige Sin audio.',
        }
      : {
          title: message(details, 'El micrófono seleccionado no está conectado.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Elige uno de estos micrófonos en Audio.' }
            : {
                doing: silent(details, 'hasta que conectes el micrófono'),
                action: 'Conecta el micrófono o elige otro en Audio.',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'No hay ninguna pantalla o ventana que capturar.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Vuelve a intentarlo en un momento. Si no sirve de nada, reinicia Upcast.' }
      : {
          doing: 'Upcast volverá a capturar la pantalla o ventana cuando reaparezca.',
          action: 'Elige otra pantalla o ventana en Fuentes.',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'La ventana se cerró.'),
    doing:
      'Los espectadores ven el último fotograma de la ventana. Upcast vuelve a capturarla cuando se abra con el mismo título.',
    action: 'Vuelve a abrir la ventana o elige otra en Fuentes.',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Upcast no sabe qué ventana capturar.'),
    doing: 'Upcast no muestra ninguna ventana, así que los espectadores nunca ven la equivocada.',
    action: 'Vuelve a elegir la ventana o pantalla en Fuentes.',
  }),
  'capture/permission-denied': (details) => ({
    title: message(
      details,
      'Upcast no tiene permiso para usar la cámara o el micrófono, o para capturar la pantalla.',
    ),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'La fuente se desconectó.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'hasta que vuelva el micrófono')
        : 'Los espectadores ven el último fotograma de la fuente hasta que vuelva.',
    action: 'Vuelve a conectar la fuente o elige otra.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'El dispositivo está apagado.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'hasta que reactives el micrófono'),
          action: 'Reactiva el micrófono con su propio botón, en el teclado o en los ajustes del sistema.',
        }
      : {
          doing: 'Los espectadores no ven vídeo nuevo de la cámara.',
          action:
            'Abre la tapa de la cámara, o enciende la cámara con su tecla en el teclado o en los ajustes del sistema.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} Upcast se está reconectando con el servicio de audio.`,
    action:
      'Si el audio no vuelve en 10 segundos, vuelve a conectar el micrófono o reinicia PulseAudio o PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'No se puede capturar el audio del escritorio.'),
    doing: 'El canal no tiene sonido.',
    action: 'Quita el canal, o dirige el audio a un micrófono virtual y añádelo.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'No se puede capturar el audio de una sola aplicación.'),
    doing: 'El canal no tiene sonido.',
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'No se puede reproducir audio en el dispositivo de monitorización.'),
    doing: 'No oyes nada. La transmisión no se ve afectada.',
    action: 'Conecta el dispositivo o elige otro en Audio del programa.',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'La monitorización está desactivada, porque el audio del escritorio podría capturar lo que oyes.'
        : 'La monitorización está desactivada, porque el audio del escritorio capturaría lo que oyes.',
    doing: 'No oyes nada. La transmisión no se ve afectada.',
    action:
      isUnknown === true
        ? 'Instala pulseaudio-utils para que Upcast sepa qué dispositivo captura el audio del escritorio, o quita el audio del escritorio.'
        : 'En Audio del programa, elige un dispositivo de monitorización distinto del predeterminado del sistema.',
  }),
  'capture/file-unreadable': () => ({
    title: 'No se puede reproducir el archivo multimedia.',
    action: 'Elige otro archivo u otra fuente.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'No se pudo iniciar la fuente.'),
    doing: STREAM_CONTINUES,
    action: 'Cierra otras aplicaciones que usen esta fuente y vuelve a elegirla.',
  }),
};
