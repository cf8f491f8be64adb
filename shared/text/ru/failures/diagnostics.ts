/** Crashes, and the file of diagnostics. */

const SAVE_DIAGNOSTICS = 'Если это повторится, сохраните диагностику через меню «Справка».';

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'Сбой окна Upcast.',
    doing:
      'Upcast перезагрузил его. Если идёт трансляция, она продолжается: всё это время зрители видели последний кадр.',
    action: SAVE_DIAGNOSTICS,
  },
  graphics: {
    title: 'Сбой графического процесса.',
    doing: 'Upcast перезапустил его. Если идёт трансляция, она продолжается.',
    action: 'Если это повторится, обновите драйвер видеокарты.',
  },
  audio: {
    title: 'Сбой звукового процесса.',
    doing: 'Upcast перезапустил его. Источники звука могут молчать несколько секунд.',
    action: 'Если источник не зазвучит, выберите его устройство заново.',
  },
};

const otherCrash = {
  title: 'Сбой одного из процессов Upcast.',
  doing: 'Upcast перезапустил его.',
  action: SAVE_DIAGNOSTICS,
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Справка',
  save: 'Сохранить диагностику…',
  showLogs: 'Показать файлы журнала',
  saveTitle: 'Сохранение диагностики',
  fileFilter: 'Текстовые файлы',
  fileName: (stamp: string) => `Диагностика Upcast ${stamp}.txt`,
  savedTitle: 'Диагностика сохранена.',
  savedDetail:
    'В файле нет ключей потоков, адресов и видео. Upcast никуда его не отправляет. Прочитайте его, прежде чем кому-то передавать.',
  showFile: 'Показать файл',
  notSaved: 'Не удалось сохранить диагностику. Выберите другую папку и повторите попытку.',

  cutOff: 'В прошлый раз Upcast неожиданно закрылся.',
  recovered: 'В прошлый раз в Upcast произошёл сбой.',
  offer: 'Сохраните диагностику, чтобы узнать причину или сообщить о ней. Сам Upcast ничего не отправляет.',

  heading: (time: string) => `Диагностика Upcast, ${time}`,
  about: [
    'Upcast никуда не отправляет этот файл. Прочитайте его, прежде чем кому-то передавать.',
    'Ключей потоков, паролей, адресов, имён файлов и названий, которые вы ввели, здесь нет.',
  ],
  none: 'Нет.',
  facts: 'Upcast и этот компьютер',
  runs: 'Последние запуски, сначала новые',
  noEnd: 'без завершения: прерван или ещё работает',
  dumps: 'Дампы сбоев, сначала новые (хранятся в папке настроек Upcast, не в этом файле)',
  settings: 'Настройки (только числа и варианты)',
  stream: 'Последняя трансляция',
  log: 'Журнал, сначала старые записи',
};
