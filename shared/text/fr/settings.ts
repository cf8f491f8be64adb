/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format, noun } from './format.ts';

export const settings = {
  title: 'Paramètres',
  badEncoding:
    'Une valeur est hors limites. Débit vidéo : de 100 à 51 000 kbps. Débit audio : de 32 à 512 kbps. Intervalle d’images clés : de 0,5 à 10 s.',

  video: 'Vidéo',
  changesWhileLive: 'Les changements s’appliquent pendant le direct, sans interrompre votre stream.',
  resolution: 'Résolution',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p vertical',
    vertical720: '720p vertical',
    square: 'carré',
  },
  frameRate: 'Fréquence d’images',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Débit vidéo',
  kbps: 'kbps',
  keyframeInterval: 'Intervalle d’images clés',
  seconds: 's',
  dynamicBitrate: 'Débit dynamique',
  dynamicBitrateHint:
    'Réduit le débit quand votre connexion est lente, puis le remonte quand la bande passante revient, sans dépasser le débit ci-dessus.',

  audio: 'Audio',
  channels: 'Canaux',
  stereo: 'Stéréo',
  mono: 'Mono',
  sampleRate: 'Échantillonnage',
  kilohertz: (hertz: number) => `${String(hertz / 1000).replace('.', ',')} kHz`,
  audioBitrate: 'Débit audio',

  recordingAndEnding: 'Enregistrement et fin du stream',
  drain: 'Après la fin du stream, continuer d’envoyer pendant au plus',

  proxy: 'Proxy',
  remoteControl: 'Contrôle à distance',

  appearance: 'Apparence',
  theme: 'Thème',
  themes: { system: 'Système', dark: 'Sombre', light: 'Clair' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg introuvable' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'clés de stream chiffrées avec le trousseau du système'
        : 'trousseau inaccessible : clés de stream gardées seulement jusqu’à la fermeture',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Automatique',
  libx264: 'H.264 : x264 (CPU)',
  h264_nvenc: 'H.264 : NVIDIA',
  h264_qsv: 'H.264 : Intel Quick Sync',
  h264_amf: 'H.264 : AMD',
  h264_vaapi: 'H.264 : VA-API',
  h264_videotoolbox: 'H.264 : Apple VideoToolbox',
  h264_mf: 'H.264 : Windows Media Foundation',
  libx265: 'HEVC : x265 (CPU)',
  hevc_nvenc: 'HEVC : NVIDIA',
  hevc_qsv: 'HEVC : Intel Quick Sync',
  hevc_amf: 'HEVC : AMD',
  hevc_vaapi: 'HEVC : VA-API',
  hevc_videotoolbox: 'HEVC : Apple VideoToolbox',
  hevc_mf: 'HEVC : Windows Media Foundation',
  libsvtav1: 'AV1 : SVT-AV1 (CPU)',
  av1_nvenc: 'AV1 : NVIDIA',
  av1_qsv: 'AV1 : Intel Quick Sync',
  av1_amf: 'AV1 : AMD',
  av1_vaapi: 'AV1 : VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (CPU minimal)',
  superfast: 'superfast',
  veryfast: 'veryfast (par défaut)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (meilleure qualité)',
};

export const encoders = {
  encoder: 'Encodeur',
  names: encoderNames,
  automatic: (encoder: string) => `Automatique (${encoder})`,
  cpuPreset: 'Préréglage CPU',
  preset: 'Préréglage',
  presetNames,
  latency: 'Latence',
  latencyLow: 'Faible',
  latencyQuality: 'Meilleure qualité, jusqu’à 0,5 s de délai en plus',
  latencyQualityCpu: 'Meilleure qualité, plus de CPU',

  codecLocked: (codec: string) => `Vous pourrez changer de codec (${codec}) hors direct.`,
  codecSupport: (codec: string) =>
    `Certains services et serveurs n’acceptent pas le codec ${codec}. Upcast vous prévient avant le direct. H.264 fonctionne partout.`,

  untested: 'Upcast n’a pas encore testé les encodeurs de cet ordinateur.',
  testing: 'Test de chaque encodeur avec deux secondes de vidéo…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'Meilleure qualité à débit égal, mais utilise le CPU'
      : 'Ménage le CPU, qualité légèrement inférieure';
    return `${encoder} – ${format.number(speed, 1)}× le temps réel en 720p${speed < 1 ? ' (trop lent pour le direct)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `${codec} matériel (GPU)`,
  unavailable: (names: readonly string[]) => `Non disponible : ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)} ${format.plural(codecs.length, { one: 'nécessite', other: 'nécessitent' })} FFmpeg 6.1 ou plus récent. Vous avez FFmpeg ${version}.`,
  test: 'Tester les encodeurs',
  testAgain: 'Tester à nouveau',
  testingNow: 'Test en cours…',
  testHint: 'Encode deux secondes de vidéo avec chaque encodeur',
  notWhileLive: 'Non disponible pendant le direct',
};

export const recordingSettings = {
  always: 'Enregistrer tous les streams',
  folder: 'Dossier',
  /** macOS calls the folder the same. */
  defaultFolder: () => 'Le dossier Vidéos de votre système',
  choose: 'Choisir…',
  fileName: 'Nom du fichier',
  fileNameHint: (example: string) => `Vous pouvez utiliser {date}, {time} et {size}. Exemple : ${example}`,
  format: 'Format',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'Dans les deux formats, l’enregistrement reste lisible si Upcast ou l’ordinateur s’arrête.',
  split: 'Nouveau fichier',
  splitHint: 'Coupe à une image clé, donc rien n’est perdu.',
  never: 'Jamais',
  everyMinutes: (minutes: number) =>
    minutes === 60 ? 'Toutes les heures' : `Toutes les ${format.count(minutes, noun('minute'))}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `Tous les ${format.number(megabytes / 1000)} Go`
      : `Tous les ${format.number(megabytes)} Mo`,
};

export const remoteSettings = {
  switch: 'Autoriser d’autres applications de cet ordinateur à contrôler Upcast',
  switchHint:
    'Prend effet immédiatement. Seules les applications de cet ordinateur peuvent se connecter, et chaque requête doit contenir le jeton.',
  port: 'Port',
  portLocked: 'Désactivez le contrôle à distance pour changer de port.',
  badPort: 'Saisissez un port de 1024 à 65535.',
  off: 'Désactivé',
  listening: (port: number) => `À l’écoute sur http://127.0.0.1:${port}`,
  token: 'Jeton',
  tokenSaved: 'Chiffré avec le trousseau de votre système',
  tokenKept:
    'Le trousseau de votre système est inaccessible : Upcast garde le jeton seulement jusqu’à la fermeture',
  renew: 'Nouveau jeton',
  renewHint: 'Déconnecte les applications qui utilisent l’ancien jeton',
  renewed: 'Ancien jeton révoqué.',
};
