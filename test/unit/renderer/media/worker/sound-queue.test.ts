/** Sound travels with frames where there are any, and is never more than 20 ms later for it. */
import { expect, test } from 'vitest';
import { SoundQueue } from '../../../../../renderer/media/worker/sound/sound-queue.ts';

const PART_US = 20_000;

/** Frames and sound as they come for a second. */
function play(fps: number, tracks: readonly string[]) {
  const queue = new SoundQueue();
  const events = [
    ...Array.from({ length: fps }, (_, frame) => ({ atUs: ((frame + 0.4) * 1e6) / fps, isFrame: true })),
    ...Array.from({ length: 50 }, (_, part) => ({ atUs: part * PART_US, isFrame: false })),
  ].toSorted((one, other) => one.atUs - other.atUs);
  let messages = 0;
  const waits: number[] = [];
  const got: string[] = [];
  for (const { atUs, isFrame } of events) {
    if (!isFrame) {
      const block = { timestampUs: atUs, sampleRate: 48_000, channels: 1, data: new ArrayBuffer(4) } as const;
      for (const trackId of tracks) queue.add(trackId, block, atUs);
    }
    const isDue = queue.isDue(atUs);
    if (!isFrame && isDue) messages += 1;
    const taken = isFrame ? (queue.takeWithFrame(atUs) ?? []) : isDue ? queue.take() : [];
    waits.push(...taken.map(({ timestampUs }) => atUs - timestampUs));
    got.push(...taken.map(({ trackId }) => trackId));
  }
  return { messages, longestMs: Math.max(...waits) / 1000, blocks: got.length };
}

test('at 60 frames a second no sound needs a message of its own', () => {
  const { messages, longestMs, blocks } = play(60, ['main']);
  expect(messages).toBeLessThanOrEqual(1);
  expect(longestMs).toBeLessThan(17);
  expect(blocks).toBeGreaterThanOrEqual(49);
});

test('at 30 frames a second most sound travels with frames, and none waits longer than a block', () => {
  const { messages, longestMs, blocks } = play(30, ['main']);
  expect(messages).toBeLessThan(25);
  expect(longestMs).toBeLessThanOrEqual(20);
  expect(blocks).toBeGreaterThanOrEqual(49);
});

test('without frames sound goes at once, all tracks of a moment in one message', () => {
  const { messages, longestMs, blocks } = play(0, ['main', 'track-2', 'track-3']);
  expect([messages, longestMs, blocks]).toEqual([50, 0, 150]);
});

test('what waits is a copy: the sender’s bytes are used again', () => {
  const queue = new SoundQueue();
  const samples = new Float32Array([0.5]);
  queue.add('main', { timestampUs: 0, sampleRate: 48_000, channels: 1, data: samples.buffer }, 0);
  samples[0] = 1;
  const [block] = queue.take();
  expect([...new Float32Array(block?.data ?? new ArrayBuffer(0))]).toEqual([0.5]);
});
