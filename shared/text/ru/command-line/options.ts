/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format, namesOf } from '../format.ts';

const READABLE = 'Любой пользователь этого компьютера может прочитать';

const publishUsage = `Использование: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV или любой файл, видео из которого FFmpeg может скопировать в FLV; - для стандартного ввода
  --to URL         сервер и его приложение RTMP: rtmp://, rtmps://, rtmpt://, rtmpts:// или
                   rtmfp://
  --key-file FILE  читает ключ потока из файла
  --key-stdin      читает ключ потока из стандартного ввода
  --key-in-arguments
                   разрешает ключи и пароли в --to и --proxy: там их может прочитать любой пользователь
                   этого компьютера
  --ca FILE        дополнительный центр сертификации (PEM)
  --proxy URL      прокси для подключения: socks5://[user@]host:port или http://[user@]host:port; none — без прокси.
                   По умолчанию: прокси из ALL_PROXY или HTTPS_PROXY, кроме хостов из NO_PROXY
  --proxy-password-file FILE
                   читает пароль прокси из файла
  --fast           отправляет с наибольшей скоростью соединения, а не в реальном времени
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT, оба числа чётные, от 160 до 3840'],
  ['--fps', 'целое число от 1 до 60, либо 23.976, 29.97 или 59.94'],
  ['--video-kbps', 'целое число от 100 до 51000'],
  ['--audio-kbps', 'целое число от 32 до 512'],
  ['--keyframe-seconds', 'число от 0.5 до 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'текст'],
  ['number', 'число'],
  ['int', 'целое число'],
  ['boolean', 'true или false'],
  ['array', 'список'],
  ['object', 'объект'],
]);
/** In the genitive, after `меньше` and `больше`. */
const characters = { one: 'символа', other: 'символов' };
const entries = { one: 'элемента', other: 'элементов' };

/** @param bound `меньше` or `больше`. */
const limit = (path: string, origin: string, bound: string, value: number): string => {
  if (origin === 'string')
    return `${field(path)}: должно быть не ${bound} ${format.count(value, characters)}.`;
  return origin === 'array'
    ? `${field(path)}: должно быть не ${bound} ${format.count(value, entries)}.`
    : `${field(path)}: значение должно быть не ${bound} ${value}.`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'такой же идентификатор у другого элемента'],
  ['idUnknown', 'ссылка на то, чего нет в этом файле'],
  ['nameTwice', 'такое же название у другого элемента'],
  ['sceneInItself', 'сцена содержит саму себя'],
  ['trackTwice', 'дорожка указана дважды'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `${field(path)} отсутствует.`,
  type: (path: string, expected: string) =>
    `${field(path)}: ожидается ${jsonTypes.get(expected) ?? expected}.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)}: допустимо только ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)}: ${keys.length === 1 ? 'неизвестное поле' : 'неизвестные поля'} ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)}: неизвестное значение.`,
  tooSmall: (path: string, origin: string, least: number) => limit(path, origin, 'меньше', least),
  tooBig: (path: string, origin: string, most: number) => limit(path, origin, 'больше', most),
  form: (path: string) => `${field(path)}: недопустимое значение.`,
  custom: (path: string, name: string) =>
    `${field(path)}: ${documentFaults.get(name) ?? 'недопустимое значение'}.`,
};

function field(path: string): string {
  return path === '' ? 'Содержимое JSON' : `Поле «${path}»`;
}

export const options = {
  publishUsage,
  noValue: (name: string) => `Параметр ${name} не принимает значения.`,
  valueMissing: (name: string) => `Для параметра ${name} нужно значение.`,
  unknown: (name: string) => `Неизвестный параметр ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Неожиданный аргумент. Каждое значение должно следовать за параметром.',
  twice: (name: string) => `Укажите ${name} только один раз.`,
  noDestination: 'Выберите площадку: --to URL, --preset NAME (сохранённая площадка) или --rehearse.',
  keyBeforeAddress: (name: string) =>
    `Параметр ${name} должен следовать за тем --to, к которому он относится.`,
  twoKeys: 'Укажите либо --key-file, либо --key-stdin, но не оба.',
  keyMissing: (service: string) =>
    `Для сервиса «${service}» нужен ключ потока. Укажите --key-file FILE или --key-stdin вместе с --to.`,
  passwordInAddress: `${READABLE} пароль в --to. Сохраните площадку в Upcast и укажите --preset или добавьте --key-in-arguments.`,
  keyInAddress: `${READABLE} ключ в --to. Укажите --key-file FILE или --key-stdin либо добавьте --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} пароль в --to. Если здесь это допустимо, добавьте --key-in-arguments.`,
  sourcePathMissing: 'Для --source file нужен путь: --source file:PATH.',
  source: 'Значение --source: camera, screen, pattern или file:PATH.',
  audioOfFile: 'Для --audio file нужен --source file:PATH.',
  audio: 'Значение --audio: mic, tone, system, file или none.',
  track: (count: number) => `Значение --track — число от 1 до ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `Источника звука «${name}» нет: микшер пуст.`
      : `Источника звука «${name}» нет. В микшере есть ${namesOf(names)}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `Значение ${name} — число от ${minimum} до ${maximum}.`,
  number: (name: string) => `Значение ${name} должно быть числом.`,
  size: 'Значение --size — WIDTHxHEIGHT, например 1280x720.',
  latency: 'Значение --latency: low или quality.',
  encoder: (choices: readonly string[]) => `Значение --encoder: ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => `Значение ${name}: ${ranges.get(name) ?? 'в допустимых пределах'}.`,
  sceneWithoutCollection: 'Для --scene нужен --collection FILE или --import-obs FILE.',
  twoCollections: 'Укажите либо --collection, либо --import-obs, но не оба.',
  sourceWithCollection: 'В коллекции есть свои источники. Уберите --source.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `В коллекции нет сцены «${name}». В ней есть ${namesOf(names)}.`,
  presetUnknown: (name: string) => `Сохранённой площадки «${name}» нет.`,
  inputAndTo: 'Нужны параметры --input и --to.',
  stdinTaken: 'Стандартный ввод уже занят медиаданными. Укажите ключ через --key-file.',

  standardInput: 'стандартный ввод',
  noPassword: (option: string, path: string) =>
    `${option}: в ${path} нет пароля. Запишите пароль одной строкой, не длиннее 255 байт.`,
  noKey: (option: string, path: string) => `${option}: в ${path} нет ключа. Запишите ключ одной строкой.`,
  noCertificate: (option: string, path: string) => `${option}: в ${path} нет сертификата в формате PEM.`,
  tooLarge: (option: string, path: string) => `${option}: слишком большой объём данных в ${path}.`,
  unreadable: (option: string, path: string) => `${option}: не удаётся прочитать ${path}.`,
  folderReadOnly: (option: string, path: string) =>
    `${option}: нет доступа на запись в папку, где находится ${path}.`,
  notJson: (option: string, path: string) => `${option}: в ${path} неправильный JSON.`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: в ${path} нет коллекции, которую Upcast может использовать. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: Upcast больше не читает команды: ${why}`),
  commandTooLong: 'Строка длиннее 64 KB.',
  commandNotJson: 'Строка — неправильный JSON.',
  refusedSwitch: (name: string) =>
    `Upcast не запускается с --${name}: этот параметр позволяет другим программам управлять окном. Уберите параметр и повторите попытку.`,
};
