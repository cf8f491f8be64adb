import { describe, expect, it } from 'vitest';
import { strandOffsets } from '../../../renderer/features/graph/graph-lines.ts';

/** Rows of pixels that hairlines one pixel thick cover, from the topmost to the lowest. */
function covered(offsets: readonly number[]): number {
  return Math.max(...offsets) - Math.min(...offsets) + 1;
}

describe('the hairlines of a line', () => {
  it.each([
    [1, 1],
    [1.25, 2],
    [1.75, 2],
    [2.5, 3],
    [3.5, 4],
  ])('%d device pixels are %d hairlines', (width, count) => {
    const offsets = strandOffsets(width);
    expect(offsets).toHaveLength(count);
    expect(covered(offsets)).toBeCloseTo(width);
    expect(offsets.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0);
  });

  it('leaves no space between them', () => {
    for (let width = 1; width < 8; width += 0.05) {
      const offsets = strandOffsets(width);
      for (const [index, offset] of offsets.entries()) {
        expect(offset - (offsets[index - 1] ?? offset)).toBeLessThanOrEqual(1 + 0.1);
      }
    }
  });

  it('draws one of less than a pixel as one', () => {
    expect(strandOffsets(0.5)).toEqual([0]);
  });
});
