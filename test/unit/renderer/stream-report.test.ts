import { describe, expect, it } from 'vitest';
import type { StatsSummary } from '../../../shared/broadcast/statistics.ts';
import {
  describeStream,
  isReportDue,
  streamReportGroups,
} from '../../../renderer/features/past-streams/stream-report.ts';

const destination: StatsSummary['destinations'][number] = {
  kind: 'destination',
  id: 'a',
  name: 'Twitch',
  liveMs: 60_000,
  sentBytes: 19_500_000,
  sentFrames: 1800,
  droppedFrames: 0,
  reconnects: 0,
};
const summary: StatsSummary = {
  type: 'summary',
  startedMs: 0,
  endedMs: 61_000,
  outcome: 'ended',
  capturedFrames: 1830,
  skippedFrames: 0,
  encodedFrames: 1830,
  destinations: [destination],
};
const withDestination = (more: Partial<typeof destination>): StatsSummary => ({
  ...summary,
  destinations: [{ ...destination, ...more }],
});

describe('isReportDue', () => {
  it('is due after a stream, not after a rehearsal or what never began', () => {
    expect(isReportDue(summary)).toBe(true);
    expect(isReportDue({ ...summary, outcome: 'lost' })).toBe(true);
    expect(isReportDue({ ...summary, outcome: 'neverLive' })).toBe(false);
    expect(isReportDue(withDestination({ kind: 'rehearsal' }))).toBe(false);
    expect(isReportDue(withDestination({ id: 'rehearsal' }))).toBe(true);
    expect(isReportDue({ ...summary, destinations: [] })).toBe(false);
    expect(isReportDue(undefined)).toBe(false);
  });
});

describe('describeStream', () => {
  it.each([
    [summary, 'Your stream ran without interruption.'],
    [{ ...summary, outcome: 'lost' as const }, 'The stream ended early because every destination failed.'],
    [
      withDestination({ reconnects: 2, droppedFrames: 1 }),
      'Your stream had 2 reconnects and 1 dropped frame.',
    ],
    [withDestination({ droppedFrames: 1200 }), 'Your stream had 1,200 dropped frames.'],
    [
      withDestination({ reconnects: 1, lossesByCause: { 'transport/reset': 2 } }),
      'The connection to Twitch was down when the stream ended.',
    ],
    [
      {
        ...summary,
        destinations: ['Twitch', 'YouTube'].map((name) => ({
          ...destination,
          ...{ id: name, name, reconnects: 1, lossesByCause: { 'transport/reset': 2 } },
        })),
      },
      'The connections to Twitch and YouTube were down when the stream ended.',
    ],
    [withDestination({ liveMs: 0 }), 'The stream never reached Twitch.'],
  ])('tells %#', (told, text) => {
    expect(describeStream(told)).toBe(text);
  });
});

describe('streamReportGroups', () => {
  it('tells the whole, then each destination', () => {
    const [stream, twitch] = streamReportGroups(summary);
    expect(stream?.rows).toContainEqual(['Length', '00:01:01']);
    expect(twitch).toEqual({
      id: 'a',
      title: 'Twitch',
      rows: [
        ['Live', '00:01:00'],
        ['Sent', '20 MB, 1,800 frames'],
        ['Dropped', '0 frames'],
        ['Reconnects', '0'],
      ],
    });
  });

  it('tells the share on air and the last error after a break', () => {
    const lastError = { code: 'transport/timeout', details: {} } as const;
    const broken = withDestination({ liveMs: 30_500, reconnects: 1, lastError });
    const rows = streamReportGroups(broken)[1]?.rows;
    expect(rows).toContainEqual(['Live', '00:00:30 (50%)']);
    expect(rows?.at(-1)?.[0]).toBe('Last error');
    expect(rows?.at(-1)?.[1]).not.toBe('');
  });
});

it('says what a destination was lost to, and how often', () => {
  const lost = withDestination({
    reconnects: 3,
    lossesByCause: { 'transport/reset': 2, 'transport/stalled': 1 },
  });
  const row = streamReportGroups(lost)[1]?.rows.find(([label]) => label === 'Lost');
  expect(row?.[1]).toMatch(/\(2 times\)\. \S+/);
});
