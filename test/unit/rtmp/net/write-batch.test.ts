import { describe, expect, it } from 'vitest';
import { RecordWriter, takeVector } from '../../../../electron/rtmp/net/write-batch.ts';
import type { WriteBatch } from '../../../../electron/rtmp/net/write-batch.ts';

const sizes = [3, 12, 5000, 8, 170_000, 9, 16_384, 40_000, 32_768, 1, 100_000, 100_000, 11, 1_400_000, 2000];
const chunks = sizes.map((size, index) => new Uint8Array(size).fill(index + 1));
const whole = Buffer.concat(chunks);

/** Takes batches until nothing waits; copies what each would write, as the socket has by the time of the next. */
function drain(take: (waiting: readonly Uint8Array[]) => WriteBatch): readonly Buffer[] {
  const written: Buffer[] = [];
  let waiting: readonly Uint8Array[] = chunks;
  while (waiting.length > 0) {
    const batch = take(waiting);
    expect(batch.taken).toBeGreaterThan(0);
    expect(batch.chunks.reduce((sum, chunk) => sum + chunk.length, 0)).toBe(batch.bytes);
    written.push(...batch.chunks.map((chunk) => Buffer.from(chunk)));
    waiting = waiting.slice(batch.taken);
  }
  return written;
}

describe('write batches', () => {
  it('keep every byte in order', () => {
    const records = new RecordWriter();
    expect(Buffer.concat(drain(takeVector)).equals(whole)).toBe(true);
    expect(Buffer.concat(drain((waiting) => records.take(waiting))).equals(whole)).toBe(true);
  });

  it('join small neighbours in a vector and leave the rest where it is', () => {
    const { chunks: vector, taken } = takeVector(chunks);
    expect(taken).toBe(chunks.length);
    expect(vector.length).toBeLessThan(chunks.length);
    expect(vector.includes(chunks[4] ?? new Uint8Array())).toBe(true);
  });

  it('fill the last record before a large chunk, and encrypt that one where it lies', () => {
    const { chunks: pieces, taken } = new RecordWriter().take(chunks);
    expect(taken).toBe(5);
    expect(pieces.map((piece) => piece.length % 16_384)).toEqual([0, (3 + 12 + 5000 + 8 + 170_000) % 16_384]);
    expect(pieces[1]?.buffer).toBe(chunks[4]?.buffer);
  });
});
