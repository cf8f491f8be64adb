/** What the app's own dialogs and menus say, outside the window. */
export const main = {
  appName: 'Upcast',
  fileMenu: 'Fichier',
  viewMenu: 'Affichage',
  menu: { settings: 'Paramètres…', pastStreams: 'Streams passés', guide: 'Guide d’Upcast' },
  cancel: 'Annuler',
  close: 'Fermer',

  /** Outside the window, while it isn't in front. */
  notices: {
    live: 'En direct',
    /** On the icon in macOS' dock. */
    liveBadge: 'DIRECT',
    reconnecting: (name: string) => `Reconnexion à ${name}`,
    failed: (name: string) => `Stream vers ${name} arrêté`,
    ended: 'Votre stream est terminé',
    interrupted: 'Votre stream a été interrompu',
    recordingStopped: 'Enregistrement arrêté',
  },

  startFailed: 'Upcast ne peut pas démarrer.',
  startFailedAction:
    'Vérifiez que votre disque n’est pas plein et qu’Upcast peut écrire dans son dossier de paramètres, puis rouvrez Upcast.',

  faultTitle: 'Upcast doit se fermer.',
  faultDetail:
    'Une erreur s’est produite dans Upcast. Si vous étiez en direct, votre stream est terminé. Si vous enregistriez, l’enregistrement est sauvegardé. Rouvrez Upcast pour continuer.',

  liveTitle: 'Vous êtes en direct.',
  liveDetail: 'Fermer Upcast arrête votre stream.',
  endAndClose: 'Arrêter le stream et fermer',
  keepStreaming: 'Continuer le stream',

  windowFailsTitle: 'La fenêtre d’Upcast plante sans cesse.',
  windowFailsDetail:
    'Upcast a rechargé la fenêtre trois fois en une minute. Rechargez-la encore, ou fermez Upcast.',
  windowFailsLiveDetail:
    'Upcast a rechargé la fenêtre trois fois en une minute. Votre stream ne reçoit plus de nouvelle vidéo tant que vous ne rechargez pas la fenêtre.',
  reloadWindow: 'Recharger la fenêtre',
  closeApp: 'Fermer Upcast',

  trustTitle: (host: string, destination: string) => `Autoriser ${host} pour ${destination} ?`,
  trustDetail: (url: string, host: string) =>
    `${url} veut rediriger ce stream vers ${host}. Votre clé de stream y serait aussi envoyée. N’autorisez cela que si vous faites confiance à ${host}.`,
  trustAllow: 'Autoriser',
  trustRefuse: 'Ne pas autoriser',

  directTitle: 'Se connecter sans proxy ?',
  directDetail: 'Cela s’applique à toutes les destinations qui n’ont pas leur propre proxy.',
  directConfirm: 'Se connecter directement',
  proxyTitle: (host: string, port: number) => `Se connecter via le proxy ${host}, port ${port} ?`,
  proxyDetail:
    'Cela s’applique à toutes les destinations qui n’ont pas leur propre proxy. Le proxy peut lire la clé de stream sur les connexions rtmp:// ; rtmps:// la protège.',
  proxyConfirm: 'Utiliser ce proxy',
  systemProxyTitle: 'Se connecter via le proxy de votre système ?',
  systemProxyConfirm: 'Utiliser le proxy du système',

  importTitle: 'Importer des destinations',
  importButton: 'Importer',
  importFilter: 'Destinations et listes d’adresses',
  allFiles: 'Tous les fichiers',
  exportTitle: 'Exporter des destinations',
  exportFilter: 'Destinations d’Upcast',
  imageTitle: 'Choisir une image',
  imageFilter: 'Images',
  mediaTitle: 'Choisir des fichiers multimédias',
  mediaFilter: 'Vidéo et audio',
  stingerTitle: 'Choisir une vidéo de stinger',
  slidesTitle: 'Choisir des images pour le diaporama',
  maskTitle: 'Choisir une image pour le masque',
  lutTitle: 'Choisir une LUT',
  lutFilter: 'Fichiers LUT (.cube)',
  textTitle: 'Choisir un fichier texte',
  textFilter: 'Fichiers texte',
  collectionTitle: 'Importer une collection',
  collectionFilter: 'Collections d’Upcast et d’OBS',
  copyFolderTitle: 'Choisir où garder les fichiers de la collection',
  searchFolderTitle: 'Choisir un dossier où rechercher les fichiers manquants',
  exportCollectionTitle: 'Exporter la collection',
  exportCollectionButton: 'Exporter',
  relayFolderTitle: 'Choisir un dossier pour les fichiers du relais',
};
