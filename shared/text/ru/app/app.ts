/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Правка',
  undo: 'Отменить',
  redo: 'Повторить',
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  pasteAsText: 'Вставить без форматирования',
  delete: 'Удалить',
  selectAll: 'Выделить всё',
  actualSize: 'Исходный размер',
  zoomIn: 'Увеличить',
  zoomOut: 'Уменьшить',
  fullScreen: 'Полноэкранный режим',
  developerTools: 'Инструменты разработчика',
  close: 'Закрыть окно',
  quit: 'Выйти из Upcast',
  about: 'Об Upcast',
  services: 'Службы',
  hide: 'Скрыть Upcast',
  hideOthers: 'Скрыть остальные',
  showAll: 'Показать все',
  window: 'Окно',
};

export const languageSettings = {
  label: 'Язык',
  /** What the system prefers, by its own name. */
  system: (language: string) => `Как в системе (${language})`,
  reload: 'При сохранении окно Upcast перезагрузится.',
  busy: 'Язык можно сменить, когда нет эфира и не идёт запись.',
};
