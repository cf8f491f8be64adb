/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'Datei',
  viewMenu: 'Ansicht',
  menu: { settings: 'Einstellungen…', pastStreams: 'Frühere Streams', guide: 'Upcast-Handbuch' },
  cancel: 'Abbrechen',
  close: 'Schließen',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'Live',
    /** On the icon in macOS' dock. */
    liveBadge: 'LIVE',
    reconnecting: (name: string) => `Neue Verbindung zu ${name} wird aufgebaut`,
    failed: (name: string) => `Der Stream zu ${name} wurde gestoppt`,
    ended: 'Dein Stream ist beendet',
    interrupted: 'Dein Stream wurde unterbrochen',
    recordingStopped: 'Die Aufnahme wurde beendet',
  },

  startFailed: 'Upcast kann nicht starten.',
  startFailedAction:
    'Prüfe, ob dein Datenträger voll ist und ob Upcast in seinen Einstellungsordner schreiben darf. Öffne Upcast dann neu.',

  faultTitle: 'Upcast muss beendet werden.',
  faultDetail:
    'In Upcast ist ein Fehler aufgetreten. Warst du live, ist dein Stream beendet. Hast du aufgenommen, ist die Aufnahme gespeichert. Öffne Upcast neu, um weiterzumachen.',

  liveTitle: 'Du bist live.',
  liveDetail: 'Wenn du Upcast schließt, endet dein Stream.',
  endAndClose: 'Stream beenden und schließen',
  keepStreaming: 'Weiter streamen',

  windowFailsTitle: 'Das Fenster von Upcast stürzt immer wieder ab.',
  windowFailsDetail:
    'Upcast hat das Fenster in einer Minute dreimal neu geladen. Lade es noch einmal neu oder schließe Upcast.',
  windowFailsLiveDetail:
    'Upcast hat das Fenster in einer Minute dreimal neu geladen. Dein Stream bekommt kein neues Video, bis du das Fenster neu lädst.',
  reloadWindow: 'Fenster neu laden',
  closeApp: 'Upcast schließen',

  trustTitle: (host: string, destination: string) => `${host} für ${destination} erlauben?`,
  trustDetail: (url: string, host: string) =>
    `${url} will diesen Stream an ${host} umleiten. Auch dein Stream-Schlüssel würde dorthin gesendet. Erlaube das nur, wenn du ${host} vertraust.`,
  trustAllow: 'Erlauben',
  trustRefuse: 'Nicht erlauben',

  directTitle: 'Ohne Proxy verbinden?',
  directDetail: 'Das gilt für jedes Ziel ohne eigene Proxy-Einstellung.',
  directConfirm: 'Direkt verbinden',
  proxyTitle: (host: string, port: number) => `Über den Proxy ${host}, Port ${port} verbinden?`,
  proxyDetail:
    'Das gilt für jedes Ziel ohne eigene Proxy-Einstellung. Bei Verbindungen mit rtmp:// kann der Proxy den Stream-Schlüssel mitlesen; rtmps:// schützt ihn.',
  proxyConfirm: 'Diesen Proxy nutzen',
  systemProxyTitle: 'Über den Proxy deines Systems verbinden?',
  systemProxyConfirm: 'System-Proxy nutzen',

  importTitle: 'Ziele importieren',
  importButton: 'Importieren',
  importFilter: 'Ziele und Adresslisten',
  allFiles: 'Alle Dateien',
  exportTitle: 'Ziele exportieren',
  exportFilter: 'Upcast-Ziele',
  imageTitle: 'Bild auswählen',
  imageFilter: 'Bilder',
  mediaTitle: 'Mediendateien auswählen',
  mediaFilter: 'Video und Audio',
  stingerTitle: 'Stinger-Video auswählen',
  slidesTitle: 'Bilder für die Diashow auswählen',
  maskTitle: 'Bild für die Maske auswählen',
  lutTitle: 'LUT auswählen',
  lutFilter: 'LUT-Dateien (.cube)',
  textTitle: 'Textdatei auswählen',
  textFilter: 'Textdateien',
  collectionTitle: 'Sammlung importieren',
  collectionFilter: 'Sammlungen aus Upcast und OBS',
  copyFolderTitle: 'Ort für die Dateien der Sammlung auswählen',
  searchFolderTitle: 'Ordner auswählen, in dem die fehlenden Dateien gesucht werden',
  exportCollectionTitle: 'Sammlung exportieren',
  exportCollectionButton: 'Exportieren',
  relayFolderTitle: 'Ordner für die Relay-Dateien auswählen',
};
