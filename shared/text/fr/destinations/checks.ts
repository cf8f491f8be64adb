/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format, noun } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Recherche du serveur',
  tcp: 'Connexion',
  tls: 'Sécurisation de la connexion',
  handshake: 'Handshake RTMP',
  connect: 'Ouverture de l’application RTMP',
  publish: 'Envoi de la clé de stream',
  measure: 'Mesure du débit montant',
};

export const destinationTest = {
  title: (name: string) => `Tester ${name}`,
  description:
    'Vérifie chaque étape de la connexion. Les spectateurs ne voient rien, sauf si vous choisissez d’envoyer une vidéo de test.',
  steps: 'Étapes',
  stepNames,
  start: 'Lancer le test',
  again: 'Tester à nouveau',
  cancel: 'Annuler le test',
  testMode: (service: string) =>
    `${service} a un mode de test, donc Upcast envoie aussi une vidéo de test pendant 13 secondes pour mesurer votre débit montant. Les spectateurs ne la voient pas.`,
  publish: 'Envoyer une vidéo de test et mesurer le débit montant',
  publishHint: (isRelay: boolean) =>
    `Envoie une vidéo grise sans audio pendant 13 secondes. Elle peut apparaître sur ${isRelay ? 'toutes les chaînes derrière le relais' : 'votre chaîne'}.`,

  skipped: 'Omise',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · encore ${format.number(seconds)} s`,
  waitingForServer: 'Attente du serveur…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: 'Échec',
  failedAfter: (time: string) => `Échec après ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · le certificat expire dans ${format.count(days, noun('jour'))} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} ou plus` : rate),

  cancelled: 'Test annulé. Upcast n’envoie plus rien.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `Le serveur accepte les connexions${roundTrip(roundTripMs)}. Le test n’a vérifié ni la clé de stream ni le débit montant.`,
  accepted: (roundTripMs: number | undefined) => `Le serveur a accepté le stream${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `Votre débit montant a atteint ${rate}, le maximum que ce test envoie. Il est peut-être plus élevé.`,
  upload: (rate: string, lowest: string) => `Débit montant : ${rate} (seconde la plus lente : ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `Aucun encodeur ${missing} ne fonctionne sur cet ordinateur, le test a donc utilisé ${used}. Le test n’a pas vérifié la prise en charge du codec ${missing}.`,
  codecUnconfirmed: (codec: string) =>
    `Le test a utilisé ${codec}. Le serveur n’a pas confirmé la prise en charge de ce codec, vérifiez donc que la vidéo apparaît sur votre chaîne.`,
  codecUsed: (codec: string) => `Le test a utilisé ${codec}, comme votre stream.`,

  tooSlow:
    'Votre débit montant est trop faible pour vos destinations, même au débit le plus bas. Si plusieurs sont activées, désactivez-en une.',
  settingsFit: 'Vos paramètres conviennent à votre débit montant : ',
  recommended: 'Recommandé pour toutes les destinations activées : ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Appliquer',
  applied: 'Paramètres d’encodage mis à jour.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (aller-retour : ${format.number(ms)} ms)`;
}
