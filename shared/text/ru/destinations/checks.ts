/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, forms } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Поиск сервера',
  tcp: 'Подключение',
  tls: 'Защита соединения',
  handshake: 'Рукопожатие RTMP',
  connect: 'Открытие приложения RTMP',
  publish: 'Отправка ключа потока',
  measure: 'Измерение скорости отдачи',
};

export const destinationTest = {
  title: (name: string) => `Проверка: ${name}`,
  description:
    'Проверяет каждый шаг подключения. Зрители ничего не увидят, если вы не решите отправить тестовое видео.',
  steps: 'Шаги',
  stepNames,
  start: 'Начать проверку',
  again: 'Проверить снова',
  cancel: 'Отменить проверку',
  testMode: (service: string) =>
    `У сервиса ${service} есть тестовый режим, поэтому Upcast также 13 секунд отправляет тестовое видео и измеряет скорость отдачи. Зрители его не увидят.`,
  publish: 'Отправить тестовое видео и измерить скорость отдачи',
  publishHint: (isRelay: boolean) =>
    `13 секунд отправляет серое видео без звука. Оно может появиться на ${isRelay ? 'всех каналах за ретранслятором' : 'вашем канале'}.`,

  skipped: 'Пропущено',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · ещё ${format.number(seconds)} с`,
  waitingForServer: 'Ожидание сервера…',
  milliseconds: (ms: number) => `${format.number(ms)} мс`,
  failed: 'Ошибка',
  failedAfter: (time: string) => `Ошибка через ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · сертификат истекает через ${format.count(days, forms('день', 'дня', 'дней'))} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} или больше` : rate),

  cancelled: 'Проверка отменена. Upcast ничего не отправляет.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `Сервер принимает подключения${roundTrip(roundTripMs)}. Ключ потока и скорость отдачи не проверялись.`,
  accepted: (roundTripMs: number | undefined) => `Сервер принял трансляцию${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `Скорость отдачи достигла ${rate} — больше эта проверка не отправляет. Возможно, сеть быстрее.`,
  upload: (rate: string, lowest: string) =>
    `Скорость отдачи: ${rate} (в самую медленную секунду: ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `На этом компьютере нет рабочего кодировщика ${missing}, поэтому в проверке был ${used}. Поддержка ${missing} не проверялась.`,
  codecUnconfirmed: (codec: string) =>
    `В проверке был ${codec}. Сервер не подтвердил поддержку ${codec}, поэтому проверьте, появляется ли видео на канале.`,
  codecUsed: (codec: string) => `В проверке был ${codec}, как и в вашей трансляции.`,

  tooSlow:
    'Скорости отдачи не хватает для ваших площадок даже с наименьшим битрейтом. Если включено несколько площадок, выключите одну.',
  settingsFit: 'Настройки подходят для вашей скорости отдачи: ',
  recommended: 'Рекомендуется для всех включённых площадок: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Применить',
  applied: 'Настройки кодирования обновлены.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (время отклика: ${format.number(ms)} мс)`;
}
