/** Crashes, and the file of diagnostics. */

const SAVE_THEM = 'Passiert das wieder, speichere die Diagnosedaten im Menü „Hilfe“.';

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'Das Fenster von Upcast ist abgestürzt.',
    doing:
      'Upcast hat es neu geladen. Falls du live bist, läuft dein Stream weiter: Zuschauer sahen solange das letzte Bild.',
    action: SAVE_THEM,
  },
  graphics: {
    title: 'Der Grafikprozess ist abgestürzt.',
    doing: 'Upcast hat ihn neu gestartet. Falls du live bist, läuft dein Stream weiter.',
    action: 'Passiert das wieder, aktualisiere deinen Grafiktreiber.',
  },
  audio: {
    title: 'Der Audioprozess ist abgestürzt.',
    doing: 'Upcast hat ihn neu gestartet. Audioquellen sind vielleicht einige Sekunden lang stumm.',
    action: 'Bleibt eine Quelle stumm, wähle ihr Gerät neu aus.',
  },
};

const otherCrash = {
  title: 'Ein Teil von Upcast ist abgestürzt.',
  doing: 'Upcast hat ihn neu gestartet.',
  action: SAVE_THEM,
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Hilfe',
  save: 'Diagnosedaten speichern…',
  showLogs: 'Protokolldateien anzeigen',
  saveTitle: 'Diagnosedaten speichern',
  fileFilter: 'Textdateien',
  fileName: (stamp: string) => `Upcast-Diagnosedaten ${stamp}.txt`,
  savedTitle: 'Diagnosedaten gespeichert.',
  savedDetail:
    'Die Datei enthält keine Stream-Schlüssel, keine Adressen und kein Video. Upcast sendet sie nirgendwohin. Lies sie, bevor du sie weitergibst.',
  showFile: 'Datei anzeigen',
  notSaved:
    'Die Diagnosedaten konnten nicht gespeichert werden. Wähle einen anderen Ordner und versuche es noch einmal.',

  cutOff: 'Upcast wurde beim letzten Mal unerwartet beendet.',
  recovered: 'Beim letzten Mal ist ein Teil von Upcast abgestürzt.',
  offer:
    'Speichere die Diagnosedaten, um den Grund herauszufinden oder den Fehler zu melden. Upcast sendet von sich aus nichts.',

  heading: (time: string) => `Diagnosedaten von Upcast, ${time}`,
  about: [
    'Upcast sendet diese Datei nirgendwohin. Lies sie, bevor du sie weitergibst.',
    'Stream-Schlüssel, Passwörter, Adressen, Dateinamen und von dir eingegebene Namen sind weggelassen.',
  ],
  none: 'Keine.',
  facts: 'Upcast und dieser Computer',
  runs: 'Letzte Starts, neueste zuerst',
  noEnd: 'kein Ende: abgebrochen oder läuft noch',
  dumps:
    'Absturzabbilder, neueste zuerst (sie liegen im Einstellungsordner von Upcast, nicht in dieser Datei)',
  settings: 'Einstellungen (nur Zahlen und Auswahlwerte)',
  stream: 'Letzter Stream',
  log: 'Protokoll, älteste Einträge zuerst',
};
