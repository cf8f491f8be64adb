/** What `npm run live` and `npm run publish` print. */
import type { RehearsalReport } from '../../../broadcast/rehearsal-report.ts';
import type { StatsSummary } from '../../../broadcast/statistics.ts';
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const frames = { one: 'frame', other: 'frames' };
const gaps = { one: 'gap', other: 'gaps' };
const reconnects = { one: 'reconnect', other: 'reconnects' };

export const live = {
  captureTimeout: 'No video arrived from the source in time.',
  captureGone: 'The capture process stopped unexpectedly.',
  captureNotLoaded: (reason: string) => endSentence(`Couldn’t load the capture page: ${reason}`),

  ended: ({ startedMs, endedMs, encodedFrames, skippedFrames }: StatsSummary) =>
    `Ended after ${format.seconds(endedMs - startedMs, 1)}: ${format.count(encodedFrames, frames)} encoded, ${format.number(skippedFrames)} skipped`,
  destinationEnded: (destination: StatsSummary['destinations'][number]) =>
    `${destination.name}: ${format.seconds(destination.liveMs, 1)} live, ${format.count(destination.sentFrames, frames)} sent, ` +
    `${format.number(destination.droppedFrames)} dropped, ${format.count(destination.reconnects, reconnects)}`,

  reportTitle: 'Rehearsal report',
  received: (durationMs: number, protocol: string) => [
    'Received',
    `${format.seconds(durationMs, 1)} over ${protocol}`,
  ],
  video: (video: NonNullable<RehearsalReport['video']>) => [
    [
      'Video',
      `${video.codec} ${video.profile} ${video.level}, ${video.width}x${video.height}, ${video.fps.toFixed(2)} fps`,
    ],
    [
      '',
      `${format.count(video.frames, frames)}, ${format.count(video.gaps, gaps)}${video.hasBFrames ? ', B-frames' : ''}`,
    ],
    ['', `${format.number(video.averageKbps)} kbps average, ${format.number(video.peakKbps)} kbps peak`],
  ],
  keyframes: ({ minimum, median, maximum }: { minimum: number; median: number; maximum: number }) => [
    'Keyframes',
    `every ${median.toFixed(3)} s (${minimum.toFixed(3)} to ${maximum.toFixed(3)})`,
  ],
  audio: (audio: NonNullable<RehearsalReport['audio']>) => [
    'Audio',
    `${audio.codec} ${audio.sampleRate} Hz, ${format.count(audio.channels, { one: 'channel', other: 'channels' })}, ` +
      `${format.number(audio.averageKbps)} kbps, ${format.count(audio.gaps, gaps)}`,
  ],
  sync: (offsetMs: number, differenceMs: number) => [
    'A/V sync',
    `audio starts ${format.number(Math.abs(offsetMs))} ms ${offsetMs < 0 ? 'before' : 'after'} video, lengths differ by ${format.number(differenceMs)} ms`,
  ],
  latency: ({ median, p95 }: { median: number; p95: number }) => [
    'Latency',
    `${format.number(median)} ms from capture to receiver (95% within ${format.number(p95)} ms)`,
  ],
  recording: (path: string) => ['Recording', path],

  note: (sentence: string) => `note: ${sentence}`,
  liveOver: (protocol: string, cipher: string) => `Live over ${protocol}, ${cipher}`,
  live: 'Live',
  publishEnded: 'Ended',
  codecUnconfirmed: (codec: string) =>
    `The server didn’t confirm that it supports ${codec}. Check that video appears on your channel. If it doesn’t, use H.264, which works everywhere.`,
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
    `Sent ${format.count(packets, { one: 'packet', other: 'packets' })}, ${(bytes / 1e6).toFixed(1)} MB, ` +
    `${format.seconds(mediaMs, 1)} of media in ${format.seconds(tookMs, 1)} (${(bytes / 1000 / tookMs).toFixed(1)} MB/s)`,
};
