/** The form of a destination, and of the proxy for all of them. */
import { format } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'Хранится на этом компьютере, шифруется с помощью системной связки ключей.';
const KEPT_UNTIL_QUIT = 'Системная связка ключей недоступна, поэтому Upcast хранит это только до выхода.';

const kept = (isKept: boolean): string => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT);

export const destinationForm = {
  addTitle: 'Новая площадка',
  edit: 'Изменить площадку',
  editTitle: (name: string) => `Изменить: ${name}`,

  service: 'Сервис',
  customService: 'Другой',
  serviceGroups: { common: 'Популярные', more: 'Другие сервисы', selfHosted: 'Свой сервер' },
  aboutService: (service: string) => `О сервисе ${service}`,
  name: 'Название',
  namePlaceholder: 'Мой канал',
  ingestServer: 'Сервер',
  serverRoles: {
    primary: 'Основной',
    backup: 'Резервный',
    nearest: 'Ближайший',
    default: 'По умолчанию',
    global: 'Общемировой',
    automatic: 'Автоматически',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${server} (${isEncrypted ? 'шифрование' : 'без шифрования'})`,
  otherServer: 'Другой (укажите ниже)',

  server: 'Адрес сервера',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'Зашифровано. Upcast проверяет сертификат и имя хоста.',
  serverNotEncrypted:
    'Не зашифровано: другие в сети могут прочитать ваш ключ потока. Если сервис поддерживает rtmps://, используйте его.',
  serverFlows:
    'Шифрование RTMFP не проверяет сервер, поэтому не защищает ключ потока от других в сети. Если сервис поддерживает rtmps://, используйте его.',
  noAddress: 'Это не адрес сервера. Если это ключ потока, вставьте его в поле «Ключ потока».',
  serverHint: 'Вставьте адрес, который показывает сервис, с ключом или без.',

  secretPart: 'Секретная часть адреса',
  backupSecretPart: 'Секретная часть резервного адреса',
  secretPartHint: (isKept: boolean) =>
    `Часть адреса после «?», передаётся только при подключении. ${kept(isKept)}`,
  secretPartRemoved: 'При сохранении Upcast удалит секретную часть адреса.',
  keepSecretPart: 'Оставить секретную часть',
  removeSecretPart: 'Удалить секретную часть',
  secretPartOfOldAddress:
    'Сохранённая секретная часть относится к старому адресу. При сохранении Upcast удалит её. Если у нового адреса есть секретная часть, вставьте адрес целиком.',
  badSecretPart: 'Начните с «?», как в адресе, и не используйте пробелы.',

  streamKey: 'Ключ потока',
  keyHint: kept,
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [...(page === undefined ? [] : [`Откройте ${page}.`]), hint, kept(isKept)].join(' '),
  saved: '•••••••• сохранён; введите новый',
  show: 'Показать',
  hide: 'Скрыть',

  backup: 'Резервный сервер',
  backupAddress: 'Резервный адрес',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'Когда использовать резерв',
  backupFailover: 'При сбое основного сервера',
  backupBoth: 'Вместе с основным сервером',

  signIn: 'Вход',
  username: 'Имя пользователя',
  password: 'Пароль',
  passwordHint: 'Только если этого требует сервер.',

  security: 'Безопасность и сеть',
  minimumTls: 'Минимальная версия TLS',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'Локальный адрес',
  localAddressPlaceholder: 'Автоматически',
  authority: 'Центр сертификации',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint:
    'Для своего сервера. Для этой площадки Upcast доверяет этому центру в дополнение к системным.',
  badAuthority: 'Это не сертификат PEM. Он должен начинаться с «-----BEGIN CERTIFICATE-----».',
  pin: 'Закреплённый сертификат (SHA-256)',
  pinHint: 'Upcast принимает только этот сертификат и только пока он действителен.',
  badPin: 'В отпечатке SHA-256 должно быть 64 шестнадцатеричные цифры.',

  fieldNames: {
    key: 'ключ потока',
    serverSecret: 'секретная часть адреса',
    username: 'имя пользователя',
    password: 'пароль',
    backupUrl: 'резервный сервер',
  },
  moved: (fields: readonly string[]) =>
    `${fields.length === 1 ? 'Перенесено в отдельное поле' : 'Перенесено в отдельные поля'}: ${format.list(fields)}.`,
};

const PROXY_TYPES = 'SOCKS5 или HTTP.';

export const proxy = {
  title: 'Прокси для всех площадок',
  description: 'Не действует для серверов на этом компьютере и для площадок со своей настройкой прокси.',
  allHint: `${PROXY_TYPES} При подключениях rtmp:// прокси может прочитать ваш ключ потока.`,
  section: 'Прокси',
  mode: 'Подключение',
  sameAsSettings: 'Как в настройках',
  modes: { none: 'Прямое', system: 'Системный прокси', own: 'Другой прокси' },
  systemHint:
    'Upcast определяет системный прокси при каждом выходе в эфир. Если прокси требует пароль, выберите «Другой прокси».',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} Соединение с этим сервером не зашифровано, поэтому прокси может прочитать ваш ключ потока.`,
  hintEncrypted: `${PROXY_TYPES} Соединение зашифровано, поэтому прокси не может прочитать ваш ключ потока.`,
  hintFlows:
    'Прокси не передают RTMFP, который работает по UDP. Подключайтесь напрямую или используйте адрес сервера rtmps://.',
  address: 'Адрес прокси',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'Имя пользователя прокси',
  password: 'Пароль прокси',
  passwordHint: 'Только если этого требует прокси.',

  direct: 'Площадки подключаются напрямую.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `Площадки без своей настройки прокси подключаются через ${url ?? 'системный прокси'}.`,
  add: 'Добавить прокси',
  change: 'Изменить прокси',
};
