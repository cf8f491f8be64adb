/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Правка',
  undo: 'Отменить',
  redo: 'Повторить',
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  pasteAsText: 'Вставить как обычный текст',
  delete: 'Удалить',
  selectAll: 'Выделить все',
  actualSize: 'Реальный размер',
  zoomIn: 'Увеличить',
  zoomOut: 'Уменьшить',
  fullScreen: 'Полный экран',
  developerTools: 'Инструменты разработчика',
  close: 'Закрыть окно',
  quit: 'Выйти из Upcast',
  about: 'О программе Upcast',
  services: 'Службы',
  hide: 'Скрыть Upcast',
  hideOthers: 'Скрыть остальные',
  showAll: 'Показать все',
  window: 'Окно',
};

export const languageSettings = {
  label: 'Язык',
  system: (language: string) => `Язык системы (${language})`,
  reload: 'После сохранения окно Upcast загрузится заново.',
  busy: 'Язык можно изменить, когда нет трансляции и записи.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Уведомления ({hotkey})',
  one: 'Уведомление',
};
