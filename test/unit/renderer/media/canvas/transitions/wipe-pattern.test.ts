import { describe, expect, it } from 'vitest';
import { drawWipePattern } from '../../../../../../renderer/media/canvas/transitions/wipe-pattern.ts';
import { wipePatterns } from '../../../../../../shared/studio/transition.ts';
import type { WipePattern } from '../../../../../../shared/studio/transition.ts';

const size = { width: 320, height: 180 };

function valueAt(pattern: WipePattern, x: number, y: number, isInverted = false): number {
  const bytes = drawWipePattern(pattern, size, isInverted);
  const [column, row] = [Math.round(x * (size.width - 1)), Math.round(y * (size.height - 1))];
  return bytes[row * size.width + column] ?? -1;
}

describe('the pattern of a luma wipe', () => {
  it.each(wipePatterns)(
    '%s has a byte for each pixel, from the first to the last, and begins somewhere',
    (pattern) => {
      const bytes = drawWipePattern(pattern, size, false);
      expect(bytes).toHaveLength(size.width * size.height);
      const values = new Set(bytes);
      expect(Math.min(...values)).toBeLessThan(6);
      expect(Math.max(...values)).toBeGreaterThan(220);
      expect(values.size).toBeGreaterThan(60);
    },
  );

  it.each([
    ['right', [0, 0.5], [1, 0.5]],
    ['left', [1, 0.5], [0, 0.5]],
    ['down', [0.5, 0], [0.5, 1]],
    ['up', [0.5, 1], [0.5, 0]],
    ['downRight', [0, 0], [1, 1]],
    ['downLeft', [1, 0], [0, 1]],
    ['upRight', [0, 1], [1, 0]],
    ['upLeft', [1, 1], [0, 0]],
    ['iris', [0.5, 0.5], [0, 0]],
    ['diamond', [0.5, 0.5], [0, 0]],
    ['box', [0.5, 0.5], [0, 0.5]],
    ['barnDoorAcross', [0.5, 0.5], [1, 0.5]],
    ['barnDoorDown', [0.5, 0.5], [0.5, 0]],
    ['fan', [0.5, 0.2], [0, 0.99]],
  ] as const)('%s goes from %j to %j', (pattern, [fromX, fromY], [toX, toY]) => {
    const ends = [valueAt(pattern, fromX, fromY), valueAt(pattern, toX, toY)] as const;
    expect(ends[0]).toBeLessThan(8);
    expect(ends[1]).toBeGreaterThan(249);
  });

  it('a clock begins at the top and goes to the right', () => {
    const [right, bottom, left] = [
      valueAt('clock', 1, 0.5),
      valueAt('clock', 0.5, 1),
      valueAt('clock', 0, 0.5),
    ];
    expect(Math.abs(right - 64)).toBeLessThan(3);
    expect(Math.abs(bottom - 128)).toBeLessThan(3);
    expect(Math.abs(left - 191)).toBeLessThan(3);
  });

  it('inverted, is its own opposite', () => {
    const [plain, inverted] = [drawWipePattern('iris', size, false), drawWipePattern('iris', size, true)];
    plain.forEach((value, at) => expect(Math.abs(value + (inverted[at] ?? 0) - 255)).toBeLessThanOrEqual(1));
  });
});
