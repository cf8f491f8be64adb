/** Crashes, and the file of diagnostics. */

const SAVE_IF_AGAIN = 'Si cela se reproduit, sauvegardez le diagnostic depuis le menu Aide.';

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'La fenêtre d’Upcast a planté.',
    doing:
      'Upcast l’a rechargée. Si vous êtes en direct, votre stream continue : les spectateurs ont vu la dernière image entre-temps.',
    action: SAVE_IF_AGAIN,
  },
  graphics: {
    title: 'Le processus graphique a planté.',
    doing: 'Upcast l’a redémarré. Si vous êtes en direct, votre stream continue.',
    action: 'Si cela se reproduit, mettez à jour le pilote de votre carte graphique.',
  },
  audio: {
    title: 'Le processus audio a planté.',
    doing: 'Upcast l’a redémarré. Les sources audio peuvent être muettes quelques secondes.',
    action: 'Si une source reste muette, choisissez à nouveau son périphérique.',
  },
};

const otherCrash = {
  title: 'Une partie d’Upcast a planté.',
  doing: 'Upcast l’a redémarrée.',
  action: SAVE_IF_AGAIN,
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Aide',
  save: 'Sauvegarder le diagnostic…',
  showLogs: 'Afficher les journaux',
  saveTitle: 'Sauvegarder le diagnostic',
  fileFilter: 'Fichiers texte',
  fileName: (stamp: string) => `Diagnostic Upcast ${stamp}.txt`,
  savedTitle: 'Diagnostic sauvegardé.',
  savedDetail:
    'Le fichier ne contient ni clés de stream, ni adresses, ni vidéo. Upcast ne l’envoie nulle part. Lisez-le avant de le partager.',
  showFile: 'Voir le fichier',
  notSaved: 'Impossible de sauvegarder le diagnostic. Choisissez un autre dossier, puis réessayez.',

  cutOff: 'Upcast s’est fermé de façon inattendue la dernière fois.',
  recovered: 'Une partie d’Upcast a planté la dernière fois.',
  offer:
    'Sauvegardez le diagnostic pour en trouver la cause ou pour la signaler. Upcast n’envoie rien de lui-même.',

  heading: (time: string) => `Diagnostic Upcast, ${time}`,
  about: [
    'Upcast n’envoie ce fichier nulle part. Lisez-le avant de le partager.',
    'Les clés de stream, mots de passe, adresses, noms de fichiers et noms que vous avez saisis sont omis.',
  ],
  none: 'Aucun.',
  facts: 'Upcast et cet ordinateur',
  runs: 'Dernières exécutions, de la plus récente à la plus ancienne',
  noEnd: 'pas de fin : interrompue, ou encore en cours',
  dumps:
    'Vidages sur incident, du plus récent au plus ancien (ils sont dans le dossier de paramètres d’Upcast, pas dans ce fichier)',
  settings: 'Paramètres (nombres et choix seulement)',
  stream: 'Dernier stream',
  log: 'Journal, du plus ancien au plus récent',
};
