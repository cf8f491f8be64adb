/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Сцены, источники и звук',
  destinations: 'Площадки',
  bottom: 'График и события',
  bottomTabs: 'График или события',
  bitrate: 'Битрейт',
  events: 'События',

  oldElectron: 'Устаревший Electron',
  oldElectronText: (version: string) =>
    `Устаревший Electron ${version}: только для разработки. В этой версии нет исправлений безопасности, не используйте её для эфира.`,

  noEvents: 'Здесь появятся события.',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Отмена',
  close: 'Закрыть',
  dismiss: 'Скрыть',
  done: 'Готово',
  save: 'Сохранить',
  saving: 'Сохранение…',
  undo: 'Отменить',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast не может показать своё окно.',
  onAir: 'Трансляция продолжается. Перезагрузка окна ненадолго прервёт видео.',
  offAir: 'Вы не в эфире. Перезагрузите окно. Если это повторится, перезапустите Upcast.',
  cannotEnd: 'Не удалось завершить трансляцию. Чтобы завершить её, закройте Upcast.',
  reload: 'Перезагрузить окно',

  part: (name: string) =>
    `Не удаётся показать часть окна «${name}»: в Upcast произошла ошибка. На трансляцию это не влияет.`,
  showAgain: 'Показать снова',

  formTitle: 'Upcast не может показать эту форму.',
  formText: 'В Upcast произошла ошибка. Ничего не изменилось, на трансляцию это не влияет.',
};

export const startNotices = {
  unread:
    'Не удалось прочитать часть сохранённых настроек. Перед выходом в эфир проверьте площадки и настройки.',
  nothingDeleted: (reasons: string) => `${reasons} Upcast ничего не удалил.`,
  passwordKeptForRun:
    'Не удалось сохранить пароль сервера. Upcast хранит его только до выхода. Чтобы сохранить пароль, разблокируйте связку ключей.',
  passwordInFile:
    'Пароль сервера всё ещё хранится в незашифрованном виде. Чтобы зашифровать его, разблокируйте связку ключей и перезапустите Upcast.',
};
