/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format } from '../format.ts';

type Side = 'left' | 'right';

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (text === format.number(0, digits)) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

export const mixer = {
  title: 'Audio',
  list: 'Source audio',
  microphone: 'Micro',
  microphoneNumber: (number: number) => `Micro ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) => (name === undefined ? 'Par défaut' : `Par défaut (${name})`),
  speakerNumber: (number: number) => `Haut-parleurs ${number}`,
  patternBeeps: 'Bips de la mire',
  noAudio: 'Aucun audio',
  otherAudio: 'Audio',
  systemAudio: 'Audio du bureau',
  tone: 'Son de test',
  applicationAudio: 'Audio d’une application',
  applicationNamed: (name: string, program: string) => `${name} (${program})`,
  noApplications: 'Aucune application ne joue de son',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'L’application ne joue pas de son.' : `« ${name} » ne joue pas de son.`,

  /** With one channel, and with more. */
  strip: 'Niveau audio',
  panel: 'Mixage audio',
  add: '+ Ajouter',
  addAudio: 'Ajouter de l’audio',

  mute: (name: string) => `Couper ${name}`,
  muted: 'Coupé',
  silence: '−∞ dB',
  solo: (name: string) => `Écouter uniquement ${name}`,
  fader: (name: string) => `${name}, fader`,
  /** The field beside the fader. */
  level: (name: string) => `${name}, niveau`,
  decibels: (decibels: number) => `${signed(decibels)} dB`,
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `Monitoring, ${name} : ${{ off: 'désactivé', only: 'monitoring seul', both: 'monitoring et sortie' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: {
    off: 'Monitoring désactivé',
    only: 'Monitoring seul (non envoyé)',
    both: 'Monitoring et sortie',
  },
  monitorOnly: 'Monitoring seul',
  holdToTalk: (key: string) => `Maintenez ${key} pour parler`,
  mutedByKey: (key: string) => `Coupé par ${key}`,
  duckedBy: (names: readonly string[]) => `Atténué par ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.join(', '),

  more: (name: string) => `Plus d’options pour ${name}`,
  menu: {
    rename: 'Renommer',
    device: 'Périphérique',
    application: 'Application',
    filters: 'Filtres…',
    copyFilters: (count: number) =>
      count === 1 ? 'Copier le filtre' : `Copier ${format.number(count)} filtres`,
    pasteFilters: (count: number) =>
      count > 1 ? `Coller ${format.number(count)} filtres` : 'Coller le filtre',
    settings: 'Paramètres audio…',
    sync: 'Décalage de synchro…',
    program: 'Audio du programme…',
    moveLeft: 'Vers la gauche',
    moveRight: 'Vers la droite',
    remove: 'Retirer',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'Nom du canal',
  removed: (name: string) => `Retiré : « ${name} ».`,

  oneSided: (side: Side) => `Audio uniquement du côté ${{ left: 'gauche', right: 'droit' }[side]}.`,
  useOnBoth: 'Utiliser des deux côtés',
  useSide: 'Utiliser le côté gauche',
  /** Of a microphone that gives no more than a telephone does. */
  narrow:
    'Ce casque est en mode appel : sa qualité audio est faible. Utilisez un autre micro pour un meilleur son.',

  channel: {
    title: (name: string) => `Paramètres audio de « ${name} »`,
    sound: 'Son',
    balance: 'Balance',
    balanceUnit: '%',
    balanceHint: '−100 correspond à la gauche, 100 à la droite.',
    isMono: 'Mono',
    isMonoHint: 'Joue la moyenne de la gauche et de la droite des deux côtés.',
    side: 'Côtés',
    sides: {
      both: 'Stéréo',
      left: 'Gauche des deux côtés',
      right: 'Droite des deux côtés',
    },
    monitoring: 'Monitoring',
    tracks: 'Pistes',
    tracksHint:
      'Chaque piste est un mixage. Choisissez les pistes du stream et de l’enregistrement sous « Audio du programme ».',
    noTracks: 'Sur aucune piste : les spectateurs n’entendent pas ce canal.',
    scenes: 'Scènes',
    scenesHint: 'Les spectateurs n’entendent ce canal que lorsqu’une de ces scènes est à l’antenne.',
    allScenes: 'Dans toutes les scènes',
    sync: 'Décalage de synchro',
    find: 'Trouver avec un clap…',
    push: 'Raccourci',
    pushModes: {
      off: 'Désactivé',
      talk: 'Appuyer pour parler',
      mute: 'Appuyer pour couper',
      toggle: 'Couper/rétablir',
    },
    pushKey: 'Touche',
    noKey: 'Appuyez sur une touche…',
    changeKey: (key: string) => `Touche : ${key}. Appuyez pour changer`,
    waitsForKey: 'Appuyez sur une touche. Échap annule.',
    release: 'Délai de relâchement',
    pushHint:
      'Fonctionne tant que la fenêtre d’Upcast est au premier plan. Pour une touche qui fonctionne dans toutes les applications, choisissez « Couper/rétablir ».',
    toggleHint: 'Fonctionne dans toutes les applications.',
    keyTaken:
      'Fonctionne seulement tant que la fenêtre d’Upcast est au premier plan. Une autre application utilise peut-être cette touche, ou votre système n’autorise pas les touches qui fonctionnent dans toutes les applications.',
    keyTyped:
      'Fonctionne tant que la fenêtre d’Upcast est au premier plan. Pour toutes les applications, utilisez une touche de fonction, ou ajoutez Ctrl ou Alt.',
  },

  tracks: {
    name: (number: number) => `Piste ${format.number(number)}`,
    title: 'Pistes',
    names: 'Noms des pistes',
    stream: 'Piste du stream',
    streamWhileLive: 'Vous pouvez changer la piste du stream hors direct.',
    recording: 'Pistes de l’enregistrement',
    recordingNote: 'Chaque piste choisie est une piste audio distincte dans l’enregistrement.',
  },

  program: {
    name: 'Programme',
    title: 'Audio du programme',
    more: 'Plus d’options pour le programme',
    target: (lufs: string) => `Cible ${lufs}`,
    customTarget: 'Personnalisée…',
    custom: 'Cible personnalisée',
    lufs: 'LUFS',
    truePeak: (figure: string) => `Crête ${figure}`,
    resetName: 'Réinitialiser l’intensité intégrée',
    limiter: 'Limiteur',
    limiterHint: 'Maintient les crêtes vraies sous le plafond.',
    limiterState: (decibels: number) => `Limiteur −${format.number(decibels, 1)} dB`,
    limiterOff: 'Limiteur désactivé',
    ceiling: 'Plafond',
    ceilingUnit: 'dBTP',
    headphones: 'Monitoring',
    device: 'Périphérique',
    systemDefault: 'Par défaut',
    figures: 'Mesures d’intensité',
  },

  sync: {
    title: 'Décalage de synchro',
    about: 'Retarde le son pour qu’il corresponde à l’image.',
    delay: 'Retard',
    milliseconds: 'ms',
    find: 'Trouver le décalage avec un clap',
    clapNow: 'Pour trouver le décalage, frappez une fois dans vos mains devant la caméra. Upcast écoute.',
    choose: 'Choisissez l’image où vos mains se touchent.',
    pictures: 'Images autour du clap',
    later: (ms: number) => {
      if (ms === 0) return 'Synchronisé avec le son';
      return ms < 0 ? `${-ms} ms avant le son` : `${ms} ms après le son`;
    },
    laterShort: (ms: number) => `${ms < 0 ? '−' : ms === 0 ? '' : '+'}${Math.abs(ms)} ms`,
    use: (ms: number) => `Retarder l’audio de ${ms} ms`,
    again: 'Refaire un clap',
    pictureEarly: (ms: number) =>
      `Les spectateurs voient le clap ${ms} ms avant de l’entendre. Ajoutez à la caméra un retard de rendu de ${ms} ms sous « Filtres ».`,
  },
};
