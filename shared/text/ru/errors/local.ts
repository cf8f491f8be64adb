/** What goes wrong on this computer: input, encoder, recording, settings, Upcast itself. Capture has a file of its own. */
import {
  fileAdvice,
  messageAdvice,
  newerVersionAdvice,
  notReadyAdvice,
  pageAdvice,
  refusalAdvice,
} from '../../error-advice.ts';
import { crashedProcess } from '../failures/diagnostics.ts';
import { message } from './message.ts';
import { KEPT_UNTIL_QUIT, reason } from './reasons.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

type LocalCode = Exclude<
  ErrorCode,
  `capture/${string}` | `transport/${string}` | `rtmp/${string}` | `update/${string}`
>;

const STREAM_CONTINUES = 'Трансляция продолжается без этого источника.';
/** A recording may be all there is. */
const IF_LIVE = 'Если идёт трансляция, она продолжается.';
const TRY_OR_RESTART = 'Повторите попытку. Если это повторится, перезапустите Upcast.';
const UNAFFECTED = 'На трансляцию это не влияет.';

function recordingAction(why: unknown): string {
  if (why === 'tooManyRecordings' || why === 'filesTooSmall') return IF_LIVE;
  return why === 'folderProtected'
    ? `${IF_LIVE} Разрешите Upcast в разделе «Безопасность Windows» > «Защита от вирусов и угроз» > «Защита от программ-шантажистов» > «Контролируемый доступ к папкам» или выберите другую папку в настройках.`
    : `${IF_LIVE} Выберите другую папку в настройках.`;
}

export const localErrors: ErrorTexts<LocalCode> = {
  'input/bad-option': (details) => ({
    title: message(details, 'Введено недопустимое значение.'),
    action: 'Исправьте это и повторите попытку.',
  }),
  'input/bad-url': (details) => ({
    title: message(details, 'На этот адрес Upcast вести трансляцию не может.'),
    action: 'Укажите адрес, который начинается с rtmp:// или rtmps://, как его показывает сервис.',
  }),
  'input/bad-key': (details) => ({
    title: message(details, 'Это недопустимый ключ потока.'),
    action: 'Скопируйте ключ из сервиса ещё раз, без пробелов в начале и в конце.',
  }),
  'input/bad-file': (details) => ({
    title: message(details, 'Не удаётся прочитать файл.'),
    action: {
      otherFile: 'Выберите другой файл.',
      ifThatFails: 'Если не поможет, выберите другой файл.',
      none: undefined,
    }[fileAdvice(details)],
  }),
  'input/bad-message': (details) => ({
    title: reason(details) ?? 'Произошла ошибка.',
    action: {
      restart: TRY_OR_RESTART,
      none: undefined,
    }[messageAdvice(details)],
  }),
  'source/bad-image': (details) => ({
    title: message(details, 'Не удаётся показать это изображение.'),
    doing: STREAM_CONTINUES,
    action: 'Выберите другое изображение или пересохраните это как PNG или JPEG.',
  }),
  'source/bad-lut': () => ({
    title: 'Не удаётся прочитать этот LUT.',
    doing: 'Фильтр не действует.',
    action: 'Выберите другой файл .cube.',
  }),
  'source/file-unreadable': (details) => ({
    title: message(details, 'Не удаётся прочитать файл источника.'),
    doing:
      'Зрители видят последнюю прочитанную версию. Upcast снова покажет файл, как только сможет его прочитать.',
    action: 'Верните файл на место или выберите другой.',
  }),
  'source/page-failed': (details) => ({
    title: reason(details) ?? 'Не удаётся показать эту страницу.',
    ...(details['reason'] !== 'pageAddressMissing' && {
      doing:
        details['isGivenUp'] === true
          ? 'Зрители видят последний кадр страницы.'
          : 'Зрители видят последний кадр страницы. Upcast перезагрузит страницу автоматически.',
    }),
    action: {
      reload: 'Перезагрузите страницу или измените её адрес.',
      address: 'Проверьте адрес страницы.',
      none: undefined,
    }[pageAdvice(details)],
  }),
  'encoder/not-found': (details) => ({
    title: reason(details) ?? 'FFmpeg не найден.',
    action:
      details['reason'] === 'ffmpegMissing' || details['reason'] === 'ffmpegBroken'
        ? 'Затем повторите попытку.'
        : 'Установите FFmpeg и повторите попытку.',
  }),
  'encoder/failed-to-start': (details) => ({
    title: reason(details) ?? 'Кодировщик не запустился.',
    action: 'Выберите другой кодировщик или меньшее разрешение в настройках.',
  }),
  'encoder/exited': () => ({
    title: 'Кодировщик остановился.',
    action: 'Если это повторится, выберите другой кодировщик в настройках.',
  }),
  'encoder/stalled': () => ({
    title: 'Кодировщик перестал отвечать.',
    action: 'Выберите меньшее разрешение или более быстрый пресет ЦП в настройках.',
  }),
  'encoder/bad-output': () => ({
    title: 'Кодировщик выдал неправильные данные.',
    action: 'Выберите другой кодировщик в настройках.',
  }),
  'encoder/unsupported': (details) => ({
    title: reason(details) ?? 'Этот кодировщик не работает на этом компьютере.',
    action:
      reason(details) === undefined
        ? 'Выберите в настройках кодировщик «Автоматически».'
        : 'Затем снова выберите кодировщик в настройках.',
  }),
  'flv/bad-data': () => ({
    title: 'Upcast пропустил повреждённые данные в трансляции.',
    action: 'Если это повторяется, завершите трансляцию и выйдите в эфир снова.',
  }),
  'record/cannot-write': ({ reason: why }) => ({
    title: 'Не удалось сохранить запись.',
    action: recordingAction(why),
  }),
  'record/disk-full': () => ({
    title: 'Диск заполнен.',
    action: `Всё записанное до этого сохранено. ${IF_LIVE} Освободите место и начните запись снова.`,
  }),
  'report/gone': () => ({
    title: 'Этого отчёта больше нет.',
    action: 'Закройте этот список и откройте его снова.',
  }),
  'report/unreadable': () => ({
    title: 'Не удалось прочитать этот отчёт.',
    action: 'Другие отчёты не затронуты. Если этот не нужен, удалите его.',
  }),
  'settings/corrupt': (details) => ({
    title: message(details, 'Файл настроек повреждён.'),
    action: 'Если чего-то не хватает, настройте это заново.',
  }),
  'settings/newer-version': (details) => ({
    title: reason(details) ?? 'Настройки сохранены более новой версией Upcast.',
    action: {
      openNewer: 'Upcast не менял настройки. Чтобы использовать или изменить их, откройте новую версию.',
      none: undefined,
    }[newerVersionAdvice(details)],
  }),
  'settings/write-failed': (details) => ({
    title: message(details, 'Не удалось сохранить настройки.'),
    action:
      reason(details) === undefined
        ? 'Сохранённое ранее не изменилось. Проверьте, есть ли на диске место и доступ на запись.'
        : 'Сохранённое ранее не изменилось.',
  }),
  'settings/no-keychain': () => ({
    title: 'Системная связка ключей недоступна.',
    action:
      'Upcast хранит ключи потоков только до выхода. Чтобы сохранить их, разблокируйте связку ключей. В Linux её, возможно, нужно сначала установить, например GNOME Keyring.',
  }),
  'settings/keys-locked': (details) => ({
    title: reason(details) ?? 'Не удаётся открыть сохранённые ключи потоков.',
    action:
      details['reason'] === 'keysFileLocked'
        ? KEPT_UNTIL_QUIT
        : `Разблокируйте связку ключей и перезапустите Upcast. ${KEPT_UNTIL_QUIT}`,
  }),
  'settings/no-key': () => ({
    title: 'У этой площадки нет ключа потока.',
    action: 'Откройте площадку для изменения и вставьте ключ, который показывает сервис.',
  }),
  'settings/key-of-other-server': (details) => ({
    title: message(
      details,
      'Сервер или его настройки сертификата изменились, поэтому Upcast не будет использовать сохранённый ключ.',
    ),
    action: 'Чтобы всё равно продолжить, введите ключ потока и пароль снова.',
  }),
  'settings/wrong-passphrase': () => ({
    title: 'Неверная парольная фраза.',
    action: 'Повторите попытку.',
  }),
  'remote/unauthorized': () => ({
    title: 'Приложение удалённого управления использовало неверный токен.',
    action: 'Скопируйте токен из настроек ещё раз.',
  }),
  'remote/forbidden': (details) => ({
    title: message(details, 'Upcast отклонил запрос удалённого управления.'),
    action: 'Подключайтесь из приложения на этом компьютере, а не с веб-страницы.',
  }),
  'remote/not-found': (details) => ({
    title: message(details, 'Приложение удалённого управления запросило то, чего нет.'),
    action: 'Список запросов — в «Руководстве по Upcast» на странице «Remote control».',
  }),
  'remote/too-much': (details) => ({
    title: message(details, 'Приложение удалённого управления отправило больше, чем принимает Upcast.'),
    action: 'Отправляйте меньше или закройте лишние подключения и повторите попытку.',
  }),
  'studio/not-ready': (details) => ({
    title: message(details, 'Сейчас Upcast не может этого сделать.'),
    action: {
      listed: 'Исправьте то, что указано над кнопкой «В эфир», и повторите попытку.',
      ifWrong: 'Если это не так, повторите попытку чуть позже.',
      none: undefined,
    }[notReadyAdvice(details)],
  }),
  'studio/refused': (details) => ({
    title: message(details, 'Upcast не может внести это изменение.'),
    action: {
      check: 'Проверьте сцены и источники и повторите попытку.',
      unchanged: 'Ничего не изменилось.',
      none: undefined,
    }[refusalAdvice(details)],
  }),
  'remote/port-taken': (details) => ({
    title: message(details, 'Этот порт занят другим приложением.'),
    action: 'Выключите удалённое управление, выберите другой порт и включите его снова.',
  }),
  'internal/engine-silent': () => ({
    title: 'Движок трансляции не отвечает.',
    action: 'Завершите трансляцию и выйдите в эфир снова. Если не поможет, перезапустите Upcast.',
  }),
  'internal/engine-exited': ({ isRestarted }) =>
    isRestarted === false
      ? {
          title: 'Движок трансляции постоянно останавливается.',
          action:
            'Чтобы запустить его снова, выйдите в эфир. Если он опять остановится, перезапустите Upcast.',
        }
      : {
          title: 'Движок трансляции неожиданно остановился.',
          doing: 'Upcast перезапустил его. Если шли эфир или запись, они начинаются снова.',
          action: 'Если это повторится, сохраните диагностику через меню «Справка».',
        },
  'internal/process-crashed': ({ part }) => crashedProcess(part),
  'internal/aborted': () => ({
    title: 'Отменено.',
    action: 'Повторите попытку, когда будете готовы.',
  }),
  'internal/bug': (details) => ({
    title: `В Upcast произошла ошибка. ${message(details, '')}`.trim(),
    doing: UNAFFECTED,
    action: TRY_OR_RESTART,
  }),
};
