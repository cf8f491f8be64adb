/** Import and export of destinations, and the relay. */
import { destinationsAccusative, format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

/** In the genitive, after `не меньше`. */
const atLeast = { one: 'символа', other: 'символов' };

export const presetExport = {
  title: 'Экспорт площадок',
  list: 'Площадки для экспорта',
  withKeys: 'Включить ключи потоков и пароли',
  withKeysHint:
    'Ключи потоков и пароли шифруются парольной фразой. Любой, у кого есть файл и фраза, может вести трансляции на ваши каналы. Забытую фразу восстановить нельзя.',
  withoutKeysHint: 'Файлом без ключей и паролей можно безопасно делиться. Каждый вводит свои.',
  passphrase: 'Парольная фраза',
  passphraseHint: (length: number) => `Не меньше ${format.count(length, atLeast)}.`,
  passphraseShort: (length: number) =>
    `Введите не меньше ${format.count(length, atLeast)}. Лучше всего — несколько слов.`,
  repeat: 'Повторите фразу',
  mismatch: 'Парольные фразы не совпадают.',
  export: 'Экспорт…',
  exporting: 'Идёт экспорт…',
};

export const presetImport = {
  title: 'Импорт площадок',
  list: 'Площадки в файле',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Площадки Upcast', obs: 'Сервис OBS', list: 'Список адресов' }[origin]}: ${fileName}`,
  chooseFile: 'Выбрать файл…',
  anotherFile: 'Выбрать другой файл…',
  waiting: `Выберите файл. ${IMPORTABLE}`,
  passphrase: 'Парольная фраза',
  passphraseHint:
    'Ключи потоков в этом файле зашифрованы. Без парольной фразы площадки будут добавлены без ключей.',
  unlock: 'Расшифровать',
  unlocking: 'Расшифровка…',
  skipped: 'Пропущено',
  addedOff: 'Новые площадки остаются выключенными, пока вы их не включите.',
  withKey: 'С ключом',
  encrypted: 'Зашифровано',
  notEncrypted: 'Не зашифровано',
  duplicate: (host: string, name: string) => `${host} · уже добавлено: ${name}`,
  noteWithKey: (host: string) => `${host} · с ключом`,
  noteLocked: (host: string) => `${host} · ключ зашифрован`,
  noteWithoutKey: (host: string) => `${host} · без ключа`,
  add: 'Добавить',
  addCount: (count: number, isLocked: boolean) =>
    `Добавить ${format.number(count)}${isLocked ? ' без ключей' : ''}`,
};

export const relay = {
  title: 'Отправка через ретранслятор',
  description:
    'Upcast отправляет одну трансляцию на ваш медиасервер, а он пересылает её на все площадки. Сколько бы площадок ни было, вы отправляете трансляцию один раз. Upcast создаёт конфигурацию для nginx.',
  targets: 'Площадки ретранслятора',
  forwardsTo: 'Пересылать на',
  noTargets: 'Сначала добавьте площадки с ключами потоков.',
  place: 'Где работает ретранслятор',
  places: { server: 'На сервере', local: 'На этом компьютере' },
  localNote: 'Ретранслятор на этом компьютере не экономит скорость отдачи. Он подходит для пробы.',
  host: 'Имя хоста сервера',
  hostPlaceholder: 'relay.example.org',
  port: 'Порт',
  certificate: 'Сертификат на сервере',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: 'Чтобы зашифровать соединение с ретранслятором, укажите сертификат и закрытый ключ.',
  privateKey: 'Закрытый ключ на сервере',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Выбрать папку и сохранить…',

  writtenTitle: 'Файлы ретранслятора сохранены',
  writtenDescription: (folder: string) =>
    `Файлы лежат в ${folder}. В папке «keys» — ваши ключи потоков в незашифрованном виде, читать их можете только вы.`,
  addAndTest: 'Добавить как площадку и проверить',
  noOutputs: 'Ретранслятор никуда не пересылает трансляцию.',
  outputs: (names: readonly string[]) => `Ретранслятор пересылает трансляцию на ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `Площадка «${name}» не включена. ${why}`,
  check: 'Проверить состояние',
  noResponse: 'Ответа нет. nginx запущен?',
  waiting: 'Работает, ждёт трансляции.',
  forwarding: (outputs: number) =>
    `Принимает трансляцию и пересылает её на ${format.count(outputs, destinationsAccusative)}.`,
};
