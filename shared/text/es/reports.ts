/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times } from './format.ts';

const frames = { one: 'fotograma', many: 'de fotogramas', other: 'fotogramas' };
const droppedFrames = {
  one: 'fotograma perdido',
  many: 'de fotogramas perdidos',
  other: 'fotogramas perdidos',
};
const reconnects = { one: 'reconexión', many: 'de reconexiones', other: 'reconexiones' };
const interruptions = { one: 'interrupción', many: 'de interrupciones', other: 'interrupciones' };

export const rehearsalCard = {
  title: 'Ensayo',
  switch: 'Ensayar en lugar de transmitir',
  lastReport: 'Último informe',
  live: (rate: string | undefined) =>
    `Transmitiendo a este equipo${rate === undefined ? '' : ` a ${rate}`}. Finaliza el ensayo para ver el informe.`,
  connecting: 'Conectando con el servidor de prueba local…',
  off: 'Practica el directo en este equipo. Los espectadores no ven nada.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Transmite por ${protocol === 'rtmps' ? 'TLS' : 'UDP'} a un servidor de prueba local. Los espectadores no ven nada y tú recibes un informe.`,
  protocol: 'Protocolo del ensayo',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Informe del ensayo',
  allGood: 'Todo llegó como debía. Puedes transmitir.',
  problems: (count: number) =>
    `Revisa ${format.count(count, { one: 'problema', many: 'de problemas', other: 'problemas' })} antes de transmitir.`,
  levels: { good: 'Bien', warning: 'Advertencia', problem: 'Problema' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'Ensayo',
  startedAt: 'Inicio',
  length: 'Duración',
  protocol: 'Protocolo',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Audio',
  video: 'Vídeo',
  codec: 'Códec',
  sampleRate: 'Muestreo',
  sampling: (hertz: number, channels: number) =>
    `${format.number(hertz / 1000, hertz % 1000 === 0 ? 0 : 1)} kHz, ${channels === 1 ? 'mono' : 'estéreo'}`,
  bitrate: 'Tasa de bits',
  bitrateWithPeak: (average: string, peak: string) => `${average}, pico ${peak}`,
  gaps: 'Huecos',
  resolution: 'Resolución',
  frames: 'Fotogramas',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Intervalo de fotogramas clave',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} s` : `${usual} s (${low}–${high})`;
  },
  bFrames: 'Fotogramas B',
  yes: 'Sí',
  no: 'No',
  sync: 'Sincronía A/V',
  audioStarts: 'El audio empieza',
  withVideo: 'con el vídeo',
  afterVideo: (ms: number) => `${format.number(ms)} ms después del vídeo`,
  beforeVideo: (ms: number) => `${format.number(ms)} ms antes del vídeo`,
  lengthDifference: 'Diferencia de duración',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: 'Informe de la transmisión',
  pastStreams: 'Transmisiones anteriores',
  lost: 'La transmisión terminó antes de tiempo porque fallaron todos los destinos.',
  neverReached: (destinations: readonly string[]) =>
    `La transmisión nunca llegó a ${format.list(destinations, 'disjunction')}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `Sin conexión con ${format.list(destinations)} cuando terminó la transmisión.`,
  complete: 'La transmisión se emitió sin interrupciones.',
  sentWith: (reconnectCount: number, droppedFrameCount: number) =>
    `La transmisión tuvo ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnects)]),
      ...(droppedFrameCount === 0 ? [] : [format.count(droppedFrameCount, droppedFrames)]),
    ])}.`,

  stream: 'Transmisión',
  startedAt: 'Inicio',
  length: 'Duración',
  encoded: 'Codificados',
  skipped: 'Omitidos',
  frames: (count: number) => format.count(count, frames),
  onAir: 'En directo',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Enviado',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Perdidos',
  reconnects: 'Reconexiones',
  lostBy: 'Pérdidas',
  lastError: 'Último error',
  losses: 'Pérdidas y sus causas',
  encodingOverloaded: 'Codificación sobrecargada',
  networkTooSlow: 'Red demasiado lenta',
  offAir: (elapsed: string, times: number) =>
    `${elapsed} sin conexión, ${format.count(times, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'menos del 0,1%' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'nada',
};

export const pastStreams = {
  title: 'Transmisiones anteriores',
  one: 'Transmisión anterior',
  compared: 'Comparar transmisiones',
  all: 'Todas las transmisiones',
  hint: 'Selecciona dos transmisiones para compararlas. Upcast conserva las últimas 50.',
  deleted: 'Informe eliminado.',
  compare: 'Comparar',
  empty:
    'Aún no hay transmisiones. Después de cada una, aquí encontrarás su informe, su gráfico y sus eventos.',
  started: 'Inicio',
  length: 'Duración',
  destinations: 'Destinos',
  lost: 'Pérdidas',
  delete: 'Eliminar',
  compareOne: (started: string) => `Comparar ${started}`,
  deleteOne: (started: string) => `Eliminar ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Transmisión: ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, { one: 'evento', many: 'de eventos', other: 'eventos' }),
};
