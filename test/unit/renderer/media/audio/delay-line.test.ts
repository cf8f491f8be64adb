import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DelayLine } from '../../../../../renderer/media/audio/delay-line.ts';
import type { AudioBlock } from '../../../../../shared/media/media-port.ts';

const BLOCK_US = 20_000;

function blockAt(index: number): AudioBlock {
  const data = new Float32Array([index]).buffer;
  return { timestampUs: index * BLOCK_US, sampleRate: 48_000, channels: 1, data };
}

function numbersOf(blocks: readonly AudioBlock[]): readonly number[] {
  return blocks.map(({ data }) => new Float32Array(data)[0] ?? -1);
}

describe('a delay line', () => {
  it('gives the very block at once without a delay', () => {
    const given: AudioBlock[] = [];
    const line = new DelayLine((block) => given.push(block));
    const block = blockAt(0);
    line.push(block);
    expect(given).toEqual([block]);
    expect(given[0]?.data).toBe(block.data);
  });

  it('gives each block once, in order, that much later, when that time has come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 300 }), (delayMs, count) => {
        const given: AudioBlock[] = [];
        let now = 0;
        let early = 0;
        const line = new DelayLine((block) => {
          given.push(block);
          if (block.timestampUs > now) early += 1;
        });
        line.setDelay(delayMs);
        for (let index = 0; index < count; index += 1) {
          now = index * BLOCK_US;
          line.push(blockAt(index));
        }
        expect(early).toBe(0);
        const due = Math.max(0, count - Math.ceil((delayMs * 1000) / BLOCK_US));
        expect(numbersOf(given)).toEqual(Array.from({ length: due }, (_, index) => index));
        expect(given.map(({ timestampUs }) => timestampUs)).toEqual(
          given.map((_, index) => index * BLOCK_US + delayMs * 1000),
        );
      }),
    );
  });

  it('keeps bytes of its own: the sender uses its block again', () => {
    const given: AudioBlock[] = [];
    const line = new DelayLine((block) => given.push(block));
    line.setDelay(20);
    const block = blockAt(0);
    line.push(block);
    new Float32Array(block.data)[0] = 99;
    line.push(blockAt(1));
    expect(numbersOf(given)).toEqual([0]);
  });

  it('gives what waits when the delay is taken away, and then block by block', () => {
    const given: AudioBlock[] = [];
    const line = new DelayLine((block) => given.push(block));
    line.setDelay(60);
    for (let index = 0; index < 3; index += 1) line.push(blockAt(index));
    line.setDelay(0);
    line.push(blockAt(3));
    line.push(blockAt(4));
    expect(numbersOf(given)).toEqual([0, 1, 2, 3, 4]);
    expect(given.at(-1)?.timestampUs).toBe(4 * BLOCK_US);
  });

  it('holds no more than a few seconds of a source whose time stands still', () => {
    const given: AudioBlock[] = [];
    const line = new DelayLine((block) => given.push(block));
    line.setDelay(2000);
    for (let index = 0; index < 1000; index += 1) line.push({ ...blockAt(0) });
    expect(given.length).toBeGreaterThan(700);
  });

  it('forgets what waits when another source comes', () => {
    const given: AudioBlock[] = [];
    const line = new DelayLine((block) => given.push(block));
    line.setDelay(40);
    line.push(blockAt(0));
    line.clear();
    for (let index = 10; index < 13; index += 1) line.push(blockAt(index));
    expect(numbersOf(given)).toEqual([10]);
  });
});
