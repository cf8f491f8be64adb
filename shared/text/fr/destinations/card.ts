/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, noun } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Recherche du serveur',
  tcp: 'Connexion',
  tls: 'Sécurisation de la connexion',
  handshake: 'Handshake RTMP',
  connect: 'Ouverture de l’application RTMP',
  publish: 'Envoi de la clé de stream',
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const attempt = (count: number) => `(tentative ${format.number(count)})`;

export const card = {
  off: 'Désactivée',
  waitsForRehearsal: 'En attente pendant la répétition',
  keyMissing: 'Aucune clé de stream',
  ready: 'Prête',
  readyAt: (host: string) => `Prête · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `En direct ${elapsed}`,
  liveOnBackup: (elapsed: string) => `En direct ${elapsed} · Serveur de secours`,
  reconnectingIn: (seconds: number, count: number) =>
    `Reconnexion dans ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Reconnexion… ${attempt(count)}`
      : `Reconnexion : ${lowerFirst(steps[step])}… ${attempt(count)}`,
  ending: (seconds: number) => `Arrêt… ${format.number(seconds)} s au plus`,
  movedTo: (host: string) => `Le serveur a redirigé ce stream vers ${host}.`,
  heldBack: 'Réseau trop lent : des images sont perdues.',
  dropped: (frames: number) => format.count(frames, noun('perdue')),
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} en attente`,
  backup: (host: string, sentence: string) => `Secours ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Non chiffré`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Destinations',
  list: 'Liste des destinations',
  add: 'Ajouter',
  addDestination: 'Ajouter une destination',
  importAndExport: 'Importer et exporter',
  import: 'Importer…',
  export: 'Exporter…',
  empty: 'Où voulez-vous streamer ? Ajoutez le serveur et la clé de stream que votre service vous donne.',
  chooseService: 'Choisir un service…',
  relay: 'Envoyer via un relais…',

  deleted: (name: string) => `Supprimée : « ${name} ».`,
  copyName: (name: string) => `${name} (copie)`,
  duplicated: (name: string) => `Dupliquée : « ${name} ».`,
  needsKey: 'Saisissez la clé de stream de la copie.',
  needsKeyAndAddress: 'Saisissez une clé de stream et l’adresse complète. Upcast ne copie pas les secrets.',
  added: (count: number) => `${format.count(count, noun('destination ajoutée', 'destinations ajoutées'))}.`,
  exported: (count: number) =>
    `${format.count(count, noun('destination exportée', 'destinations exportées'))}.`,
  savedAs: (fileName: string) => `Sauvegarde effectuée dans ${fileName}.`,

  actions: {
    retryNow: 'Réessayer',
    useBackup: 'Passer au secours',
    giveUp: 'Abandonner',
    tryAgain: 'Réessayer',
    trustHost: 'Autoriser cet hôte',
  },
  sendTo: (name: string) => `Envoyer à ${name}`,
  moreFor: (name: string) => `Plus d’options pour ${name}`,
  edit: 'Modifier…',
  test: 'Tester…',
  duplicate: 'Dupliquer',
  moveUp: 'Vers le haut',
  moveDown: 'Vers le bas',
  delete: 'Supprimer',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version} : afficher le certificat`,
  ownAuthority: 'Signé par l’autorité de certification que vous avez ajoutée',
};

export const certificate = {
  title: (name: string) => `Connexion à ${name}`,
  description: 'Chiffrée. Upcast a vérifié le certificat et le nom d’hôte du serveur.',
  host: 'Hôte',
  protocol: 'Protocole',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Délivré à',
  issuedBy: 'Délivré par',
  ownAuthority: (issuer: string) => `${issuer}, l’autorité que vous avez ajoutée`,
  validUntil: 'Valable jusqu’au',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (${format.count(days, noun('jour restant', 'jours restants'))})`,
  chain: 'Chaîne',
  fingerprint: 'Empreinte SHA-256',
};
