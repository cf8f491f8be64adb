/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format } from './format.ts';

export const settings = {
  title: 'Configuración',
  badEncoding:
    'Un valor está fuera de los límites. Tasa de bits del vídeo: de 100 a 51.000 kbps. Tasa de bits del audio: de 32 a 512 kbps. Intervalo de fotogramas clave: de 0,5 a 10 s.',

  video: 'Vídeo',
  changesWhileLive: 'Los cambios se aplican en directo, sin interrumpir la transmisión.',
  resolution: 'Resolución',
  size: (width: number, height: number) => `${width} × ${height}`,
  namedSize: (width: number, height: number, name: string) => `${width} × ${height} (${name})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p vertical',
    vertical720: '720p vertical',
    square: 'cuadrado',
  },
  frameRate: 'Fotogramas/s',
  fps: (fps: string) => `${fps} fps`,
  videoBitrate: 'Tasa de bits del vídeo',
  kbps: 'kbps',
  keyframeInterval: 'Intervalo de fotogramas clave',
  seconds: 's',
  dynamicBitrate: 'Tasa de bits dinámica',
  dynamicBitrateHint:
    'Baja la tasa de bits cuando tu subida es lenta y vuelve a subirla cuando la conexión se recupera, hasta el valor de arriba.',

  audio: 'Audio',
  channels: 'Canales',
  stereo: 'Estéreo',
  mono: 'Mono',
  sampleRate: 'Frecuencia de muestreo',
  kilohertz: (hertz: number) => `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz`,
  audioBitrate: 'Tasa de bits del audio',

  recordingAndEnding: 'Grabación y fin de la transmisión',
  drain: 'Al finalizar, seguir enviando como máximo',

  proxy: 'Proxy',
  remoteControl: 'Control remoto',

  appearance: 'Apariencia',
  theme: 'Tema',
  themes: { system: 'Sistema', dark: 'Oscuro', light: 'Claro' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      `Upcast ${version}`,
      ffmpegVersion === undefined ? 'FFmpeg no encontrado' : `FFmpeg ${ffmpegVersion}`,
      hasKeychain
        ? 'claves de transmisión cifradas con el llavero del sistema'
        : 'llavero no disponible: las claves de transmisión se conservan solo hasta que salgas',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'Automático',
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
  ultrafast: 'ultrafast (mínimo uso de CPU)',
  superfast: 'superfast',
  veryfast: 'veryfast (normal)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (máxima calidad)',
};

export const encoders = {
  encoder: 'Codificador',
  names: encoderNames,
  automatic: (encoder: string) => `Automático (${encoder})`,
  cpuPreset: 'Preajuste de CPU',
  preset: 'Preajuste',
  presetNames,
  latency: 'Latencia',
  latencyLow: 'Baja',
  latencyQuality: 'Mejor calidad, hasta 0,5 s más de retardo',
  latencyQualityCpu: 'Mejor calidad, más CPU',

  codecLocked: (codec: string) => `Puedes cambiar el códec (${codec}) cuando no estés en directo.`,
  codecSupport: (codec: string) =>
    `No todos los servicios y servidores admiten ${codec}. Upcast te avisa antes de transmitir. H.264 funciona en todas partes.`,

  untested: 'Upcast aún no ha probado los codificadores de este equipo.',
  testing: 'Probando cada codificador con dos segundos de vídeo…',
  result: (encoder: string, speed: number, isCpu: boolean) => {
    const cost = isCpu
      ? 'La mejor calidad con la misma tasa de bits, pero usa la CPU'
      : 'Poca carga para la CPU, calidad algo menor';
    return `${encoder} – ${format.number(speed, 1)}× el tiempo real a 720p${speed < 1 ? ' (demasiado lento para transmitir)' : ''}. ${cost}.`;
  },
  onGraphicsCard: (codec: string) => `Codificación ${codec} por hardware (GPU)`,
  unavailable: (names: readonly string[]) => `No disponibles: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `${format.list(codecs)} ${format.plural(codecs.length, { one: 'necesita', many: 'necesitan', other: 'necesitan' })} FFmpeg 6.1 o posterior. Tienes FFmpeg ${version}.`,
  test: 'Probar codificadores',
  testAgain: 'Probar otra vez',
  testingNow: 'Probando…',
  testHint: 'Codifica dos segundos de vídeo con cada codificador',
  notWhileLive: 'No disponible mientras estás en directo',
};

export const recordingSettings = {
  always: 'Grabar todas las transmisiones',
  folder: 'Carpeta',
  defaultFolder: (isMac: boolean): string =>
    isMac ? 'Tu carpeta Películas' : 'La carpeta Vídeos del sistema',
  choose: 'Elegir…',
  fileName: 'Nombre del archivo',
  fileNameHint: (example: string) => `Puedes usar {date}, {time} y {size}. Ejemplo: ${example}`,
  format: 'Formato',
  formats: { mp4: 'MP4', mkv: 'MKV (Matroska)' },
  formatHint: 'Con ambos formatos, la grabación se puede reproducir aunque Upcast o el equipo se detengan.',
  split: 'Empezar un archivo nuevo',
  splitHint: 'Divide en un fotograma clave, así que no se pierde nada.',
  never: 'Nunca',
  everyMinutes: (minutes: number) =>
    minutes === 60
      ? 'Cada hora'
      : `Cada ${format.count(minutes, { one: 'minuto', many: 'de minutos', other: 'minutos' })}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `Cada ${format.number(megabytes / 1000)} GB`
      : `Cada ${format.number(megabytes)} MB`,
};

export const remoteSettings = {
  switch: 'Permitir que otras aplicaciones de este equipo controlen Upcast',
  switchHint:
    'Se aplica de inmediato. Solo pueden conectarse aplicaciones de este equipo, y cada solicitud necesita el token.',
  port: 'Puerto',
  portLocked: 'Desactiva el control remoto para cambiar el puerto.',
  badPort: 'Escribe un puerto entre 1024 y 65535.',
  off: 'Desactivado',
  listening: (port: number) => `Escuchando en http://127.0.0.1:${port}`,
  token: 'Token',
  tokenSaved: 'Cifrado con el llavero del sistema',
  tokenKept:
    'Upcast no puede acceder al llavero del sistema, así que conserva el token solo hasta que salgas',
  renew: 'Nuevo token',
  renewHint: 'Desconecta las aplicaciones que usan el token antiguo',
  renewed: 'Se revocó el token antiguo.',
};
