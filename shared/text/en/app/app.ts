/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAsText: 'Paste as plain text',
  delete: 'Delete',
  selectAll: 'Select all',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  close: 'Close window',
  quit: 'Quit Upcast',
  about: 'About Upcast',
  services: 'Services',
  hide: 'Hide Upcast',
  hideOthers: 'Hide others',
  showAll: 'Show all',
  window: 'Window',
};

export const languageSettings = {
  label: 'Language',
  /** What the system prefers, by its own name. */
  system: (language: string) => `System default (${language})`,
  reload: 'Upcast reloads its window when you save.',
  busy: 'You can change the language when you’re not live or recording.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Notifications ({hotkey})',
  one: 'Notification',
};
