import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editNotices } from '../../../../electron/media-file/file-notices.ts';
import type { FileNotice } from '../../../../shared/media/file-notice.ts';
import { MediaClock } from '../../../../electron/rtmp/flv/media-clock.ts';

interface Frame {
  readonly kind: 'audio' | 'video' | 'script';
  readonly timestampMs: number;
  readonly isSequenceHeader: boolean;
}

const frame = (kind: Frame['kind'], timestampMs: number): Frame => ({
  kind,
  timestampMs,
  isSequenceHeader: false,
});
const header = (kind: Frame['kind'], timestampMs: number): Frame => ({
  kind,
  timestampMs,
  isSequenceHeader: true,
});

/** 30 frames a second and AAC, in the order of a file. */
function recording(seconds: number, fromMs = 0): Frame[] {
  const video = Array.from({ length: seconds * 30 }, (_, n) =>
    frame('video', fromMs + Math.round((n * 1000) / 30)),
  );
  const audio = Array.from({ length: Math.floor((seconds * 48000) / 1024) }, (_, n) =>
    frame('audio', fromMs + Math.round((n * 1024) / 48)),
  );
  return [...video, ...audio].sort((left, right) => left.timestampMs - right.timestampMs);
}

function play(
  frames: readonly Frame[],
  ahead = 20,
): { times: number[]; told: FileNotice[]; lengthMs: number } {
  const clock = new MediaClock();
  clock.begin(frames.slice(0, ahead));
  const times = frames.map((each) => clock.place(each));
  for (const kind of ['audio', 'video'] as const) {
    const own = times.filter((_, index) => frames[index]?.kind === kind);
    expect(
      own.every((time, index) => time >= (own[index - 1] ?? 0)),
      `${kind} grows`,
    ).toBe(true);
  }
  expect(Math.min(...times)).toBeGreaterThanOrEqual(0);
  return { times, told: editNotices(clock.edits), lengthMs: Math.max(...times) };
}

/** Video time minus the audio time that stands beside it in the file, before and after. */
function steps(frames: readonly Frame[], times: readonly number[]): number[] {
  const last = { audio: 0, video: 0 };
  return frames.map((each, index) => {
    if (each.kind !== 'script') last[each.kind] = (times[index] ?? 0) - each.timestampMs;
    return last.video - last.audio;
  });
}

const eight = recording(8);

describe('MediaClock', () => {
  it('leaves a plain recording as it is', () => {
    const { times, told } = play(eight);
    expect(times).toEqual(eight.map(({ timestampMs }) => timestampMs));
    expect(told).toEqual([]);
  });

  it.each([
    ['an hour', 3_600_000],
    ['20 days', 20 * 86_400_000],
    ['a minute before 0', -60_000],
  ])('F3: media that starts at %s starts at 0, beside metadata at 0', (_what, lateMs) => {
    const late = [frame('script', 0), header('video', 0), header('audio', 0), ...recording(8, lateMs)];
    const { times, lengthMs } = play(late);
    expect(times.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(lengthMs).toBe(Math.max(...eight.map(({ timestampMs }) => timestampMs)));
  });

  it('F3: a leap of an hour in the middle is an edit, told once, and audio and video keep their step', () => {
    const jumped = eight.map((each) =>
      each.timestampMs >= 3000 ? { ...each, timestampMs: each.timestampMs + 3_600_000 } : each,
    );
    const { times, told, lengthMs } = play(jumped);
    expect(told).toEqual([{ code: 'gaps', count: 1, longestGapMs: 10_000 }]);
    expect(Math.abs(lengthMs - 7980)).toBeLessThan(60);
    const after = steps(jumped, times).slice(-100);
    expect(after.every((step) => step === 0)).toBe(true);
  });

  it('F3: video leaps a second before audio in the file: old sound goes on beside new pictures', () => {
    const jumped = eight.map((each) => {
      const isAfter = each.timestampMs >= (each.kind === 'video' ? 3000 : 4000);
      return isAfter ? { ...each, timestampMs: each.timestampMs + 3_600_000 } : each;
    });
    expect(play(jumped).told).toHaveLength(1);
    expect(Math.abs(play(jumped).lengthMs - 7980)).toBeLessThan(60);
  });

  it('F3: a pause of 8 s stays, one of 12 s is left out', () => {
    const paused = (ms: number): Frame[] => [...recording(2), ...recording(2, 2000 + ms)];
    expect(play(paused(8000)).told).toEqual([]);
    expect(play(paused(8000)).lengthMs).toBeGreaterThan(11_900);
    expect(play(paused(12_000)).told).toHaveLength(1);
    expect(play(paused(12_000)).lengthMs).toBeLessThan(4_100);
  });

  it('F3: audio that is away for a minute is no gap while video goes on', () => {
    const frames = recording(90).filter(
      ({ kind, timestampMs }) => kind === 'video' || timestampMs < 10_000 || timestampMs > 70_000,
    );
    const { times, told } = play(frames);
    expect(told).toEqual([]);
    expect(times).toEqual(frames.map(({ timestampMs }) => timestampMs));
  });

  it('F4: two recordings in one file take the time of both', () => {
    const { told, lengthMs, times } = play([...eight, header('video', 0), header('audio', 0), ...eight]);
    expect(told).toEqual([{ code: 'restarts', count: 1 }]);
    expect(Math.abs(lengthMs - 15_980)).toBeLessThan(60);
    expect(
      steps([...eight, ...eight], [...times.slice(0, eight.length), ...times.slice(-eight.length)]).at(-1),
    ).toBe(0);
  });

  it('F4: ten recordings of half a second each', () => {
    const half = eight.filter(({ timestampMs }) => timestampMs < 500);
    const { lengthMs } = play(Array.from({ length: 10 }, () => half).flat());
    expect(Math.abs(lengthMs - 5000)).toBeLessThan(300);
  });

  it('F4: frames before the end of a recording, after a header of before its beginning', () => {
    // A recorder joined two pushes: the second begins with a header from before and frames at 958 ms.
    const frames = [...recording(49), header('video', -48_807), ...recording(2, 958)];
    const { lengthMs, told } = play(frames);
    expect(told).toHaveLength(1);
    expect(Math.abs(lengthMs - 51_000)).toBeLessThan(60);
  });

  // Forms after samples of BililiveRecorder's repair, a log of blrec and biliup's error of a leap in its files.
  it.each<[string, Frame[], number, FileNotice[]]>([
    [
      'F3: a header at 0 amid frames at 47 minutes (BililiveRecorder)',
      [...recording(4, 2_834_500), header('video', 0), header('audio', 0), ...recording(4, 2_838_500)],
      7980,
      [],
    ],
    [
      'F3: metadata and headers at 0, the first frame at 3 132 000 (blrec)',
      [frame('script', 0), header('video', 0), header('audio', 0), ...recording(8, 3_132_000)],
      7980,
      [],
    ],
    [
      'F4: two pushes joined, the second without metadata and headers (BililiveRecorder)',
      [...recording(4, 1_000_000), ...recording(4)],
      7980,
      [{ code: 'restarts', count: 1 }],
    ],
    [
      'F3: a leap between two groups of pictures, and back at the next (biliup)',
      [...recording(2), ...recording(2, 902_000), ...recording(4, 4000)],
      7980,
      [
        { code: 'gaps', count: 1, longestGapMs: 10_000 },
        { code: 'restarts', count: 1 },
      ],
    ],
    [
      'F4: a group of pictures written twice (BililiveRecorder)',
      [...recording(4), ...recording(2, 2000), ...recording(4, 4000)],
      9980,
      [{ code: 'restarts', count: 1 }],
    ],
  ])('%s', (_what, frames, lengthMs, told) => {
    const played = play(frames);
    expect(Math.abs(played.lengthMs - lengthMs)).toBeLessThan(120);
    expect(played.told).toEqual(told);
  });

  it('F5: video from −33 ms on: the first time is 0, and audio keeps its distance', () => {
    const early = [
      header('video', 0),
      frame('video', -33),
      frame('audio', 0),
      frame('video', 0),
      frame('audio', 21),
    ];
    expect(play(early).times).toEqual([0, 0, 33, 33, 54]);
  });

  it('F5: audio comes first in the file, and video is earlier', () => {
    const early = [frame('audio', 0), frame('video', -33), frame('audio', 21), frame('video', 0)];
    expect(play(early).times).toEqual([33, 0, 54, 33]);
    // Whoever reads from a pipe knows one frame only.
    expect(play(early, 1).times).toEqual([0, 0, 21, 0]);
  });

  it('one frame with a wild time, ahead or back, costs no step between audio and video', () => {
    for (const wildMs of [3_600_000, -3_600_000]) {
      const index = eight.findIndex(({ kind, timestampMs }) => kind === 'video' && timestampMs > 4000);
      const wild = eight.map((each, at) =>
        at === index ? { ...each, timestampMs: each.timestampMs + wildMs } : each,
      );
      const { times, lengthMs } = play(wild);
      expect(lengthMs).toBe(Math.max(...eight.map(({ timestampMs }) => timestampMs)));
      expect(steps(wild, times).at(-1)).toBe(0);
    }
  });

  it('whatever the times, the line grows, begins at 0 and has no gap over the bound', () => {
    const any = fc.array(
      fc.record({
        kind: fc.constantFrom('audio' as const, 'video' as const, 'script' as const),
        timestampMs: fc.integer({ min: -(2 ** 33), max: 2 ** 33 }),
        isSequenceHeader: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(any, (frames) => {
        const { times } = play(frames.length === 0 ? [frame('video', 0)] : frames);
        let newest = 0;
        times.forEach((time, index) => {
          if (frames[index]?.kind === 'script') return;
          expect(time - newest).toBeLessThanOrEqual(10_000);
          newest = Math.max(newest, time);
        });
      }),
      { numRuns: 2000 },
    );
  });
});
