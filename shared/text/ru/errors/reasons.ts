/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';
import { quoted } from '../format.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => String(details[name] ?? '');

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'диск заполнен'],
  ['readOnly', 'диск доступен только для чтения'],
  ['fault', 'диск сообщил об ошибке'],
  ['notAllowed', 'у Upcast нет прав на запись в это место'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return diskCauses.get(disk) ?? (systemCode === undefined ? 'диск сообщил об ошибке' : String(systemCode));
}

const maximum = (what: string) => (details: ErrorDetails) => `${what}: ${say(details, 'maximum')}.`;

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'Введённые сейчас ключи Upcast хранит только до выхода.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'Трансляция уже идёт.',
  nothingLive: 'Вы не в эфире.',
  streamEnding: 'Трансляция завершается.',
  notWaiting: 'Эта площадка не ждёт переподключения.',
  notRetrying: 'Эта площадка не переподключается.',
  noBackupNow: 'Сейчас эта площадка не может перейти на резервный сервер.',
  destinationNotLive: 'Эта площадка не в эфире.',
  destinationUnknown: 'Этой площадки больше нет.',
  sceneUnknown: 'Этой сцены больше нет.',
  sourceUnknown: 'Этого источника больше нет.',
  itemUnknown: 'Этого источника больше нет в сцене.',
  canvasUnknown: 'Этого холста больше нет.',
  studioModeOff: 'Режим студии выключен. Сначала включите его.',
  lastScene: 'Единственную сцену удалить нельзя. Сначала добавьте другую.',
  sceneInItself: 'Сцена не может содержать саму себя.',
  notAGroup: 'Этот источник — не группа.',
  sourceWithoutVideo: 'У этого источника нет видео.',
  tooManyScenes: maximum('Достигнут предел числа сцен'),
  tooManySources: maximum('Достигнут предел числа источников'),
  tooManyItems: maximum('Достигнут предел числа источников в этой сцене'),
  filterUnknown: 'Этого фильтра больше нет.',
  tooManyFilters: maximum('Достигнут предел числа фильтров'),
  filterMisplaced: 'Фильтры звука добавляются к каналу микшера, фильтры видео — к источнику или сцене.',
  channelUnknown: 'Этого канала больше нет в микшере.',
  channelThere: 'Этот источник уже есть в микшере.',
  sourceWithoutAudio: 'У этого источника нет звука.',
  fileOnNetwork:
    'Upcast не открывает файлы по сетевому пути. Подключите сетевую папку как диск или скопируйте файл на этот компьютер.',
  fileNotChosen: 'Upcast открывает только файлы, которые вы выбрали сами. Выберите файл снова.',
  nothingToUndo: 'Отменять нечего.',
  nothingToRedo: 'Повторять нечего.',
  tooManyMedia: (details) =>
    `Достигнут предел числа открытых медиаисточников: ${say(details, 'maximum')}. Сначала остановите один из них.`,
  noUpdate: 'Нет обновления для установки.',
  updateWhileLive: 'Идёт эфир или запись. Обновите Upcast после их окончания.',
  restartWhileLive: 'Идёт эфир или запись. Перезапустите Upcast после их окончания.',
  noWindow: 'Окно Upcast загружается. Повторите попытку.',
  pageNotTyped: 'Upcast открывает только страницы, адрес которых вы ввели. Введите адрес снова.',
  alreadyRecording: 'Запись уже идёт.',
  notRecording: 'Запись не идёт.',
  recordingEnding: 'Upcast ещё сохраняет предыдущую запись.',
  recordingFolderFailed: (details) => `Не удалось создать папку ${say(details, 'folder')}.`,
  diskFull: 'Диск заполнен.',
  diskTooSlow: 'Диск слишком медленный для этой записи.',
  folderMissing: 'Папки для записей не существует.',
  folderProtected: 'Windows не разрешает Upcast запись в папку для записей.',
  folderReadOnly: 'У Upcast нет доступа на запись в папку для записей.',
  fileNameTooLong: 'Имя файла записи слишком длинное для этого диска.',
  driveSilent: 'Диск для записей не отвечает.',
  tooManyRecordings: 'Слишком много записей с таким именем. Измените имя файла в настройках.',
  filesTooSmall: 'На этом диске нельзя хранить достаточно большие файлы. Выберите папку на другом диске.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'Не удалось сохранить запись.'
      : `Система сообщила об ошибке ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `Сервер ничего не получал ${say(details, 'seconds')} с.`,
  notAnswered: (details) => `Сервер не отвечал ${say(details, 'seconds')} с.`,
  nothingTaken: (details) => `Соединение зависло на ${say(details, 'seconds')} с.`,
  serverAnswersOthers: 'Соединение зависло, но новые соединения сервер принимает.',
  computerSlept: (details) => `Компьютер находился в режиме сна ${say(details, 'seconds')} с.`,
  addressLost: 'Сетевой адрес этого компьютера изменился.',
  tooSlowForAudio: 'Соединение слишком медленное даже для звука.',
  publishTimeout: 'Сервер вовремя не принял трансляцию.',
  closedHere: 'Upcast закрыл соединение.',
  gaveUp: 'Вы остановили попытки.',
  testWhileLive: 'Проверка во время трансляции невозможна: она заняла бы часть её пропускной способности.',
  tooManyDestinations: (details) =>
    `Площадок стало бы ${say(details, 'count')}. Максимум: ${say(details, 'maximum')}. Выберите меньше.`,
  keyMissing: (details) => `Площадке «${say(details, 'name')}» нужен ключ потока.`,
  keyOfOtherServer:
    'Сервер или его настройки сертификата изменились, поэтому Upcast не будет использовать сохранённые ключ и пароль.',
  keyReadByProxy:
    'Соединение с этим сервером не зашифровано, поэтому новый прокси мог бы прочитать сохранённый ключ.',
  relayFolderIsLink: (details) => `${say(details, 'file')} — это ссылка, а не папка. Выберите другую папку.`,
  relayFolderIsOpen:
    'В Windows папка ретранслятора должна находиться в вашей папке пользователя. В другом месте ключи потока смогут прочитать другие пользователи. Выберите другую папку.',
  relayFolderFailed: 'Не удалось создать папку для ретранслятора.',
  relayNotWritten: 'Сначала сохраните файлы ретранслятора.',
  exportTooLarge: 'Файл получился бы слишком большим для импорта. Экспортируйте меньше площадок.',
  fileNotOpen: 'Файл больше не открыт. Выберите его снова.',
  fileNotSaved: 'Не удалось сохранить файл.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'Выбранный экран не подключён.'
      : `Экран «${say(details, 'label')}» не подключён.`,
  noScreen: 'Нет экрана для захвата.',
  screensUnlisted: 'Не удалось получить список экранов.',
  windowGone: (details) => `Окно «${say(details, 'label')}» не открыто.`,
  windowsAlike: (details) =>
    `Несколько окон (${say(details, 'count')}) называются «${say(details, 'label')}».`,
  windowUntitled: 'У выбранного окна нет заголовка, поэтому Upcast не сможет найти его снова.',
  captureTargetGone: 'Захваченного окна или экрана больше нет.',
  captureAskedAnew: 'При каждом запуске Upcast система спрашивает, какой экран или окно показать.',
  applicationAudioElsewhere: 'Захват звука отдельного приложения доступен только в Linux.',
  soundToolsMissing: 'Для захвата звука отдельного приложения нужны pactl и parec, а они не установлены.',
  soundServerSilent: 'Нет связи с PulseAudio или PipeWire.',
  portTaken: (details) => `Порт ${say(details, 'port')} занят другим приложением.`,
  portUnusable: (details) =>
    `Не удаётся использовать порт ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'FFmpeg не найден. Установите FFmpeg.',
  ffmpegBroken:
    'FFmpeg, на который указывает UPCAST_FFMPEG, не запускается. Исправьте путь или удалите переменную UPCAST_FFMPEG, чтобы Upcast сам нашёл FFmpeg.',
  fileIsFolder: 'Это папка. Выберите в ней медиафайл.',
  fileEmpty: 'Файл пуст.',
  fileUnnamed: 'Файл не выбран.',
  fileMissing: (details) => `Файла ${say(details, 'path')} не существует.`,
  fileNotAllowed: (details) => `У вас нет прав на чтение файла ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `Файл ${say(details, 'path')} — это ссылка на саму себя.`,
  fileNotOpened: (details) => `Не удалось открыть файл ${say(details, 'path')}.`,
  fileNotRead: 'Не удалось прочитать файл.',
  fileNoMedia: 'В файле нет ни видео, ни звука.',
  fileNoVideo: 'В файле нет видео.',
  fileIndexMissing: 'В файле нет индекса. Вероятно, запись прервалась.',
  fileFormatRefused: 'Upcast не открывает файлы этого формата.',
  fileNotMedia: 'FFmpeg не нашёл в файле видео.',
  fileCodecNotCarried: (details) =>
    `Видео в файле — ${say(details, 'codec')}, RTMP такое не передаёт. Сначала преобразуйте файл в H.264.`,
  fileCodecNeedsFfmpeg: (details) =>
    `Видео в файле — ${say(details, 'codec')}, для него нужен FFmpeg 6.1 или новее. У вас FFmpeg ${say(details, 'version')}.`,
  fileFrameTimeout: 'Из файла вовремя не пришло ни одного кадра.',
  fileNotPlain: (details) => `Upcast не может прочитать ${say(details, 'path')}: это не обычный файл.`,
  fileTooLarge: (details) => `Файл ${say(details, 'path')} больше ${say(details, 'megabytes')} MB.`,
  fileSilent: 'Диск с файлом не отвечает.',
  ffmpegStopped: 'FFmpeg перестал читать файл.',
  ffmpegSaid: (details) => `FFmpeg не смог прочитать файл: ${quoted(say(details, 'words'))}.`,
  ffmpegNotStarted: 'FFmpeg не запустился.',
  settingsAside: (details) =>
    `Файл настроек повреждён, поэтому Upcast запущен с настройками по умолчанию. Повреждённый файл сохранён как ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `Файл ${say(details, 'file')} повреждён, и переместить его не удалось. Upcast не будет сохранять изменения, пока вы не переименуете файл и не перезапустите Upcast.`,
  settingsUnread: (details) => `Не удалось прочитать сохранённые настройки из ${say(details, 'file')}.`,
  settingsBusy: 'Другая копия Upcast сохраняет настройки. Повторите попытку чуть позже.',
  keysAside: (details) =>
    `Связка ключей не смогла открыть сохранённые ключи потоков. Введите ключи снова. Старый файл сохранён как ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `Связка ключей не смогла открыть сохранённые ключи потоков, а файл ${say(details, 'file')} не удалось переместить. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `Не удалось открыть ключи потоков, сохранённые в ${say(details, 'file')}.`,
  keysFileLocked: (details) =>
    `Не удалось прочитать ${say(details, 'file')}. Ключи потоков в этом файле целы.`,
  keychainRefused: 'Связка ключей не смогла открыть сохранённые ключи потоков. Ключи целы.',
  keychainNotWritten:
    'Связка ключей не смогла зашифровать ключи потоков, поэтому Upcast хранит их только до выхода.',
  addressSecretHeld: (details) =>
    `Upcast удалил пароль или токен из файла настроек. Он был в адресе сервера площадки: ${say(details, 'names')}. Без связки ключей Upcast хранит его только до выхода. После этого вставьте полный адрес снова.`,
  addressSecretInFile:
    'В адресе сервера есть пароль или токен, который не удалось зашифровать. Он по-прежнему хранится в файле настроек.',
  notSaved: (details) => `Не удалось сохранить ${say(details, 'file')}: ${diskCause(details)}.`,
  reportsNotChanged: (details) => `Не удалось обновить сохранённые отчёты: ${diskCause(details)}.`,
  authorityNotPem:
    'Центр сертификации не в формате PEM. Текст должен начинаться с BEGIN CERTIFICATE и заканчиваться на END CERTIFICATE.',
  authorityUnreadable:
    'Не удалось прочитать центр сертификации. Возможно, сертификат неполный или повреждён.',
  keyTooLong: (details) => `Ключ потока слишком длинный. Максимум в байтах: ${say(details, 'maximumBytes')}.`,
  addressTooLong: (details) =>
    `Адрес сервера слишком длинный. Максимум в байтах: ${say(details, 'maximumBytes')}.`,
  codecFixed: (details) =>
    `В эфире нельзя перейти с ${say(details, 'from')} на ${say(details, 'to')}. Сначала завершите трансляцию.`,
  imageUnknown: 'Этот файл — не изображение, которое Upcast может показать.',
  imageDamaged: 'Файл изображения повреждён или неполон.',
  imageTooLarge: (details) =>
    `Изображение слишком большое: ${say(details, 'width')} × ${say(details, 'height')} пикселей.`,
  imageTooManyFrames: (details) => `В анимации слишком много кадров: ${say(details, 'frames')}.`,
  imageTooComplex: 'Изображение SVG отрисовывается слишком долго.',
  pageAddressBad: 'Адрес страницы должен начинаться с http:// или https://.',
  pageAddressMissing: 'Адрес этой страницы не сохранён на этом компьютере. Введите его снова.',
  pageNotLoaded: (details) =>
    `Не удаётся загрузить страницу с ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `Не удаётся загрузить страницу с ${say(details, 'host')}: HTTP ${say(details, 'status')}.`,
  pageCrashed: (details) => `Сбой страницы с ${say(details, 'host')}.`,
  pageClosed: (details) => `Страница с ${say(details, 'host')} закрылась сама.`,
  pageHung: (details) => `Страница с ${say(details, 'host')} перестала отвечать, и Upcast закрыл её.`,
  pageMemory: (details) =>
    `Страница с ${say(details, 'host')} заняла больше ${say(details, 'megabytes')} MB памяти, и Upcast закрыл её.`,
  pageFlood: (details) => `Страница с ${say(details, 'host')} слишком нагружала Upcast, и Upcast закрыл её.`,
  collectionTooLarge: 'Эта коллекция слишком большая для импорта.',
  collectionDamaged: 'Коллекция повреждена: её JSON неполон.',
  collectionForeign: 'Эту коллекцию Upcast импортировать не может.',
  collectionUnknown: 'Этой коллекции больше нет.',
  collectionBusy: 'Другая коллекция ещё экспортируется или импортируется. Дождитесь окончания или отмените.',
  collectionOpen: 'Открытую коллекцию удалить нельзя. Сначала перейдите в другую.',
  collectionsFixed:
    'Без окна Upcast не может переключать коллекции. Чтобы использовать другую, запустите Upcast с --collection FILE.',
  tooManyCollections: (details) =>
    `Достигнут предел числа коллекций: ${say(details, 'maximum')}. Сначала удалите одну из них.`,
  collectionFromBackup: (details) =>
    `Коллекция «${say(details, 'name')}» повреждена, поэтому открыта её резервная копия. Последних изменений может не быть. Повреждённый файл сохранён как ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `Коллекция повреждена, резервной копии нет. Повреждённый файл сохранён как ${say(details, 'file')}.`,
  collectionStuck: (details) => `Не удалось прочитать коллекцию в ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `Коллекция «${say(details, 'name')}» сохранена более новой версией Upcast. Чтобы открыть её, обновите Upcast.`,
  importNewer: 'Эта коллекция сохранена более новой версией Upcast. Чтобы импортировать её, обновите Upcast.',
  collectionUnfit: 'Коллекция повреждена.',
  exportFolderTaken: (details) => `Папка «${say(details, 'folder')}» уже есть. Выберите другое название.`,
  exportNotWritten: (details) => `Не удалось экспортировать коллекцию: ${diskCause(details)}.`,
  importNotCopied: (details) => `Не удалось скопировать файлы коллекции: ${diskCause(details)}.`,
  collectionsNotChanged: (details) => `Не удалось изменить сохранённые коллекции: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
