/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Szenen, Quellen und Audio',
  destinations: 'Ziele',
  bottom: 'Diagramm und Ereignisse',
  bottomTabs: 'Diagramm oder Ereignisse',
  bitrate: 'Bitrate',
  events: 'Ereignisse',

  oldElectron: 'Veraltetes Electron',
  oldElectronText: (version: string) =>
    `Veraltetes Electron ${version}: nur für die Entwicklung. Dieser Version fehlen Sicherheitsupdates, streame also nicht damit.`,

  noEvents: 'Hier erscheinen Ereignisse.',
  event: (destination: string, text: string) => `${destination}: ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  done: 'Fertig',
  save: 'Speichern',
  saving: 'Speichern…',
  undo: 'Rückgängig',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast kann sein Fenster nicht anzeigen.',
  onAir: 'Dein Stream läuft noch. Wenn du das Fenster neu lädst, ist das Video kurz unterbrochen.',
  offAir: 'Du bist nicht live. Lade das Fenster neu. Passiert das wieder, starte Upcast neu.',
  cannotEnd: 'Der Stream konnte nicht beendet werden. Schließe Upcast, um ihn zu beenden.',
  reload: 'Fenster neu laden',

  part: (name: string) =>
    `Dieser Bereich kann nicht angezeigt werden: ${name}. In Upcast ist ein Fehler aufgetreten. Dein Stream ist nicht betroffen.`,
  showAgain: 'Wieder anzeigen',

  formTitle: 'Upcast kann dieses Formular nicht anzeigen.',
  formText:
    'In Upcast ist ein Fehler aufgetreten. Nichts wurde geändert, und dein Stream ist nicht betroffen.',
};

export const startNotices = {
  unread:
    'Upcast konnte einige deiner gespeicherten Einstellungen nicht lesen. Prüfe deine Ziele und Einstellungen, bevor du live gehst.',
  nothingDeleted: (reasons: string) => `${reasons} Upcast hat nichts gelöscht.`,
  passwordKeptForRun:
    'Ein Serverpasswort konnte nicht gespeichert werden. Upcast behält es nur bis zum Beenden. Entsperre deinen Schlüsselbund, um es zu speichern.',
  passwordInFile:
    'Ein Serverpasswort ist noch unverschlüsselt gespeichert. Entsperre deinen Schlüsselbund und starte Upcast neu, um es zu verschlüsseln.',
};
