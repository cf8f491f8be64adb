/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, noun, times } from './format.ts';

const frames = noun('image');
const reconnects = noun('reconnexion');
const interruptions = noun('interruption');

export const rehearsalCard = {
  title: 'Répétition',
  switch: 'Répéter au lieu de passer en direct',
  lastReport: 'Dernier rapport',
  live: (rate: string | undefined) =>
    `Stream vers cet ordinateur${rate === undefined ? '' : ` à ${rate}`}. Arrêtez la répétition pour voir le rapport.`,
  connecting: 'Connexion au serveur de test local…',
  off: 'Entraînez-vous au direct sur cet ordinateur. Les spectateurs ne voient rien.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Streame en ${protocol === 'rtmps' ? 'TLS' : 'UDP'} vers un serveur de test local. Les spectateurs ne voient rien ; vous obtenez un rapport.`,
  protocol: 'Protocole de la répétition',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Rapport de répétition',
  allGood: 'Tout est arrivé comme prévu. Vous êtes prêt pour le direct.',
  problems: (count: number) => `Vérifiez ${format.count(count, noun('point'))} avant de passer en direct.`,
  levels: { good: 'Bon', warning: 'Attention', problem: 'Problème' },
  finding: (level: string) => `${level} : `,

  rehearsal: 'Répétition',
  startedAt: 'Début',
  length: 'Durée',
  protocol: 'Protocole',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Audio',
  video: 'Vidéo',
  codec: 'Codec',
  sampleRate: 'Échantillonnage',
  sampling: (hertz: number, channels: number) =>
    `${String(hertz / 1000).replace('.', ',')} kHz, ${channels === 1 ? 'mono' : 'stéréo'}`,
  bitrate: 'Débit',
  bitrateWithPeak: (average: string, peak: string) => `${average}, pointe ${peak}`,
  gaps: 'Trous',
  resolution: 'Résolution',
  frames: 'Images',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Intervalle d’images clés',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} s` : `${usual} s (${low}–${high})`;
  },
  bFrames: 'Images B',
  yes: 'Oui',
  no: 'Non',
  sync: 'Synchro A/V',
  audioStarts: 'Début de l’audio',
  withVideo: 'avec la vidéo',
  afterVideo: (ms: number) => `${format.number(ms)} ms après la vidéo`,
  beforeVideo: (ms: number) => `${format.number(ms)} ms avant la vidéo`,
  lengthDifference: 'Écart de durée',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: 'Rapport du stream',
  pastStreams: 'Streams passés',
  lost: 'Le stream s’est terminé trop tôt, car toutes les destinations ont échoué.',
  neverReached: (destinations: readonly string[]) =>
    `Le stream n’est jamais arrivé à ${format.plural(destinations.length, { one: 'cette destination', other: 'ces destinations' })} : ${format.list(destinations)}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `${format.plural(destinations.length, { one: 'Connexion perdue', other: 'Connexions perdues' })} à la fin du stream : ${format.list(destinations)}.`,
  complete: 'Votre stream a été diffusé sans interruption.',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `Votre stream a été diffusé avec ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnects)]),
      ...(droppedFrames === 0 ? [] : [format.count(droppedFrames, noun('image perdue', 'images perdues'))]),
    ])}.`,

  stream: 'Stream',
  startedAt: 'Début',
  length: 'Durée',
  encoded: 'Encodées',
  skipped: 'Sautées',
  frames: (count: number) => format.count(count, frames),
  onAir: 'En direct',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Envoyé',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Perdues',
  reconnects: 'Reconnexions',
  lostBy: 'Pertes',
  lastError: 'Dernière erreur',
  losses: 'Pertes et leurs causes',
  encodingOverloaded: 'Encodage surchargé',
  networkTooSlow: 'Réseau trop lent',
  offAir: (elapsed: string, times: number) => `${elapsed} hors ligne, ${format.count(times, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'moins de 0,1 %' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'rien',
};

export const pastStreams = {
  title: 'Streams passés',
  one: 'Stream passé',
  compared: 'Comparaison de streams',
  all: 'Tous les streams',
  hint: 'Sélectionnez deux streams à comparer. Upcast garde les 50 derniers.',
  deleted: 'Rapport supprimé.',
  compare: 'Comparer',
  empty:
    'Aucun stream pour l’instant. Après chaque stream, vous trouverez ici son rapport, son graphique et ses événements.',
  started: 'Début',
  length: 'Durée',
  destinations: 'Destinations',
  lost: 'Pertes',
  delete: 'Supprimer',
  compareOne: (started: string) => `Comparer ${started}`,
  deleteOne: (started: string) => `Supprimer ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Stream du ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, noun('événement')),
};
