/** The window as a whole: its parts, faults, what the start came across. */

export const window = {
  name: 'Upcast',
  sourcesColumn: 'Scènes, sources et audio',
  destinations: 'Destinations',
  bottom: 'Graphique et événements',
  bottomTabs: 'Graphique ou événements',
  bitrate: 'Débit',
  events: 'Événements',

  oldElectron: 'Electron obsolète',
  oldElectronText: (version: string) =>
    `Electron ${version} est obsolète : pour le développement uniquement. Il manque des correctifs de sécurité à cette version, ne l’utilisez pas pour streamer.`,

  noEvents: 'Les événements apparaîtront ici.',
  event: (destination: string, text: string) => `${destination} : ${text}`,
};

/** What many parts of the window say. */
export const common = {
  cancel: 'Annuler',
  close: 'Fermer',
  dismiss: 'Masquer',
  done: 'Terminé',
  save: 'Sauvegarder',
  saving: 'Sauvegarde…',
  undo: 'Annuler',
  /** A button's name with its shortcut. */
  withShortcut: (label: string, shortcut: string) => `${label}  ${shortcut}`,
};

export const faults = {
  windowTitle: 'Upcast ne peut pas afficher sa fenêtre.',
  onAir: 'Votre stream continue. Recharger la fenêtre interrompt la vidéo un instant.',
  offAir: 'Vous n’êtes pas en direct. Rechargez la fenêtre. Si cela se reproduit, redémarrez Upcast.',
  cannotEnd: 'Impossible d’arrêter le stream. Fermez Upcast pour l’arrêter.',
  reload: 'Recharger la fenêtre',

  part: (name: string) =>
    `Impossible d’afficher cette partie : ${name}. Une erreur s’est produite dans Upcast. Votre stream n’est pas affecté.`,
  showAgain: 'Réafficher',

  formTitle: 'Upcast ne peut pas afficher ce formulaire.',
  formText: 'Une erreur s’est produite dans Upcast. Rien n’a changé, et votre stream n’est pas affecté.',
};

export const startNotices = {
  unread:
    'Upcast n’a pas pu lire certains de vos paramètres. Vérifiez vos destinations et vos paramètres avant de passer en direct.',
  nothingDeleted: (reasons: string) => `${reasons} Upcast n’a rien supprimé.`,
  passwordKeptForRun:
    'Impossible de sauvegarder un mot de passe de serveur. Upcast le garde seulement jusqu’à la fermeture. Déverrouillez votre trousseau pour le sauvegarder.',
  passwordInFile:
    'Un mot de passe de serveur est encore stocké sans chiffrement. Déverrouillez votre trousseau, puis redémarrez Upcast pour le chiffrer.',
};
