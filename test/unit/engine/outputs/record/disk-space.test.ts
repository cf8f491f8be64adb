/** How long a disk lasts, at 300 kB a second. */
import { expect, test } from 'vitest';
import { decideDiskSpace } from '../../../../../electron/engine/outputs/record/disk-space.ts';

test.each([
  [0, 'full', 0],
  [2_400_000, 'full', 0],
  [2_700_000, 'veryLow', 1],
  [38_100_000, 'veryLow', 119],
  [38_400_000, 'low', 120],
  [272_100_000, 'low', 899],
  [272_400_000, 'enough', 900],
  [1e15, 'enough', 3_333_333_325],
] as const)('%d bytes free: %s, %d s left', (freeBytes, level, secondsLeft) => {
  expect(decideDiskSpace(freeBytes, 300_000)).toEqual({ level, secondsLeft });
});
