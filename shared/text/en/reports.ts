/** Rehearsals and past streams: cards, lists, and reports of figures. */
import type { RehearsalProtocol } from '../../broadcast/rehearsal-report.ts';
import { format, times } from './format.ts';

const frames = { one: 'frame', other: 'frames' };
const reconnects = { one: 'reconnect', other: 'reconnects' };
const interruptions = { one: 'interruption', other: 'interruptions' };

export const rehearsalCard = {
  title: 'Rehearsal',
  switch: 'Rehearse instead of going live',
  lastReport: 'Last report',
  live: (rate: string | undefined) =>
    `Streaming to this computer${rate === undefined ? '' : ` at ${rate}`}. End the rehearsal to see the report.`,
  connecting: 'Connecting to the local test server…',
  off: 'Practice going live on this computer. Viewers see nothing.',
  on: (protocol: 'rtmps' | 'rtmfp') =>
    `Streams over ${protocol === 'rtmps' ? 'TLS' : 'UDP'} to a local test server. Viewers see nothing; you get a report.`,
  protocol: 'Rehearsal protocol',
  protocols: { rtmps: 'RTMPS', rtmfp: 'RTMFP' },
};

export const rehearsalReport = {
  title: 'Rehearsal report',
  allGood: 'Everything arrived as it should. You’re ready to go live.',
  problems: (count: number) =>
    `Check ${format.count(count, { one: 'issue', other: 'issues' })} before you go live.`,
  levels: { good: 'Good', warning: 'Warning', problem: 'Problem' },
  finding: (level: string) => `${level}: `,

  rehearsal: 'Rehearsal',
  startedAt: 'Started at',
  length: 'Length',
  protocol: 'Protocol',
  protocolName: (protocol: RehearsalProtocol, tls: string | undefined) =>
    protocol === 'rtmps' ? `RTMPS, ${tls?.replace('TLSv', 'TLS ') ?? 'TLS'}` : protocol.toUpperCase(),
  audio: 'Audio',
  video: 'Video',
  codec: 'Codec',
  sampleRate: 'Sample rate',
  sampling: (hertz: number, channels: number) => `${hertz / 1000} kHz, ${channels === 1 ? 'mono' : 'stereo'}`,
  bitrate: 'Bitrate',
  bitrateWithPeak: (average: string, peak: string) => `${average}, peak ${peak}`,
  gaps: 'Gaps',
  resolution: 'Resolution',
  frames: 'Frames',
  framesAtRate: (count: number, fps: number) => `${format.number(count)}, ${format.number(fps, 2)} fps`,
  keyframeInterval: 'Keyframe interval',
  interval: (median: number, least: number, most: number) => {
    const [usual, low, high] = [median, least, most].map((seconds) => format.number(seconds, 2));
    return low === high ? `${usual} s` : `${usual} s (${low}–${high})`;
  },
  bFrames: 'B-frames',
  yes: 'Yes',
  no: 'No',
  sync: 'A/V sync',
  audioStarts: 'Audio starts',
  withVideo: 'with video',
  afterVideo: (ms: number) => `${format.number(ms)} ms after video`,
  beforeVideo: (ms: number) => `${format.number(ms)} ms before video`,
  lengthDifference: 'Length difference',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
};

export const streamReport = {
  title: 'Stream report',
  pastStreams: 'Past streams',
  lost: 'The stream ended early because every destination failed.',
  neverReached: (destinations: readonly string[]) =>
    `The stream never reached ${format.list(destinations, 'disjunction')}.`,
  goneAtEnd: (destinations: readonly string[]) =>
    `${format.plural(destinations.length, { one: 'The connection', other: 'The connections' })} to ${format.list(destinations)} ${format.plural(destinations.length, { one: 'was', other: 'were' })} down when the stream ended.`,
  complete: 'Your stream ran without interruption.',
  sentWith: (reconnectCount: number, droppedFrames: number) =>
    `Your stream had ${format.list([
      ...(reconnectCount === 0 ? [] : [format.count(reconnectCount, reconnects)]),
      ...(droppedFrames === 0
        ? []
        : [`${format.count(droppedFrames, { one: 'dropped frame', other: 'dropped frames' })}`]),
    ])}.`,

  stream: 'Stream',
  startedAt: 'Started at',
  length: 'Length',
  encoded: 'Encoded',
  skipped: 'Skipped',
  frames: (count: number) => format.count(count, frames),
  onAir: 'Live',
  uptime: (elapsed: string, share: number) => `${elapsed} (${format.percent(share)})`,
  sent: 'Sent',
  sentBytes: (bytes: number, count: number) => `${format.bytes(bytes)}, ${format.count(count, frames)}`,
  dropped: 'Dropped',
  reconnects: 'Reconnects',
  lostBy: 'Lost',
  lastError: 'Last error',
  losses: 'Losses by cause',
  encodingOverloaded: 'Encoding overloaded',
  networkTooSlow: 'Network too slow',
  offAir: (elapsed: string, times: number) => `${elapsed} offline, ${format.count(times, interruptions)}`,
  lossTimes: (loss: string, count: number) => `${loss.replace(/\.$/, '')} (${times(count)}).`,
  lossShare: (share: number) => (share < 0.001 ? 'under 0.1%' : format.percent(share, 1)),
  reconnectCount: (count: number) => format.count(count, reconnects),
  interruptionCount: (count: number) => format.count(count, interruptions),
  nothing: 'nothing',
};

export const pastStreams = {
  title: 'Past streams',
  one: 'Past stream',
  compared: 'Compare streams',
  all: 'All streams',
  hint: 'Select two streams to compare. Upcast keeps the last 50.',
  deleted: 'Deleted the report.',
  compare: 'Compare',
  empty: 'No streams yet. After each stream, you’ll find its report, graph, and events here.',
  started: 'Started',
  length: 'Length',
  destinations: 'Destinations',
  lost: 'Lost',
  delete: 'Delete',
  compareOne: (started: string) => `Compare ${started}`,
  deleteOne: (started: string) => `Delete ${started}`,
  startedAt: (timeMs: number) => `${format.date(timeMs)}, ${format.clock(timeMs)}`,
  streamOf: (started: string) => `Stream from ${started}`,
  names: (destinations: readonly string[]) => destinations.join(', '),
  events: (count: number) => format.count(count, { one: 'event', other: 'events' }),
};
