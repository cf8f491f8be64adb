/** The main button, recording, and the advice above them. */
import type { ServiceMessage } from '../../destinations/service-message.ts';
import { format } from './format.ts';

const skippedFrames = {
  one: 'fotograma omitido',
  many: 'de fotogramas omitidos',
  other: 'fotogramas omitidos',
};

export const goLive = {
  rehearse: 'Ensayar',
  goLive: 'Transmitir',
  cancel: 'Cancelar',
  endStream: 'Finalizar',
  endRehearsal: 'Finalizar ensayo',
  endNow: 'Finalizar ya',
  keepRetrying: 'Seguir intentando',
  rehearsalNote: 'Solo este equipo recibe la transmisión. Los espectadores no ven nada.',
  ending: (seconds: number) =>
    `Enviando el resto de la transmisión durante ${format.number(seconds)} s como máximo.`,

  endTitle: '¿Finalizar la transmisión?',
  keepStreaming: 'Seguir transmitiendo',
  viewersSeeEnd: 'Los espectadores verán que la transmisión termina.',
  recordingContinues:
    'Los espectadores verán que la transmisión termina. La grabación continúa hasta que la detengas.',

  record: 'Grabar',
  waitingForVideo: 'Esperando el vídeo',
  recording: (elapsed: string) => `Rec ${elapsed}`,
  finishing: 'Finalizando…',
  stopRecording: 'Detener grabación',
  showFile: 'Mostrar archivo',
  diskFullIn: (seconds: number) =>
    seconds < 120
      ? `El disco se llenará en aprox. ${format.number(seconds)} s.`
      : `El disco se llenará en aprox. ${format.number(Math.floor(seconds / 60))} min.`,

  overloaded: (skipped: number) =>
    skipped === 0
      ? 'Codificación sobrecargada.'
      : `Codificación sobrecargada: ${format.count(skipped, skippedFrames)}.`,
  nothingLower: 'Los ajustes ya están al mínimo. Cierra otras aplicaciones.',
  changeTo: (changes: readonly string[]) => `Cambiar a ${format.list(changes, 'unit')}`,
  noInterruption: 'No interrumpe la transmisión',
  resolution: (width: number, height: number) => `${width} × ${height}`,
  frameRate: (fps: string) => `${fps} fps`,
  cpuPreset: (preset: string) => `preajuste ${preset}`,

  fixSettings: 'Corregir ajustes',
  fixSettingsHint: 'Cambia los ajustes de codificación por los que aceptan tus destinos',
  settingsFixed: 'Se actualizaron los ajustes de codificación.',
};

/** What the destinations need against what the upload carries. */
export const uplink = {
  over: (needs: string, measured: string, age: string) =>
    `${needs} de velocidad de subida, pero una prueba (${age}) midió ${measured}.`,
  tight: (needs: string, measured: string, age: string) =>
    `${needs} de velocidad de subida y una prueba (${age}) midió ${measured}. Queda poco margen.`,
  unknown: (needs: string, measured: string, age: string) =>
    `${needs} de velocidad de subida. Una prueba (${age}) solo pudo medir hasta ${measured}, así que tu subida puede ser suficiente.`,
  needs: (copies: number, rate: string) =>
    copies === 1
      ? `Tu transmisión necesita ${rate}`
      : `Transmitir a ${format.number(copies)} servidores necesita ${rate}`,
  /** @param hasFit a bitrate would fit. */
  slow: (needed: string, leaving: string, hasFit: boolean) =>
    `Tu transmisión necesita ${needed} de velocidad de subida y tienes ${leaving}.${hasFit ? '' : ' Es muy poco para transmitir vídeo. Usa una conexión más rápida.'}`,
  slowForAll: (needed: string, leaving: string, hasFit: boolean) =>
    `Todos los destinos juntos necesitan ${needed} de velocidad de subida y tienes ${leaving}.${hasFit ? '' : ' Desactiva un destino.'}`,
  justNow: 'ahora mismo',

  lowerTo: (rate: string) => `Bajar a ${rate}`,
  lowered: 'Se bajó la tasa de bits para ajustarla a tu velocidad de subida.',
  turnOff: (destination: string) => `Desactivar ${destination}`,
  turnedOff: (destination: string) => `Se desactivó «${destination}».`,
};

/** What a streaming service asks of the encoding. */
export function serviceAdvice(message: ServiceMessage): string {
  const { service } = message;
  switch (message.code) {
    case 'maxVideo':
      return `${service} acepta hasta ${format.kbps(message.kbps)} de vídeo.`;
    case 'maxAudio':
      return `${service} acepta hasta ${format.kbps(message.kbps)} de audio.`;
    case 'maxTotal':
      return `${service} acepta hasta ${format.kbps(message.kbps)} entre vídeo y audio.`;
    case 'minTotal':
      return `${service} recomienda al menos ${format.kbps(message.kbps)} entre vídeo y audio.`;
    case 'maxFrameRate':
      return `${service} acepta hasta ${format.number(message.fps)} fps.`;
    case 'sampleRate':
      return `${service} recomienda audio a ${format.number(message.hertz / 1000, message.hertz % 1000 === 0 ? 0 : 1)} kHz.`;
    case 'maxResolution':
      return `${service} acepta vídeo de hasta ${message.longSide} × ${message.shortSide}.`;
    case 'vertical':
      return `${service} muestra vídeo vertical. El tuyo es horizontal y se verá pequeño en los teléfonos.`;
    case 'keyframes':
      return `${service} ${message.isRequired ? 'exige' : 'recomienda'} un fotograma clave cada ${format.count(message.seconds, { one: 'segundo', many: 'de segundos', other: 'segundos' })}.`;
    case 'codec':
      return `${service} no admite ${message.name}. Usa H.264.`;
    case 'codecUnknown':
      return `Es posible que ${service} no admita ${message.name}. Cuando estés en directo, comprueba que el vídeo aparezca en tu canal. H.264 funciona en todas partes.`;
    case 'profile':
      return `${service} recomienda el perfil ${message.name} de H.264.`;
    case 'bFrames':
      return `${service} no acepta fotogramas B. Pon la latencia en Baja.`;
  }
}
