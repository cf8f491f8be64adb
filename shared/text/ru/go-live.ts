/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format, forms, frames, skipped as skippedForm } from './format.ts';

export const goLive = {
  rehearse: 'Репетиция',
  goLive: 'В эфир',
  cancel: 'Отмена',
  endStream: 'Завершить эфир',
  endRehearsal: 'Завершить репетицию',
  endNow: 'Завершить сразу',
  keepRetrying: 'Продолжать попытки',
  rehearsalNote: 'Трансляцию получает только этот компьютер. Зрители ничего не видят.',
  ending: (seconds: number) => `Остаток трансляции отправляется, до ${format.number(seconds)} с.`,

  endTitle: 'Завершить трансляцию?',
  keepStreaming: 'Остаться в эфире',
  viewersSeeEnd: 'Для зрителей трансляция закончится.',
  recordingContinues: 'Для зрителей трансляция закончится. Запись продолжится, пока вы её не остановите.',

  record: 'Записать',
  waitingForVideo: 'Ожидание видео',
  recording: (elapsed: string) => `Запись ${elapsed}`,
  finishing: 'Сохранение…',
  stopRecording: 'Остановить запись',
  showFile: 'Показать файл',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `Диск заполнится примерно через ${format.number(seconds)} с.`
      : `Диск заполнится примерно через ${format.number(Math.floor(seconds / 60))} мин.`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'Кодировщик перегружен.'
      : `Кодировщик перегружен. ${skippedForm(skipped)} ${format.count(skipped, frames)}.`,
  nothingLower: 'Настройки уже минимальные. Закройте другие приложения.',
  changeTo: (changes: readonly string[]) => `Изменить: ${changes.join(', ')}`,
  noInterruption: 'Трансляция не прервётся',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `пресет ${preset}`,

  fixSettings: 'Исправить',
  fixSettingsHint: 'Меняет настройки кодирования на те, что принимают ваши площадки',
  settingsFixed: 'Настройки кодирования обновлены.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs}, но проверка (${age}) показала ${measured}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs}, а проверка (${age}) показала ${measured}. Запас невелик.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs}. Проверка (${age}) могла измерить только до ${measured}, поэтому скорости может хватить.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `Для трансляции нужна скорость отдачи ${rate}`
      : `Для трансляции на ${format.count(copies, forms('сервер', 'сервера', 'серверов'))} нужна скорость отдачи ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `Для трансляции нужна скорость отдачи ${needed}, а есть ${leaving}.${hasFit ? '' : ' Для видео этого мало. Нужно более быстрое подключение.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `Для всех площадок вместе нужна скорость отдачи ${needed}, а есть ${leaving}.${hasFit ? '' : ' Выключите одну из площадок.'}`,
  justNow: 'только что',

  lowerTo: (rate: string) => `Снизить до ${rate}`,
  lowered: 'Битрейт снижен до вашей скорости отдачи.',
  turnOff: (destination: string) => `Выключить: ${destination}`,
  turnedOff: (destination: string) => `Площадка «${destination}» выключена.`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} принимает видео с битрейтом до ${format.kbps(message.kbps)}.`;
    case 'maxAudio':
      return `${service} принимает звук с битрейтом до ${format.kbps(message.kbps)}.`;
    case 'maxTotal':
      return `${service} принимает до ${format.kbps(message.kbps)}, видео и звук вместе.`;
    case 'minTotal':
      return `${service} рекомендует не меньше ${format.kbps(message.kbps)}, видео и звук вместе.`;
    case 'maxFrameRate':
      return `${service} принимает до ${format.number(message.fps)} fps.`;
    case 'sampleRate':
      return `${service} рекомендует звук ${format.number(message.hertz / 1000, message.hertz % 1000 === 0 ? 0 : 1)} kHz.`;
    case 'maxResolution':
      return `${service} принимает видео до ${message.longSide} × ${message.shortSide}.`;
    case 'vertical':
      return `${service} показывает вертикальное видео. Ваше — горизонтальное и будет мелким на телефонах.`;
    case 'keyframes':
      return message.isRequired
        ? `${service} требует ключевой кадр каждые ${format.number(message.seconds)} с.`
        : `${service} рекомендует ключевой кадр каждые ${format.number(message.seconds)} с.`;
    case 'codec':
      return `${service} не поддерживает ${message.name}. Используйте H.264.`;
    case 'codecUnknown':
      return `${service} может не поддерживать ${message.name}. Выйдя в эфир, проверьте, появилось ли видео на канале. H.264 работает везде.`;
    case 'profile':
      return `${service} рекомендует профиль H.264 ${message.name}.`;
    case 'bFrames':
      return `${service} не принимает B-кадры. Выберите задержку «Низкая».`;
  }
}
