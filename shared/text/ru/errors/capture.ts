/** What goes wrong with sources that are captured: cameras, screens, microphones, the computer's sound. */
import { capture } from '../inputs.ts';
import { message } from './message.ts';
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorTexts } from '../../error-text-types.ts';

function applicationAction({ reason: cause }: ErrorDetails): string {
  switch (cause) {
    case 'soundToolsMissing':
      return 'Установите pulseaudio-utils: этот пакет работает и с PipeWire. Затем Upcast начнёт захватывать приложение автоматически.';
    case 'applicationAudioElsewhere':
      return 'Удалите канал или направьте звук приложения в виртуальный микрофон и добавьте его.';
    default:
      return 'Upcast продолжает попытки. Если звук не вернётся, перезапустите PulseAudio или PipeWire.';
  }
}

/** Several devices have the name of the chosen one. */
const isOneOfSeveral = ({ count }: ErrorDetails): boolean => count !== undefined;

const STREAM_CONTINUES = 'Трансляция продолжается без этого источника.';
const HEARS_NOTHING = 'Вы ничего не слышите. На трансляцию это не влияет.';
const CHANNEL_SILENT = 'В канале тишина.';

/** With other channels the stream has their sound. */
function silent(details: ErrorDetails, until = ''): string {
  const what = details['hasOtherSounds'] === true ? 'В канале тишина' : 'Трансляция идёт без звука';
  return `${what}${until === '' ? '' : `, ${until}`}.`;
}

/** As each system names the page where a person allows it. */
function allowAction({ kind, system }: ErrorDetails): string {
  if (system === 'mac' && kind === 'screen')
    return 'Включите Upcast в разделе «Системные настройки» > «Конфиденциальность и безопасность» > «Запись экрана и системного аудио», затем перезапустите Upcast.';
  const page = kind === 'microphone' ? 'Микрофон' : 'Камера';
  if (system === 'mac')
    return `Включите Upcast в разделе «Системные настройки» > «Конфиденциальность и безопасность» > «${page}», затем выберите источник снова.`;
  if (system === 'windows')
    return `Разрешите доступ классическим приложениям в разделе «Параметры» > «Конфиденциальность и защита» > «${page}», затем выберите источник снова.`;
  return 'Разрешите доступ в настройках конфиденциальности системы, затем выберите источник снова.';
}

export const captureErrors: ErrorTexts<Extract<ErrorCode, `capture/${string}`>> = {
  'capture/no-camera': (details) =>
    details['label'] === undefined
      ? {
          title: 'Камера не найдена.',
          doing: 'Камера появится в списке, как только вы её подключите.',
          action: 'Подключите камеру или выберите экран, окно либо тестовую таблицу.',
        }
      : {
          title: message(details, 'Выбранная камера не подключена.'),
          ...(isOneOfSeveral(details)
            ? {
                doing: 'Upcast не использует ни одну из этих камер, чтобы зрители не увидели чужую.',
                action: 'Выберите одну из этих камер в разделе «Источники».',
              }
            : {
                doing: 'Upcast возьмёт камеру, как только она подключится.',
                action: 'Подключите камеру или выберите другую в разделе «Источники».',
              }),
        },
  'capture/no-microphone': (details) =>
    details['label'] === undefined
      ? {
          title: 'Микрофон не найден.',
          doing: silent(details),
          action: 'Подключите микрофон или выберите «Без звука».',
        }
      : {
          title: message(details, 'Выбранный микрофон не подключён.'),
          ...(isOneOfSeveral(details)
            ? { doing: silent(details), action: 'Выберите один из этих микрофонов в разделе «Звук».' }
            : {
                doing: silent(details, 'пока микрофон не подключён'),
                action: 'Подключите микрофон или выберите другой в разделе «Звук».',
              }),
        },
  'capture/no-screen': (details) => ({
    title: message(details, 'Нет экрана или окна для захвата.'),
    ...(details['reason'] === 'screensUnlisted'
      ? { action: 'Повторите попытку чуть позже. Если не поможет, перезапустите Upcast.' }
      : {
          doing: 'Upcast возобновит захват, когда экран или окно вернётся.',
          action: 'Выберите другой экран или окно в разделе «Источники».',
        }),
  }),
  'capture/window-closed': (details) => ({
    title: message(details, 'Окно закрыто.'),
    doing:
      'Зрители видят последний кадр окна. Upcast возобновит захват, когда окно с тем же заголовком откроется снова.',
    action: 'Откройте окно снова или выберите другое в разделе «Источники».',
  }),
  'capture/window-unclear': (details) => ({
    title: message(details, 'Непонятно, какое окно захватывать.'),
    doing: 'Upcast не показывает ни одного окна, чтобы зрители не увидели чужое.',
    action: 'Выберите окно или экран заново в разделе «Источники».',
  }),
  'capture/permission-denied': (details) => ({
    title: message(details, 'Upcast не разрешено использовать камеру или микрофон либо захватывать экран.'),
    doing: STREAM_CONTINUES,
    action: allowAction(details),
  }),
  'capture/source-lost': (details) => ({
    title: message(details, 'Источник отключился.'),
    doing:
      details['kind'] === 'microphone'
        ? silent(details, 'пока микрофон не вернётся')
        : 'Зрители видят последний кадр, пока источник не вернётся.',
    action: 'Переподключите источник или выберите другой.',
  }),
  'capture/muted': (details) => ({
    title: message(details, 'Устройство выключено.'),
    ...(details['kind'] === 'microphone'
      ? {
          doing: silent(details, 'пока микрофон заглушён'),
          action: 'Включите микрофон переключателем на нём самом, на клавиатуре или в настройках системы.',
        }
      : {
          doing: 'Новое видео с камеры к зрителям не поступает.',
          action:
            'Откройте шторку камеры или включите камеру её клавишей на клавиатуре или в настройках системы.',
        }),
  }),
  'capture/sound-stopped': (details) => ({
    title: message(details, capture.audioStopped),
    doing: `${silent(details)} Upcast переподключается к звуковой службе.`,
    action:
      'Если звук не вернётся за 10 секунд, переподключите микрофон или перезапустите PulseAudio или PipeWire.',
  }),
  'capture/no-system-audio': (details) => ({
    title: message(details, 'Не удаётся захватить звук рабочего стола.'),
    doing: CHANNEL_SILENT,
    action: 'Удалите канал или направьте звук в виртуальный микрофон и добавьте его.',
  }),
  'capture/no-application-audio': (details) => ({
    title: message(details, 'Не удаётся захватить звук отдельного приложения.'),
    doing: CHANNEL_SILENT,
    action: applicationAction(details),
  }),
  'capture/no-speakers': (details) => ({
    title: message(details, 'Не удаётся вывести звук на устройство прослушивания.'),
    doing: HEARS_NOTHING,
    action: 'Подключите устройство или выберите другое в окне «Звук программы».',
  }),
  'capture/monitor-loop': ({ isUnknown }) => ({
    title:
      isUnknown === true
        ? 'Прослушивание выключено: то, что вы слышите, может попасть в звук рабочего стола.'
        : 'Прослушивание выключено: то, что вы слышите, попало бы в звук рабочего стола.',
    doing: HEARS_NOTHING,
    action:
      isUnknown === true
        ? 'Установите pulseaudio-utils, чтобы Upcast знал, с какого устройства захватывается звук рабочего стола, или удалите звук рабочего стола.'
        : 'Выберите в окне «Звук программы» устройство прослушивания, отличное от системного по умолчанию.',
  }),
  'capture/file-unreadable': () => ({
    title: 'Не удаётся воспроизвести медиафайл.',
    action: 'Выберите другой файл или источник.',
  }),
  'capture/failed': (details) => ({
    title: message(details, 'Не удалось запустить источник.'),
    doing: STREAM_CONTINUES,
    action: 'Закройте другие приложения, которые используют этот источник, и выберите его снова.',
  }),
};
