/** Import and export of destinations, and the relay. */
import { format, noun } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: 'Exporter des destinations',
  list: 'Destinations à exporter',
  withKeys: 'Inclure les clés de stream et les mots de passe',
  withKeysHint:
    'Upcast chiffre les clés de stream et les mots de passe avec la phrase secrète. Toute personne qui a le fichier et la phrase secrète peut streamer sur vos chaînes. Une phrase secrète perdue est irrécupérable.',
  withoutKeysHint:
    'Sans clés ni mots de passe, vous pouvez partager le fichier sans risque. Chaque personne saisit les siens.',
  passphrase: 'Phrase secrète',
  passphraseHint: (length: number) => `Au moins ${format.number(length)} caractères.`,
  passphraseShort: (length: number) =>
    `Utilisez au moins ${format.number(length)} caractères. L’idéal : plusieurs mots.`,
  repeat: 'Répéter la phrase secrète',
  mismatch: 'Les phrases secrètes ne correspondent pas.',
  export: 'Exporter…',
  exporting: 'Exportation…',
};

export const presetImport = {
  title: 'Importer des destinations',
  list: 'Destinations du fichier',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Destinations d’Upcast', obs: 'Service d’OBS', list: 'Liste d’adresses' }[origin]} : ${fileName}`,
  chooseFile: 'Choisir un fichier…',
  anotherFile: 'Choisir un autre fichier…',
  waiting: `Choisissez un fichier. ${IMPORTABLE}`,
  passphrase: 'Phrase secrète',
  passphraseHint:
    'Les clés de stream de ce fichier sont chiffrées. Sans la phrase secrète, Upcast ajoute les destinations sans clés.',
  unlock: 'Déverrouiller',
  unlocking: 'Déverrouillage…',
  skipped: 'Omissions',
  addedOff: 'Les nouvelles destinations restent désactivées jusqu’à ce que vous les activiez.',
  withKey: 'Avec clé',
  encrypted: 'Chiffré',
  notEncrypted: 'Non chiffré',
  duplicate: (host: string, name: string) => `${host} · déjà ajoutée : ${name}`,
  noteWithKey: (host: string) => `${host} · avec clé`,
  noteLocked: (host: string) => `${host} · clé verrouillée`,
  noteWithoutKey: (host: string) => `${host} · sans clé`,
  add: 'Ajouter',
  addCount: (count: number, isLocked: boolean) =>
    `Ajouter${isLocked ? ' sans clés' : ''} (${format.number(count)})`,
};

export const relay = {
  title: 'Envoyer via un relais',
  description:
    'Upcast envoie un seul stream à votre serveur multimédia, qui le transmet à chaque destination. Votre connexion envoie le stream une seule fois, quel que soit le nombre de destinations. Upcast écrit la configuration de nginx.',
  targets: 'Destinations du relais',
  forwardsTo: 'Transmettre à',
  noTargets: 'Ajoutez d’abord des destinations avec clé de stream.',
  place: 'Emplacement du relais',
  places: { server: 'Sur un serveur', local: 'Sur cet ordinateur' },
  localNote:
    'Un relais sur cet ordinateur n’économise pas de débit montant. Utilisez-le pour faire des essais.',
  host: 'Nom d’hôte du serveur',
  hostPlaceholder: 'relay.example.org',
  port: 'Port',
  certificate: 'Certificat sur le serveur',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint: 'Ajoutez un certificat et une clé privée pour chiffrer la connexion au relais.',
  privateKey: 'Clé privée sur le serveur',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Choisir un dossier et sauvegarder…',

  writtenTitle: 'Fichiers du relais sauvegardés',
  writtenDescription: (folder: string) =>
    `Les fichiers sont dans ${folder}. Le dossier « keys » contient vos clés de stream non chiffrées, lisibles par vous seul.`,
  addAndTest: 'Ajouter comme destination et tester',
  noOutputs: 'Le relais ne transmet à aucune destination.',
  outputs: (names: readonly string[]) => `Destinations du relais : ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `Omission de « ${name} ». ${why}`,
  check: 'Vérifier l’état',
  noResponse: 'Pas de réponse. nginx est-il en marche ?',
  waiting: 'En marche, en attente d’un stream.',
  forwarding: (outputs: number) =>
    `Reçoit un stream et le transmet à ${format.count(outputs, noun('destination'))}.`,
};
