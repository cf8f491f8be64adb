/** Collections: scenes and sources under a name, of which one is open. */
import { format } from '../format.ts';

const files = { one: 'Datei', other: 'Dateien' };

export const collections = {
  title: 'Sammlungen',
  /** Of the button that opens the menu. */
  open: (name: string) => `Sammlung: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Unbenannt',
  add: 'Neue Sammlung',
  all: 'Alle Sammlungen…',
  import: 'Importieren…',
  exportOpen: 'Exportieren…',
  exported: (folder: string, count: number) =>
    count === 0
      ? `In den Ordner „${folder}“ exportiert.`
      : `In den Ordner „${folder}“ exportiert, mit ${format.count(count, files)}.`,
  notExported: (names: readonly string[]) =>
    `Diese Dateien wurden nicht gefunden und fehlen im Export: ${format.list(names)}.`,
  exporting: (name: string) => `„${name}“ wird exportiert`,
  copying: 'Dateien werden kopiert',
  copied: (done: number, total: number) => `${format.bytes(done)} von ${format.bytes(total)}`,
  name: 'Name der Sammlung',
  list: 'Sammlungen',
  isOpen: 'Geöffnet',
  switchTo: (name: string) => `Zu ${name} wechseln`,
  rename: (name: string) => `${name} umbenennen`,
  duplicate: (name: string) => `${name} duplizieren`,
  remove: (name: string) => `${name} entfernen`,
  cannotRemoveOpen: 'Wechsle zu einer anderen Sammlung, um diese zu entfernen',
  removed: (name: string) => `„${name}“ entfernt.`,
  hint: 'Eine Sammlung enthält deine Szenen, Quellen und den Audiomixer. Videoeinstellungen und Ziele sind in allen gleich.',
  question: (name: string) => `Live zu „${name}“ wechseln?`,
  newQuestion: 'Live eine neue Sammlung öffnen?',
  consequences:
    'Zuschauer sehen sofort die Szene dieser Sammlung. Dein Stream läuft mit denselben Videoeinstellungen weiter. Quellen, die es nur in der aktuellen Sammlung gibt, schalten sich aus.',
  newConsequences:
    'Zuschauer sehen eine leere Szene, bis du eine Quelle hinzufügst. Dein Stream läuft mit denselben Videoeinstellungen weiter.',
  confirm: 'Wechseln',
  confirmNew: 'Öffnen',
};

export const collectionImport = {
  title: 'Sammlung importieren',
  titleOf: (name: string) => `„${name}“ importieren`,
  hint: 'Wähle die collection.json einer exportierten Sammlung oder eine Szenensammlung aus OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `Aus OBS: ${fileName}` : `Aus Upcast exportiert: ${fileName}`,
  found: 'Aus OBS auf diesem Computer',
  chooseFile: 'Datei auswählen…',
  anotherFile: 'Andere Datei auswählen…',
  import: 'Importieren',
  contents: (sceneCount: number, sourceCount: number, fileCount: number) =>
    `${format.list([
      format.count(sceneCount, { one: 'Szene', other: 'Szenen' }),
      format.count(sourceCount, { one: 'Quelle', other: 'Quellen' }),
      format.count(fileCount, files),
    ])}.`,
  missing: (count: number) => format.count(count, { one: 'fehlende Datei', other: 'fehlende Dateien' }),
  locate: 'Suchen…',
  devices: 'Geräte auswählen',
  devicesHint: 'OBS kennzeichnet Geräte anders. Wähle sie deshalb neu aus, jetzt oder später.',
  inObs: (device: string) => `In OBS: ${device}`,
  later: 'Später auswählen',
  chooseScreen: 'Bildschirm oder Fenster auswählen…',
  changed: 'Mit Änderungen importiert',
  left: 'Weggelassen',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `Und ${format.number(count)} weitere.`,
  consequences:
    'Der Import legt eine neue Sammlung an und verändert weder das Original noch deine anderen Sammlungen. Deine Videoeinstellungen bleiben, wie sie sind.',
};
