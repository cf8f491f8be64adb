/** The items of the menu that every program has, and the choice of the language. */
export const appMenu = {
  edit: 'Bearbeiten',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  cut: 'Ausschneiden',
  copy: 'Kopieren',
  paste: 'Einfügen',
  pasteAsText: 'Ohne Formatierung einfügen',
  delete: 'Löschen',
  selectAll: 'Alles auswählen',
  actualSize: 'Originalgröße',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  fullScreen: 'Vollbild',
  developerTools: 'Entwicklerwerkzeuge',
  close: 'Fenster schließen',
  quit: 'Upcast beenden',
  about: 'Über Upcast',
  services: 'Dienste',
  hide: 'Upcast ausblenden',
  hideOthers: 'Andere ausblenden',
  showAll: 'Alle einblenden',
  window: 'Fenster',
};

export const languageSettings = {
  label: 'Sprache',
  /** What the system prefers, by its own name. */
  system: (language: string) => `Systemstandard (${language})`,
  reload: 'Beim Speichern lädt Upcast sein Fenster neu.',
  busy: 'Die Sprache lässt sich ändern, solange du weder live bist noch aufnimmst.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'Benachrichtigungen ({hotkey})',
  one: 'Benachrichtigung',
};
