/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const frames = { one: 'Frame', other: 'Frames' };
const gaps = { one: 'Lücke', other: 'Lücken' };
const reconnects = { one: 'Wiederverbindung', other: 'Wiederverbindungen' };

export const live = {
  captureTimeout: 'Von der Quelle kam nicht rechtzeitig Video an.',
  captureGone: 'Der Aufnahmeprozess wurde unerwartet beendet.',
  captureNotLoaded: (reason: string) =>
    endSentence(`Die Seite für die Aufnahme konnte nicht geladen werden: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Beendet nach ${format.seconds(endedMs - startedMs, 1)}: ${format.count(encodedFrames, frames)} codiert, ${format.number(skippedFrames)} übersprungen`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: ${format.seconds(destination.liveMs, 1)} live, ${format.count(destination.sentFrames, frames)} gesendet, ` +
    `${format.number(destination.droppedFrames)} verworfen, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Bericht der Probe',
  received: (durationMs: number, protocol: string) => [
    'Empfangen',
    `${format.seconds(durationMs, 1)} über ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Video',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${format.number(video.fps, 2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', B-Frames' : ''}`,
    ],
    [
      '',
      `${format.number(video.averageKbps)} kbps im Mittel, ${format.number(video.peakKbps)} kbps in der Spitze`,
    ],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Keyframes',
    `alle ${format.number(median, 3)} s (${format.number(minimum, 3)} bis ${format.number(maximum, 3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Audio',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, { one: 'Kanal', other: 'Kanäle' })}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'A/V-Sync',
    `Audio beginnt ${format.number(Math.abs(offsetMs))} ms ${offsetMs < 0 ? 'vor' : 'nach'} dem Video, Längen unterscheiden sich um ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Latenz',
    `${format.number(median)} ms von der Aufnahme bis zum Empfänger (95 % innerhalb von ${format.number(p95)} ms)`,
  ],
  recording: (path: string) => ['Aufnahme', path],

  note: (sentence: string) => `Hinweis: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `Live über ${protocol}, ${cipher}`,
  live: 'Live',
  publishEnded: 'Beendet',
  codecUnconfirmed: (codec: string) =>
    `Der Server hat nicht bestätigt, dass er ${codec} unterstützt. Prüfe, ob auf deinem Kanal Video zu sehen ist. Falls nicht, nimm H.264, das funktioniert überall.`,
  sent: ({
    packets,
    bytes,
    mediaMs,
    tookMs,
  }: {
    packets: number;
    bytes: number;
    mediaMs: number;
    tookMs: number;
  }) =>
    `${format.count(packets, { one: 'Paket', other: 'Pakete' })} gesendet, ${format.number(bytes / 1e6, 1)} MB, ` +
    `${format.seconds(mediaMs, 1)} Medien in ${format.seconds(tookMs, 1)} (${format.number(bytes / 1000 / tookMs, 1)} MB/s)`,
};
