/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { endSentence } from '../end-sentence.ts';
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
  return whatHappened(event, 'o destino').replace(/^o /, 'O ');
}

/** A rehearsal starts and ends; for all else its destination is the local test server. */
function rehearsed(event: BroadcastEvent): string {
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'O ensaio foi retomado.' : 'O ensaio começou.';
  if (event.code === 'destinationEnded') return 'O ensaio terminou.';
  return whatHappened(event, 'o servidor de teste local').replace(/^o /, 'O ');
}

/** The name never stands after “a”, “de” or “em”, which would join with “o”. */
function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Iniciando a transmissão.'
        : `Iniciando a transmissão para ${format.number(event.details.destinations)} destinos.`;
    case 'broadcastEnded':
      return {
        ended: 'A transmissão terminou.',
        neverLive: 'A transmissão terminou antes de entrar ao vivo.',
        lost: 'A transmissão terminou: todos os destinos falharam.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Conectando com ${name} (tentativa ${format.number(event.details.attempt)}).`
        : `Conectando com ${name}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Conectando ao servidor reserva para ${name} enquanto a transmissão continua.`
        : `Abrindo uma nova conexão com ${name} enquanto a transmissão continua.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `${name} passou a usar ${moveTarget(event.details)} sem interrupção.`;
    case 'destinationLost':
      return `A conexão com ${name} caiu.`;
    case 'destinationReconnecting':
      return reconnecting(name, event.details);
    case 'serverRefused':
      return event.details.isBackup
        ? `Não é possível usar o servidor reserva para ${name}. Mudando para o principal.`
        : `Não é possível usar o servidor principal para ${name}. Mudando para o reserva.`;
    case 'moveFailed':
      return `Não foi possível abrir uma nova conexão com ${name}. A atual continua em uso.`;
    case 'destinationFailed':
      return `A transmissão para ${name} falhou. O Upcast não vai tentar de novo.`;
    case 'destinationEnded':
      return `A transmissão para ${name} terminou.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `${name} tentou redirecionar a transmissão. A conexão atual continua em uso.`;
    case 'codecUnconfirmed':
      return `${name} não confirmou que aceita ${event.details.codec}. Verifique se o vídeo aparece no seu canal. Se não aparecer, use H.264, que funciona em todo lugar.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `A taxa de bits do vídeo caiu para ${format.number(event.details.videoKbps)} kbps: a rede não dava conta.`
        : `A taxa de bits do vídeo subiu para ${format.number(event.details.videoKbps)} kbps: a rede se recuperou.`;
    case 'encoderStarted':
      return `O codificador ${event.details.encoder} iniciou com ${format.number(event.details.videoKbps)} kbps.`;
    case 'encoderSlowStart':
      return 'Aguardando o FFmpeg iniciar. O antivírus pode estar verificando o programa.';
    case 'encoderRestarted':
      return 'O codificador falhou, e o Upcast o reiniciou.';
    case 'encoderStalled':
      return `O codificador não produziu quadros por ${format.seconds(event.details.seconds * 1000)}. O Upcast o reiniciou.`;
    case 'encoderChangeFailed':
      return 'Não foi possível aplicar as novas configurações do codificador. As anteriores continuam em uso.';
    case 'encoderFailed':
      return `O codificador parou e o Upcast não conseguiu reiniciá-lo. ${whatEnds(event.details)} Escolha outro codificador em Configurações.`;
    case 'recordingStarted':
      return `Gravando em ${event.details.file}.`;
    case 'recordingSplit':
      return `O disco não aceita um arquivo maior. A gravação continua em ${event.details.file}.`;
    case 'recordingEnded':
      return `Gravação salva: ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'Não foi possível iniciar a gravação.';
    case 'recordingFailed':
      return 'A gravação parou.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `A faixa ${event.details.track} parou de ser gravada. As outras faixas continuam.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'Não foi possível reproduzir o arquivo de mídia com as novas configurações. As anteriores continuam em uso.';
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
    ? 'O mecanismo de transmissão parou inesperadamente, o que interrompeu a transmissão. O Upcast reiniciou o mecanismo.'
    : 'O mecanismo de transmissão para repetidamente, por isso a transmissão terminou. O Upcast o iniciará de novo quando você transmitir.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' no servidor reserva' : '';
  return `${name} está${isReturn ? ' de novo' : ''} ao vivo${backup}${host === undefined ? '' : ` (redirecionamento para ${host})`}.`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'o servidor reserva';
  return host === undefined ? 'uma nova conexão' : `${host} (redirecionamento)`;
}

function reconnecting(name: string, { delayMs, attempt }: { delayMs: number; attempt: number }): string {
  const when = delayMs < 500 ? 'agora' : `em ${format.seconds(delayMs)}`;
  return `Reconectando com ${name} ${when} (tentativa ${format.number(attempt)}).`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `${name} disse “${words}” mais ${times === 1 ? 'uma vez' : `${format.number(times)} vezes`}.`;
  return times === 1
    ? endSentence(`${name} disse: “${words}”`)
    : endSentence(`${name} enviou mais ${format.number(times)} mensagens. A última foi: “${words}”`);
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'A transmissão e a gravação terminaram.';
  return isOnAir ? 'A transmissão terminou.' : 'A gravação terminou.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`${format.number(lagMs)} ms de atraso`] : []),
    ...(skippedFrames > 0
      ? [
          format.count(skippedFrames, {
            one: 'quadro ignorado',
            many: 'de quadros ignorados',
            other: 'quadros ignorados',
          }),
        ]
      : []),
  ];
  return facts.length === 0
    ? 'Codificação sobrecarregada.'
    : `Codificação sobrecarregada: ${facts.join(', ')}.`;
}
