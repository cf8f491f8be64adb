import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { openMemory } from '../../../../support/compositor/open-memory.ts';

test('blocks never overlap, whatever is allocated and freed, and free memory is one again at the end', () => {
  assert(
    property(array(integer({ min: -6, max: 200_000 }), { maxLength: 60 }), (steps) => {
      const memory = openMemory();
      const blocks: { offset: number; bytes: number }[] = [];
      for (const step of steps) {
        if (step <= 0) {
          const [block] = blocks.splice(-step, 1);
          if (block !== undefined) memory.free(block.offset);
          continue;
        }
        const offset = memory.allocate(step);
        expect(offset % 16).toBe(0);
        expect(offset + step).toBeLessThanOrEqual(memory.bytes.length);
        for (const other of blocks)
          expect(offset + step <= other.offset || other.offset + other.bytes <= offset).toBe(true);
        blocks.push({ offset, bytes: step });
      }
      const size = memory.bytes.length;
      for (const { offset } of blocks) memory.free(offset);
      expect(memory.usedBytes).toBe(0);
      memory.allocate(size - 2048);
      expect(memory.bytes.length).toBe(size);
    }),
    { numRuns: 30 },
  );
});

test('many blocks of all sizes, one after the other, need no more memory than the largest', () => {
  const memory = openMemory();
  memory.free(memory.allocate(1_000_000));
  const size = memory.bytes.length;
  for (let bytes = 1; bytes < 1_000_000; bytes += 1009) memory.free(memory.allocate(bytes));
  expect(memory.bytes.length).toBe(size);
});

test('a block that nobody has is not freed', () => {
  const memory = openMemory();
  const block = memory.allocate(100);
  memory.free(block);
  expect(() => memory.free(block)).toThrow(/no block/);
});
