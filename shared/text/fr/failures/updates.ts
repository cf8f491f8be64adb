/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: 'Installez la nouvelle version avec votre gestionnaire de paquets, ou téléchargez le .deb depuis la page de téléchargement d’Upcast.',
  rpm: 'Installez la nouvelle version avec votre gestionnaire de paquets, ou téléchargez le .rpm depuis la page de téléchargement d’Upcast.',
  flatpak: 'Installez la nouvelle version avec votre logithèque, ou exécutez : flatpak update',
  snap: 'Installez la nouvelle version avec votre logithèque, ou exécutez : snap refresh',
  folder: 'Téléchargez la nouvelle version depuis la page de téléchargement d’Upcast.',
};

export const updates = {
  menu: 'Rechercher les mises à jour…',
  title: 'Mises à jour',
  version: (version: string) => `Upcast ${version}`,

  off: 'Cette version ne recherche pas de mises à jour.',
  idle: 'Upcast n’a pas encore recherché de mises à jour.',
  newest: 'Vous avez la version la plus récente.',
  checking: 'Recherche de mises à jour…',
  available: (version: string) => `Upcast ${version} est disponible.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) =>
    `Upcast ${version} est disponible. Le téléchargement commencera quand vous ne serez ni en direct ni en cours d’enregistrement.`,
  downloading: (version: string, percent: number) => `Téléchargement d’Upcast ${version} : ${percent} %`,
  ready: (version: string) => `Upcast ${version} est prêt à être installé.`,
  readyWhileBusy: 'Vous pourrez redémarrer quand vous ne serez ni en direct ni en cours d’enregistrement.',
  installing: 'Redémarrage…',

  check: 'Rechercher',
  restart: 'Redémarrer et mettre à jour',
  whatsNew: 'Nouveautés',
  noNotes: 'Cette version n’a pas de notes.',
  automatic: 'Rechercher les mises à jour automatiquement',
  automaticHint:
    'Upcast demande la version la plus récente à son serveur de mise à jour et n’envoie rien à votre sujet.',
  channel: 'Canal de mise à jour',
  channels: { stable: 'Stable', beta: 'Bêta' },

  installed: (version: string) => `Upcast a été mis à jour vers la version ${version}.`,
  goBack: (version: string) =>
    `Pour revenir en arrière, réinstallez Upcast ${version}. Vos paramètres d’avant la mise à jour sont dans le dossier before-update, dans le dossier de paramètres d’Upcast.`,
};
