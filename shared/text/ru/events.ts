/** The sentences of the event list, of `live`, and of the NDJSON of `--stats`: one an event, with the destination's name in it. */
import { missingCase } from '../../assert.ts';
import type { BroadcastEvent } from '../../broadcast/statistics.ts';
import { causeToTell } from '../event-cause.ts';
import { destinationsAccusative, format, forms, frames, quoted, skipped } from './format.ts';
import { cause } from './errors/causes.ts';
import { goLive } from './go-live.ts';
import { names } from './studio/names.ts';

export const events = {
  /** One or two sentences; the second says why. */
  sentence: (event: BroadcastEvent): string => {
    const error = causeToTell(event);
    const sentences = [happened(event), error === undefined ? '' : cause(error)];
    return sentences.filter((sentence) => sentence !== '').join(' ');
  },
};

/** @param name with a space before it, after `площадка` in any case; empty for a destination without a name. */
function happened(event: BroadcastEvent): string {
  if (event.isRehearsal === true) return rehearsed(event);
  const { destinationName } = event;
  return whatHappened(event, destinationName === undefined ? '' : ` «${destinationName}»`);
}

/** A rehearsal starts and ends, and its destination is the local test server. */
function rehearsed(event: BroadcastEvent): string {
  if (event.code === 'destinationLive')
    return event.details.isReturn ? 'Репетиция продолжается.' : 'Репетиция началась.';
  if (event.code === 'destinationEnded') return 'Репетиция завершена.';
  if (event.code === 'destinationLost') return 'Потеряно соединение с локальным тестовым сервером.';
  if (event.code === 'destinationConnecting') return 'Подключение к локальному тестовому серверу.';
  return whatHappened(event, ` «${event.destinationName ?? names.rehearsal}»`);
}

function whatHappened(event: BroadcastEvent, name: string): string {
  switch (event.code) {
    case 'broadcastStarted':
      return event.details.destinations === 1
        ? 'Трансляция запускается.'
        : `Трансляция запускается на ${format.count(event.details.destinations, destinationsAccusative)}.`;
    case 'broadcastEnded':
      return {
        ended: 'Трансляция завершена.',
        neverLive: 'Трансляция завершена, не выйдя в эфир.',
        lost: 'Трансляция завершена: на всех площадках сбой.',
      }[event.details.outcome];
    case 'engineStopped':
      return engineStopped(event.details);
    case 'destinationConnecting':
      return event.details.attempt > 1
        ? `Подключение к площадке${name} (попытка ${format.number(event.details.attempt)}).`
        : `Подключение к площадке${name}.`;
    case 'destinationMoving':
      return event.details.isBackup
        ? `Подключение к резервному серверу площадки${name}, трансляция продолжается.`
        : `Открывается новое соединение с площадкой${name}, трансляция продолжается.`;
    case 'destinationLive':
      return isLive(name, event.details);
    case 'destinationMoved':
      return `Трансляция на площадку${name} без перерыва перешла на ${moveTarget(event.details)}.`;
    case 'destinationLost':
      return `Потеряно соединение с площадкой${name}.`;
    case 'destinationReconnecting':
      return `Переподключение к площадке${name}${soon(event.details.delayMs)} (попытка ${format.number(event.details.attempt)}).`;
    case 'serverRefused':
      return event.details.isBackup
        ? `Резервный сервер площадки${name} недоступен. Переход на основной.`
        : `Основной сервер площадки${name} недоступен. Переход на резервный.`;
    case 'moveFailed':
      return `Не удалось открыть новое соединение с площадкой${name}. Остаётся текущее.`;
    case 'destinationFailed':
      return `Сбой трансляции на площадку${name}. Upcast больше не будет подключаться.`;
    case 'destinationEnded':
      return `Трансляция на площадку${name} завершена.`;
    case 'serverSaid':
      return serverSaid(name, event.details);
    case 'moveRefused':
      return `Сервер площадки${name} пытался перенаправить трансляцию. Остаётся текущее соединение.`;
    case 'codecUnconfirmed':
      return `Сервер площадки${name} не подтвердил поддержку ${event.details.codec}. Проверьте, появилось ли видео на канале. Если нет, используйте H.264: он работает везде.`;
    case 'bitrateChanged':
      return event.details.isDown
        ? `Битрейт видео снижен до ${format.number(event.details.videoKbps)} kbps: сеть не справлялась.`
        : `Битрейт видео поднят до ${format.number(event.details.videoKbps)} kbps: сеть восстановилась.`;
    case 'encoderStarted':
      return `Кодировщик ${event.details.encoder} запущен с битрейтом ${format.number(event.details.videoKbps)} kbps.`;
    case 'encoderSlowStart':
      return 'Ожидание запуска FFmpeg. Возможно, его проверяет антивирус.';
    case 'encoderRestarted':
      return 'В кодировщике произошёл сбой. Upcast перезапустил его.';
    case 'encoderStalled':
      return `Кодировщик не выдавал кадров ${format.seconds(event.details.seconds * 1000)}. Upcast перезапустил его.`;
    case 'encoderChangeFailed':
      return 'Не удалось применить новые настройки кодировщика. Остаются прежние.';
    case 'encoderFailed':
      return `Кодировщик остановился, и перезапустить его не удалось. ${whatEnds(event.details)} Выберите другой кодировщик в настройках.`;
    case 'recordingStarted':
      return `Идёт запись в файл ${event.details.file}.`;
    case 'recordingSplit':
      return `Диск не поддерживает файлы большего размера. Запись продолжается в файле ${event.details.file}.`;
    case 'recordingEnded':
      return `Запись сохранена: ${event.details.file}.`;
    case 'recordingNotStarted':
      return 'Не удалось начать запись.';
    case 'recordingFailed':
      return 'Запись остановилась.';
    case 'recordingSpaceLow':
      return goLive.diskFullIn(event.details.secondsLeft);
    case 'recordingTrackLost':
      return `Дорожка ${event.details.track} больше не записывается. Остальные записываются дальше.`;
    case 'encodingOverloaded':
      return overloaded(event.details);
    case 'fileFormatKept':
      return 'Не удалось воспроизвести медиафайл с новыми настройками. Воспроизведение идёт с прежними.';
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
    ? 'Движок трансляции неожиданно остановился, и трансляция прервалась. Upcast перезапустил движок.'
    : 'Движок трансляции постоянно останавливается, и трансляция завершилась. Upcast запустит движок снова при выходе в эфир.';
}

interface Live {
  readonly isReturn: boolean;
  readonly isBackup: boolean;
  readonly host?: string | undefined;
}

function isLive(name: string, { isReturn, isBackup, host }: Live): string {
  const backup = isBackup ? ' через резервный сервер' : '';
  return `Площадка${name}${isReturn ? ' снова' : ''} в эфире${backup}${host === undefined ? '' : ` (перенаправлена на ${host})`}.`;
}

function moveTarget({ isBackup, host }: Omit<Live, 'isReturn'>): string {
  if (isBackup) return 'резервный сервер';
  return host === undefined ? 'новое соединение' : `хост ${host} (перенаправление)`;
}

interface Said {
  readonly words: string;
  readonly times: number;
  readonly isRepeated: boolean;
}

const more = forms('раз', 'раза', 'раз');
const moreMessages = forms('сообщение', 'сообщения', 'сообщений');

function serverSaid(name: string, { words, times, isRepeated }: Said): string {
  if (isRepeated)
    return `Сервер площадки${name} снова сообщил: ${quoted(words)}${times === 1 ? '' : ` (ещё ${format.count(times, more)})`}.`;
  return times === 1
    ? `Сервер площадки${name} сообщил: ${quoted(words)}.`
    : `Сервер площадки${name} прислал ещё ${format.count(times, moreMessages)}. Последнее: ${quoted(words)}.`;
}

function soon(delayMs: number): string {
  return delayMs < 500 ? '' : ` через ${format.seconds(delayMs)}`;
}

function whatEnds({ isOnAir, isRecording }: { isOnAir: boolean; isRecording: boolean }): string {
  if (isOnAir && isRecording) return 'Трансляция и запись завершены.';
  return isOnAir ? 'Трансляция завершена.' : 'Запись завершена.';
}

function overloaded({ lagMs, skippedFrames }: { lagMs: number; skippedFrames: number }): string {
  const facts = [
    ...(lagMs >= 100 ? [`отставание ${format.number(lagMs)} мс`] : []),
    ...(skippedFrames > 0
      ? [`${skipped(skippedFrames).toLowerCase()} ${format.count(skippedFrames, frames)}`]
      : []),
  ];
  return facts.length === 0 ? 'Кодировщик перегружен.' : `Кодировщик перегружен: ${facts.join(', ')}.`;
}
