/** Collections: scenes and sources under a name, of which one is open. */
import { format } from '../format.ts';

export const collections = {
  title: 'Collections',
  /** Of the button that opens the menu. */
  open: (name: string) => `Collection: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Untitled',
  add: 'New collection',
  all: 'All collections…',
  import: 'Import…',
  exportOpen: 'Export…',
  exported: (folder: string, files: number) =>
    files === 0
      ? `Exported to the folder “${folder}”.`
      : `Exported to the folder “${folder}” with ${format.count(files, { one: 'file', other: 'files' })}.`,
  notExported: (names: readonly string[]) =>
    `Couldn’t find these files, so the export doesn’t include them: ${format.list(names)}.`,
  exporting: (name: string) => `Exporting “${name}”`,
  copying: 'Copying files',
  copied: (done: number, total: number) => `${format.bytes(done)} of ${format.bytes(total)}`,
  name: 'Collection name',
  list: 'Collections',
  isOpen: 'Open',
  switchTo: (name: string) => `Switch to ${name}`,
  rename: (name: string) => `Rename ${name}`,
  duplicate: (name: string) => `Duplicate ${name}`,
  remove: (name: string) => `Delete ${name}`,
  cannotRemoveOpen: 'Switch to another collection to delete this one',
  removed: (name: string) => `Deleted “${name}”.`,
  hint: 'A collection holds your scenes, sources, and audio mixer. Video settings and destinations are the same in all of them.',
  question: (name: string) => `Switch to “${name}” while live?`,
  newQuestion: 'Open a new collection while live?',
  consequences:
    'Viewers will see that collection’s scene right away. Your stream continues with the same video settings. Sources that are only in the current collection turn off.',
  newConsequences:
    'Viewers will see an empty scene until you add a source. Your stream continues with the same video settings.',
  confirm: 'Switch',
  confirmNew: 'Open',
};

export const collectionImport = {
  title: 'Import collection',
  titleOf: (name: string) => `Import “${name}”`,
  hint: 'Choose the collection.json of an exported collection, or a scene collection from OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `From OBS: ${fileName}` : `Exported from Upcast: ${fileName}`,
  found: 'From OBS on this computer',
  chooseFile: 'Choose file…',
  anotherFile: 'Choose another file…',
  import: 'Import',
  contents: (scenes: number, sources: number, files: number) =>
    `${format.list([
      format.count(scenes, { one: 'scene', other: 'scenes' }),
      format.count(sources, { one: 'source', other: 'sources' }),
      format.count(files, { one: 'file', other: 'files' }),
    ])}.`,
  missing: (count: number) => format.count(count, { one: 'missing file', other: 'missing files' }),
  locate: 'Locate…',
  devices: 'Choose devices',
  devicesHint: 'OBS identifies devices differently, so choose them again, now or later.',
  inObs: (device: string) => `In OBS: ${device}`,
  later: 'Choose later',
  chooseScreen: 'Choose screen or window…',
  changed: 'Imported with changes',
  left: 'Left out',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `And ${format.number(count)} more.`,
  consequences:
    'Importing makes a new collection and leaves the original and your other collections unchanged. Your video settings stay as they are.',
};
