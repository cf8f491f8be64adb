/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format } from './format.ts';

export const settings = {
  title: 'Einstellungen',
  badEncoding:
    'Ein Wert liegt außerhalb des Bereichs. Videobitrate: 100 bis 51.000 kbps. Audiobitrate: 32 bis 512 kbps. Keyframe-Intervall: 0,5 bis 10 s.',

  video: 'Video',
  changesWhileLive:
    'Änderungen gelten auch, während du live bist. Dein Stream läuft ohne Unterbrechung weiter.',
  resolution: 'Auflösung',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p hochkant',
    vertical720: '720p hochkant',
    square: 'quadratisch',
  },
  frameRate: 'Bildrate',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Videobitrate',
  kbps: 'kbps',
  keyframeInterval: 'Keyframe-Intervall',
  seconds: 's',
  dynamicBitrate: 'Dynamische Bitrate',
  dynamicBitrateHint:
    'Senkt die Bitrate, wenn dein Upload langsam ist, und erhöht sie wieder, sobald genug Bandbreite da ist – höchstens bis zur Bitrate oben.',

  audio: 'Audio',
  channels: 'Kanäle',
  stereo: 'Stereo',
  mono: 'Mono',
  sampleRate: 'Abtastrate',
  kilohertz: (hertz: number) => `${String(hertz / 1000).replace('.', ',')} kHz`,
  audioBitrate: 'Audiobitrate',

  recordingAndEnding: 'Aufnahme und Ende des Streams',
  drain: 'Nach dem Ende des Streams weiter senden, höchstens',

  proxy: 'Proxy',
  remoteControl: 'Fernsteuerung',

  appearance: 'Darstellung',
  theme: 'Design',
  themes: { system: 'System', dark: 'Dunkel', light: 'Hell' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg nicht gefunden' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'Stream-Schlüssel mit dem Schlüsselbund deines Systems verschlüsselt'
        : 'Schlüsselbund nicht erreichbar: Stream-Schlüssel bleiben nur bis zum Beenden erhalten',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Automatisch',
  libx264: 'H.264: x264 (CPU)',
  h264_nvenc: 'H.264: NVIDIA',
  h264_qsv: 'H.264: Intel Quick Sync',
  h264_amf: 'H.264: AMD',
  h264_vaapi: 'H.264: VA-API',
  h264_videotoolbox: 'H.264: Apple VideoToolbox',
  h264_mf: 'H.264: Windows Media Foundation',
  libx265: 'HEVC: x265 (CPU)',
  hevc_nvenc: 'HEVC: NVIDIA',
  hevc_qsv: 'HEVC: Intel Quick Sync',
  hevc_amf: 'HEVC: AMD',
  hevc_vaapi: 'HEVC: VA-API',
  hevc_videotoolbox: 'HEVC: Apple VideoToolbox',
  hevc_mf: 'HEVC: Windows Media Foundation',
  libsvtav1: 'AV1: SVT-AV1 (CPU)',
  av1_nvenc: 'AV1: NVIDIA',
  av1_qsv: 'AV1: Intel Quick Sync',
  av1_amf: 'AV1: AMD',
  av1_vaapi: 'AV1: VA-API',
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (geringste CPU-Last)',
  superfast: 'superfast',
  veryfast: 'veryfast (Standard)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (beste Qualität)',
};

export const encoders = {
  encoder: 'Encoder',
  names: encoderNames,
  automatic: (encoder: string) => `Automatisch (${encoder})`,
  cpuPreset: 'CPU-Preset',
  preset: 'Preset',
  presetNames,
  latency: 'Latenz',
  latencyLow: 'Niedrig',
  latencyQuality: 'Bessere Qualität, bis zu 0,5 s mehr Verzögerung',
  latencyQualityCpu: 'Bessere Qualität, mehr CPU',

  codecLocked: (codec: string) => `Den Codec (${codec}) kannst du ändern, wenn du nicht live bist.`,
  codecSupport: (codec: string) =>
    `Nicht jeder Dienst und jeder Server unterstützt ${codec}. Upcast warnt dich, bevor du live gehst. H.264 funktioniert überall.`,

  untested: 'Upcast hat die Encoder auf diesem Computer noch nicht getestet.',
  testing: 'Jeder Encoder wird mit zwei Sekunden Video getestet…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'Beste Qualität bei gleicher Bitrate, nutzt aber die CPU'
      : 'Schont die CPU, etwas geringere Qualität';
    return `${encoder} – ${format.number(speed, 1)}-fache Echtzeit bei 720p${speed < 1 ? ' (zu langsam für einen Livestream)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `${codec} in Hardware (GPU)`,
  unavailable: (names: readonly string[]) => `Nicht verfügbar: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)} ${format.plural(codecs.length, { one: 'braucht', other: 'brauchen' })} FFmpeg 6.1 oder neuer. Du hast FFmpeg ${version}.`,
  test: 'Encoder testen',
  testAgain: 'Erneut testen',
  testingNow: 'Test läuft…',
  testHint: 'Codiert mit jedem Encoder zwei Sekunden Video',
  notWhileLive: 'Nicht möglich, während du live bist',
};

export const recordingSettings = {
  always: 'Jeden Stream aufnehmen',
  folder: 'Ordner',
  defaultFolder: (isMac: boolean): string =>
    isMac ? 'Dein Ordner „Filme“' : 'Der Videoordner deines Systems',
  choose: 'Auswählen…',
  fileName: 'Dateiname',
  fileNameHint: (example: string) => `Möglich sind {date}, {time} und {size}. Beispiel: ${example}`,
  format: 'Format',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint:
    'In beiden Formaten bleibt die Aufnahme abspielbar, wenn Upcast oder der Computer plötzlich stoppt.',
  split: 'Neue Datei beginnen',
  splitHint: 'Teilt an einem Keyframe, damit nichts verloren geht.',
  never: 'Nie',
  everyMinutes: (minutes: number) =>
    minutes === 60 ? 'Jede Stunde' : `Alle ${format.count(minutes, { one: 'Minute', other: 'Minuten' })}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `Alle ${format.number(megabytes / 1000)} GB`
      : `Alle ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: 'Anderen Apps auf diesem Computer erlauben, Upcast zu steuern',
  switchHint:
    'Gilt sofort. Nur Apps auf diesem Computer können sich verbinden, und jede Anfrage braucht das Token.',
  port: 'Port',
  portLocked: 'Schalte die Fernsteuerung aus, um den Port zu ändern.',
  badPort: 'Gib einen Port von 1024 bis 65535 ein.',
  off: 'Aus',
  listening: (port: number) => `Erreichbar unter http://127.0.0.1:${port}`,
  token: 'Token',
  tokenSaved: 'Mit dem Schlüsselbund deines Systems verschlüsselt',
  tokenKept:
    'Der Schlüsselbund deines Systems ist nicht erreichbar. Upcast behält das Token nur bis zum Beenden',
  renew: 'Neues Token',
  renewHint: 'Trennt Apps, die das alte Token nutzen',
  renewed: 'Das alte Token gilt nicht mehr.',
};
