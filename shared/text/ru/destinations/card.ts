/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { destinations as destinationCount, format, forms, lowerFirst } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Поиск сервера',
  tcp: 'Подключение',
  tls: 'Защита соединения',
  handshake: 'Рукопожатие RTMP',
  connect: 'Открытие приложения RTMP',
  publish: 'Отправка ключа потока',
};

const attempt = (count: number) => `(попытка ${format.number(count)})`;

export const card = {
  off: 'Выключена',
  waitsForRehearsal: 'Ждёт конца репетиции',
  keyMissing: 'Нет ключа потока',
  ready: 'Готова',
  readyAt: (host: string) => `Готова · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `В эфире ${elapsed}`,
  liveOnBackup: (elapsed: string) => `В эфире ${elapsed} · Резервный сервер`,
  reconnectingIn: (seconds: number, count: number) =>
    `Переподключение через ${format.number(seconds)} с ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Переподключение… ${attempt(count)}`
      : `Переподключение: ${lowerFirst(steps[step])}… ${attempt(count)}`,
  ending: (seconds: number) => `Завершение… до ${format.number(seconds)} с`,
  movedTo: (host: string) => `Сервер перенаправил эту трансляцию на ${host}.`,
  heldBack: 'Сеть не справляется: кадры теряются.',
  dropped: (frames: number) => `потеряно ${format.number(frames)}`,
  queued: (durationMs: number) => `в очереди ${format.seconds(durationMs, 1)}`,
  backup: (host: string, sentence: string) => `Резерв ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Без шифрования`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Площадки',
  list: 'Список площадок',
  add: 'Добавить',
  addDestination: 'Добавить площадку',
  importAndExport: 'Импорт и экспорт',
  import: 'Импорт…',
  export: 'Экспорт…',
  empty: 'Куда вести трансляцию? Добавьте сервер и ключ потока, которые даёт ваш сервис.',
  chooseService: 'Выбрать сервис…',
  relay: 'Через ретранслятор…',

  deleted: (name: string) => `Площадка «${name}» удалена.`,
  copyName: (name: string) => `${name} (копия)`,
  duplicated: (name: string) => `Создана копия «${name}».`,
  needsKey: 'Введите ключ потока для копии.',
  needsKeyAndAddress: 'Введите ключ потока и полный адрес. Upcast не копирует секретные данные.',
  added: (count: number) =>
    `${format.plural(count, { one: 'Добавлена', other: 'Добавлено' })} ${format.count(count, destinationCount)}.`,
  exported: (count: number) =>
    `${format.plural(count, { one: 'Экспортирована', other: 'Экспортировано' })} ${format.count(count, destinationCount)}.`,
  savedAs: (fileName: string) => `Сохранено как ${fileName}.`,

  actions: {
    retryNow: 'Повторить сейчас',
    useBackup: 'На резервный',
    giveUp: 'Не повторять',
    tryAgain: 'Повторить',
    trustHost: 'Разрешить хост',
  },
  sendTo: (name: string) => `Отправлять на ${name}`,
  moreFor: (name: string) => `Ещё: ${name}`,
  edit: 'Изменить…',
  test: 'Проверить…',
  duplicate: 'Дублировать',
  moveUp: 'Выше',
  moveDown: 'Ниже',
  delete: 'Удалить',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: показать сертификат`,
  ownAuthority: 'Подписан центром сертификации, который вы добавили',
};

export const certificate = {
  title: (name: string) => `Соединение: ${name}`,
  description: 'Зашифровано. Сертификат сервера и имя хоста проверены.',
  host: 'Хост',
  protocol: 'Протокол',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Кому выдан',
  issuedBy: 'Кем выдан',
  ownAuthority: (issuer: string) => `${issuer}, добавленный вами центр`,
  validUntil: 'Действует до',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (${format.plural(days, { one: 'остался', other: 'осталось' })} ${format.count(days, forms('день', 'дня', 'дней'))})`,
  chain: 'Цепочка',
  fingerprint: 'Отпечаток SHA-256',
};
