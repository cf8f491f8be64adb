/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { format } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    const sentences = [happened(event), error === undefined ? '' : cause(error)];
    return sentences.filter((sentence) => sentence !== '').join(' ');
  },
};

/** A destination without a name has a small letter inside a sentence, and a capital where one begins. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal === true) return rehearsed(event);
  const { destinationName } = event;
  if (destinationName !== undefined) return whatHappened(event, destinationName);
  return whatHappened(event, 'el destino').replace(/^el /, 'El ');
}

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function rehearsed(event: BroadcastEvent): string {
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'Se reanudó el ensayo.' : 'Empezó el ensayo.';
  if (event.code === 'destinationEnded') return 'Terminó el ensayo.';
  return whatHappened(event, 'el servidor de prueba local').replace(/^el /, 'El ');
}

/** The name never stands after “a” or “de”, which would join with “el”. */
function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Iniciando la transmisión.'
        : `Iniciando la transmisión a ${format.number(event.details.destinations)} destinos.`;
    case 'broadcastEnded':
      return {
        ended: 'La transmisión ha terminado.',
        neverLive: 'La transmisión terminó antes de estar en directo.',
        lost: 'La transmisión ha terminado: fallaron todos los destinos.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Conectando con ${name} (intento ${format.number(event.details.attempt)}).`
        : `Conectando con ${name}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Conectando con el servidor de respaldo para ${name} mientras la transmisión continúa.`
        : `Abriendo una conexión nueva con ${name} mientras la transmisión continúa.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name} pasó a usar ${moveTarget(event.details)} sin interrupciones.`;
    case 'destinationLost':
      return `Se perdió la conexión con ${name}.`;
    case 'destinationReconnecting':
      return reconnecting(name, event.details);
    case 'serverRefused':
      return event.details.isBackup
        ? `No se puede usar el servidor de respaldo para ${name}. Cambiando al principal.`
        : `No se puede usar el servidor principal para ${name}. Cambiando al de respaldo.`;
    case 'moveFailed':
      return `No se pudo abrir una conexión nueva con ${name}. Se mantiene la actual.`;
    case 'destinationFailed':
      return `Falló la transmisión para ${name}. Upcast no volverá a intentarlo.`;
    case 'destinationEnded':
      return `Terminó la transmisión para ${name}.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `${name} intentó redirigir la transmisión. Se mantiene la conexión actual.`;
    case 'codecUnconfirmed':
      return `${name} no confirmó que admita ${event.details.codec}. Comprueba que el vídeo aparezca en tu canal. Si no aparece, usa H.264, que funciona en todas partes.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `Se bajó la tasa de bits del vídeo a ${format.number(event.details.videoKbps)} kbps: la red no daba abasto.`
        : `Se subió la tasa de bits del vídeo a ${format.number(event.details.videoKbps)} kbps: la red se ha recuperado.`;
    case 'encoderStarted':
      return `El codificador ${event.details.encoder} se inició a ${format.number(event.details.videoKbps)} kbps.`;
    case 'encoderSlowStart':
      return 'Esperando a que FFmpeg se inicie. Es posible que el antivirus lo esté analizando.';
    case 'encoderRestarted':
      return 'El codificador falló y Upcast lo reinició.';
    case 'encoderStalled':
      return `El codificador no produjo fotogramas durante ${format.seconds(event.details.seconds * 1000)}. Upcast lo reinició.`;
    case 'encoderChangeFailed':
      return 'No se pudieron aplicar los nuevos ajustes del codificador. Se mantienen los anteriores.';
    case 'encoderFailed':
      return `El codificador se detuvo y Upcast no pudo reiniciarlo. ${whatEnds(event.details)} Elige otro codificador en Configuración.`;
    case 'recordingStarted':
      return `Grabando en ${event.details.file}.`;
    case 'recordingSplit':
      return `El disco no admite un archivo más grande. La grabación continúa en ${event.details.file}.`;
    case 'recordingEnded':
      return `Grabación guardada: ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'No se pudo iniciar la grabación.';
    case 'recordingFailed':
      return 'La grabación se detuvo.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `La pista ${event.details.track} dejó de grabarse. Las demás pistas continúan.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'No se pudo reproducir el archivo multimedia con los nuevos ajustes. Se reproduce con los anteriores.';
    case 'captureProblem':
      // The cause says it all.
      return '';
    case 'savedSentence': {
      const { text } = event.details;
      return event.destinationName === undefined || text.includes(event.destinationName)
        ? text
        : `${event.destinationName}: ${text}`;
    }
    default:
      return missingCase(event);
  }
}

/** Streams of older versions don't say whether the engine was started again: it was. */
function engineStopped({ isRestarted = true }: { readonly isRestarted?: boolean | undefined }): string {
  return isRestarted
    ? 'El motor de transmisión se detuvo de forma inesperada, lo que interrumpió la transmisión. Upcast reinició el motor.'
    : 'El motor de transmisión se detiene una y otra vez, así que la transmisión terminó. Upcast volverá a iniciarlo cuando transmitas.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' en su servidor de respaldo' : '';
  return `${name} está${isReturn ? ' de nuevo' : ''} en directo${backup}${host === undefined ? '' : ` (redirección a ${host})`}.`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'su servidor de respaldo';
  return host === undefined ? 'una conexión nueva' : `${host} (redirección)`;
}

function reconnecting(name: string, { delayMs, attempt }: { delayMs: number; attempt: number }): string {
  const count = `(intento ${format.number(attempt)})`;
  return delayMs < 500
    ? `Reconectando ahora con ${name} ${count}.`
    : `Reconexión con ${name} en ${format.seconds(delayMs)} ${count}.`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name} dijo «${words}» ${times === 1 ? 'otra vez' : `${format.number(times)} veces más`}.`;
  const quoted = `«${words.trimEnd().replace(/\.$/, '')}»`;
  return times === 1
    ? `${name} dijo: ${quoted}.`
    : `${name} envió ${format.number(times)} mensajes más. El último fue: ${quoted}.`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'La transmisión y la grabación han terminado.';
  return isOnAir ? 'La transmisión ha terminado.' : 'La grabación ha terminado.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} ms de retraso`] : []),
    ...(skippedFrames > 0
      ? [
          format.count(skippedFrames, {
            one: 'fotograma omitido',
            many: 'de fotogramas omitidos',
            other: 'fotogramas omitidos',
          }),
        ]
      : []),
  ];
  return facts.length === 0
    ? 'Codificación sobrecargada.'
    : `Codificación sobrecargada: ${facts.join(', ')}.`;
}
