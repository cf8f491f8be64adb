/** Microphones whose clocks are off, in short: `npm run prove -- clocks` does half an hour of each. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';
import { broadcastOddly } from '../../../support/engine/odd-microphone.ts';
import type { OddMicrophone } from '../../../support/engine/odd-microphone.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upcast-clocks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each<[string, number, OddMicrophone]>([
  // Four times as far off as the proof's, so that the short run shows it as much.
  ['runs 400 ppm fast', 60, { fastPpm: 400, sampleRate: 48_000 }],
  [
    'is slow, of another rate, and stops',
    40,
    { fastPpm: -100, sampleRate: 44_100, stops: { everySeconds: 20, stopSeconds: 5 } },
  ],
])(
  'a microphone that %s stays in step with the picture',
  async (name, seconds, microphone) => {
    const file = join(folder, `${name}.flv`);
    const { offset, frames } = await broadcastOddly({ seconds, microphone, ffmpegPath: ffmpegPath(), file });
    expect(frames).toMatchObject({ lost: 0, doubled: 0 });
    const stops = microphone.stops === undefined ? 0 : (5 + 1) * 2;
    expect(offset?.count).toBeGreaterThanOrEqual(seconds - stops - 2);
    expect(Math.abs(offset?.worstMs ?? Infinity)).toBeLessThanOrEqual(25);
  },
  60_000,
);
