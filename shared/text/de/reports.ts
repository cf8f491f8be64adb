/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times } from './format.ts';

const frames = { one: 'Frame', other: 'Frames' };
const reconnects = { one: 'Wiederverbindung', other: 'Wiederverbindungen' };
const interruptions = { one: 'Unterbrechung', other: 'Unterbrechungen' };

export const rehearsalCard = {
  title: 'Probe',
  switch: 'Proben statt live gehen',
  lastReport: 'Letzter Bericht',
  live: (rate: string | undefined) =>
    `Streamt an diesen Computer${rate === undefined ? '' : ` mit ${rate}`}. Beende die Probe, um den Bericht zu sehen.`,
  connecting: 'Verbindung zum lokalen Testserver…',
  off: 'Probe auf diesem Computer, live zu gehen. Zuschauer sehen nichts.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Streamt über ${protocol === 'rtmps' ? 'TLS' : 'UDP'} an einen lokalen Testserver. Zuschauer sehen nichts; du bekommst einen Bericht.`,
  protocol: 'Protokoll der Probe',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Bericht der Probe',
  allGood: 'Alles kam an, wie es soll. Du kannst live gehen.',
  problems: (count: number) =>
    `Prüfe ${format.count(count, { one: 'Problem', other: 'Probleme' })}, bevor du live gehst.`,
  levels: { good: 'Gut', warning: 'Warnung', problem: 'Problem' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'Probe',
  startedAt: 'Beginn',
  length: 'Länge',
  protocol: 'Protokoll',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Audio',
  video: 'Video',
  codec: 'Codec',
  sampleRate: 'Abtastrate',
  sampling: (hertz: number, channels: number) =>
    `${String(hertz / 1000).replace('.', ',')} kHz, ${channels === 1 ? 'Mono' : 'Stereo'}`,
  bitrate: 'Bitrate',
  bitrateWithPeak: (average: string, peak: string) => `${average}, Spitze ${peak}`,
  gaps: 'Lücken',
  resolution: 'Auflösung',
  frames: 'Frames',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Keyframe-Intervall',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} s` : `${usual} s (${low}–${high})`;
  },
  bFrames: 'B-Frames',
  yes: 'Ja',
  no: 'Nein',
  sync: 'A/V-Sync',
  audioStarts: 'Audio beginnt',
  withVideo: 'mit dem Video',
  afterVideo: (ms: number) => `${format.number(ms)} ms nach dem Video`,
  beforeVideo: (ms: number) => `${format.number(ms)} ms vor dem Video`,
  lengthDifference: 'Längenunterschied',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: 'Bericht zum Stream',
  pastStreams: 'Frühere Streams',
  lost: 'Der Stream endete vorzeitig, weil alle Ziele ausgefallen sind.',
  neverReached: (destinations: readonly string[]) =>
    `Der Stream hat ${format.list(destinations, 'disjunction')} nie erreicht.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `Am Ende des Streams ${format.plural(destinations.length, { one: 'war die Verbindung', other: 'waren die Verbindungen' })} zu ${format.list(destinations)} unterbrochen.`,
  complete: 'Dein Stream lief ohne Unterbrechung.',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `Dein Stream lief mit ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnects)]),
      ...(droppedFrames === 0
        ? []
        : [format.count(droppedFrames, { one: 'verworfenem Frame', other: 'verworfenen Frames' })]),
    ])}.`,

  stream: 'Stream',
  startedAt: 'Beginn',
  length: 'Länge',
  encoded: 'Codiert',
  skipped: 'Übersprungen',
  frames: (count: number) => format.count(count, frames),
  onAir: 'Live',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Gesendet',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Verworfen',
  reconnects: 'Neu verbunden',
  lostBy: 'Verloren',
  lastError: 'Letzter Fehler',
  losses: 'Verluste und ihre Ursachen',
  encodingOverloaded: 'Codierung überlastet',
  networkTooSlow: 'Netzwerk zu langsam',
  offAir: (elapsed: string, times: number) => `${elapsed} offline, ${format.count(times, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'unter 0,1\u00A0%' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'nichts',
};

export const pastStreams = {
  title: 'Frühere Streams',
  one: 'Früherer Stream',
  compared: 'Streams vergleichen',
  all: 'Alle Streams',
  hint: 'Wähle zwei Streams zum Vergleichen aus. Upcast behält die letzten 50.',
  deleted: 'Bericht gelöscht.',
  compare: 'Vergleichen',
  empty: 'Noch keine Streams. Nach jedem Stream findest du hier Bericht, Diagramm und Ereignisse.',
  started: 'Beginn',
  length: 'Länge',
  destinations: 'Ziele',
  lost: 'Verloren',
  delete: 'Löschen',
  compareOne: (started: string) => `${started} vergleichen`,
  deleteOne: (started: string) => `${started} löschen`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Stream vom ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, { one: 'Ereignis', other: 'Ereignisse' }),
};
