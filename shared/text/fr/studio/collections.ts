/** Collections: scenes and sources under a name, of which one is open. */
import { format, noun } from '../format.ts';

export const collections = {
  title: 'Collections',
  /** Of the button that opens the menu. */
  open: (name: string) => `Collection : ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Sans titre',
  add: 'Nouvelle collection',
  all: 'Toutes les collections…',
  import: 'Importer…',
  exportOpen: 'Exporter…',
  exported: (folder: string, files: number) =>
    files === 0
      ? `Exportation terminée dans le dossier « ${folder} ».`
      : `Exportation terminée dans le dossier « ${folder} », avec ${format.count(files, noun('fichier'))}.`,
  notExported: (names: readonly string[]) =>
    `Ces fichiers sont introuvables et ne sont donc pas dans l’exportation : ${format.list(names)}.`,
  exporting: (name: string) => `Exportation de « ${name} »`,
  copying: 'Copie des fichiers',
  copied: (done: number, total: number) => `${format.bytes(done)} sur ${format.bytes(total)}`,
  name: 'Nom de la collection',
  list: 'Collections',
  isOpen: 'Ouverte',
  switchTo: (name: string) => `Passer à ${name}`,
  rename: (name: string) => `Renommer ${name}`,
  duplicate: (name: string) => `Dupliquer ${name}`,
  remove: (name: string) => `Retirer ${name}`,
  cannotRemoveOpen: 'Passez à une autre collection pour retirer celle-ci',
  removed: (name: string) => `Retirée : « ${name} ».`,
  hint: 'Une collection contient vos scènes, vos sources et votre mixage audio. Les paramètres vidéo et les destinations sont communs à toutes.',
  question: (name: string) => `Passer à « ${name} » pendant le direct ?`,
  newQuestion: 'Ouvrir une nouvelle collection pendant le direct ?',
  consequences:
    'Les spectateurs verront aussitôt la scène de cette collection. Votre stream continue avec les mêmes paramètres vidéo. Les sources qui sont seulement dans la collection actuelle s’arrêtent.',
  newConsequences:
    'Les spectateurs verront une scène vide jusqu’à ce que vous ajoutiez une source. Votre stream continue avec les mêmes paramètres vidéo.',
  confirm: 'Changer',
  confirmNew: 'Ouvrir',
};

export const collectionImport = {
  title: 'Importer une collection',
  titleOf: (name: string) => `Importer « ${name} »`,
  hint: 'Choisissez le fichier collection.json d’une collection exportée, ou une collection de scènes d’OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `Depuis OBS : ${fileName}` : `Exportée depuis Upcast : ${fileName}`,
  found: 'D’OBS sur cet ordinateur',
  chooseFile: 'Choisir un fichier…',
  anotherFile: 'Choisir un autre fichier…',
  import: 'Importer',
  contents: (scenes: number, sources: number, files: number) =>
    `${format.list([
      format.count(scenes, noun('scène')),
      format.count(sources, noun('source')),
      format.count(files, noun('fichier')),
    ])}.`,
  missing: (count: number) => format.count(count, noun('fichier manquant', 'fichiers manquants')),
  locate: 'Localiser…',
  devices: 'Choisir les périphériques',
  devicesHint:
    'OBS identifie les périphériques autrement. Choisissez-les donc de nouveau, maintenant ou plus tard.',
  inObs: (device: string) => `Dans OBS : ${device}`,
  later: 'Choisir plus tard',
  chooseScreen: 'Choisir un écran ou une fenêtre…',
  changed: 'Importations avec changements',
  left: 'Omissions',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `Et ${format.number(count)} de plus.`,
  consequences:
    'L’importation crée une nouvelle collection et ne modifie ni l’original ni vos autres collections. Vos paramètres vidéo restent inchangés.',
};
