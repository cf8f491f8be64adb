/** Video and audio sources, the preview, the slate. */
import { endSentence } from '../end-sentence.ts';
import { format } from './format.ts';

type DeviceKind = 'camera' | 'microphone' | 'screen';

export const sources = {
  list: 'Source vidéo',
  camera: 'Caméra',
  cameraNumber: (number: number) => `Caméra ${number}`,
  noneFound: 'aucune trouvée',
  pickScreen: 'Écran ou fenêtre…',
  wholeScreen: 'Écran entier',
  selectedWindow: 'Fenêtre choisie',
  testPattern: 'Mire',

  pickerTitle: 'Capturer un écran ou une fenêtre',
  screens: 'Écrans',
  windows: 'Fenêtres',
  looking: 'Recherche des écrans et des fenêtres…',
  nothingToCapture: 'Rien à capturer pour l’instant. Ouvrez une fenêtre, puis actualisez.',
  refresh: 'Actualiser',
};

export const preview = {
  title: 'Aperçu',
  starting: 'Démarrage de la vidéo…',
  nothingSelected: 'Aucune source vidéo. Choisissez une caméra ou un écran sous « Sources ».',
  tryAgain: 'Réessayer',
  useTestPattern: 'Utiliser la mire',
  /** What viewers get, for those who cannot see it. @param label absent while the source has no name. */
  shown: (label: string | undefined) => (label === undefined ? 'Aperçu' : `Aperçu : ${label}`),
  noVideo: 'Aperçu : pas de vidéo',
};

export const away = {
  /** Viewers read this on the slate. */
  slate: 'De retour bientôt',
  turnOn: 'Afficher « De retour bientôt » et couper l’audio sans arrêter le stream',
  turnOff: 'Les spectateurs voient « De retour bientôt » et n’entendent rien. Cliquez pour revenir.',
};

/** How each kind of device stands in a sentence. */
const devices: Readonly<Record<DeviceKind, { none: string; selected: string; named: string; the: string }>> =
  {
    camera: {
      none: 'Aucune caméra trouvée.',
      selected: 'La caméra choisie n’est pas connectée.',
      named: 'La caméra',
      the: 'la caméra',
    },
    microphone: {
      none: 'Aucun micro trouvé.',
      selected: 'Le micro choisi n’est pas connecté.',
      named: 'Le micro',
      the: 'le micro',
    },
    screen: {
      none: 'Aucun écran trouvé.',
      selected: 'L’écran choisi n’est pas connecté.',
      named: 'L’écran',
      the: 'l’écran',
    },
  };

const notStarted = (kind: DeviceKind) =>
  `Impossible de ${kind === 'screen' ? 'capturer' : 'démarrer'} ${devices[kind].the}`;

/** Names of what is captured, and what went wrong with it. */
export const capture = {
  camera: 'Caméra',
  microphone: 'Micro',
  screen: 'Écran',
  testPattern: 'Mire',
  tone: 'Son de test, 1 kHz à −20 dBFS',

  missing: (kind: DeviceKind) => devices[kind].none,
  /** @param label absent where the system never named the device. */
  notConnected: (kind: DeviceKind, label?: string) =>
    label === undefined
      ? devices[kind].selected
      : `${devices[kind].named} « ${label} » n’est pas ${kind === 'camera' ? 'connectée' : 'connecté'}.`,
  ambiguous: (kind: 'camera' | 'microphone', label: string, count: number) =>
    `${format.number(count)} ${{ camera: 'caméras', microphone: 'micros' }[kind]} s’appellent « ${label} ».`,
  notAllowed: (kind: DeviceKind) =>
    `Upcast n’est pas autorisé à ${kind === 'screen' ? 'capturer' : 'utiliser'} ${devices[kind].the}.`,
  openPrivacy: 'Ouvrir la confidentialité',
  restart: 'Redémarrer Upcast',
  busy: (kind: DeviceKind) => `${notStarted(kind)}. Une autre application l’utilise peut-être.`,
  failed: (kind: DeviceKind, reason: string) => endSentence(`${notStarted(kind)} : ${reason}`),
  noVideo: (label: string) => `Pas de vidéo de la source « ${label} ».`,
  /** @param label absent where the system never named the source. */
  disconnected: (label: string | undefined) =>
    label === undefined ? 'La source a été déconnectée.' : `Source déconnectée : « ${label} ».`,
  muted: (label: string, kind: 'camera' | 'microphone') =>
    kind === 'camera'
      ? `Pas de vidéo de la caméra « ${label} ».`
      : `Le micro « ${label} » est coupé en dehors d’Upcast.`,
  windowClosed: (label: string) => `La fenêtre « ${label} » a été fermée.`,
  screenDisconnected: 'L’écran a été déconnecté.',
  audioStopped: 'Le service audio de cet ordinateur s’est arrêté.',
  systemAudio: 'Audio du bureau',
  speakersGone: (label: string) => `Le périphérique « ${label} » n’est pas connecté.`,
  pageAudio: 'Audio de la page',
  captureFailed: (kind: 'system' | 'page') =>
    `Impossible de capturer l’audio ${kind === 'system' ? 'du bureau' : 'de la page'}.`,
  mediaAudio: 'Audio du média',
  noSystemAudio: 'Upcast ne peut pas capturer l’audio du bureau sur ce système.',
};
