/** The product's weights, as lists. */
import { tapsOf } from '../../../renderer/media/compositor/sampling/taps.ts';
import type { Sampling } from '../../../renderer/media/compositor/sampling/taps.ts';

export interface Tap {
  readonly index: number;
  readonly weight: number;
}

/** Of each new sample; those without weight are left out. */
export function tapList(sampling: Sampling): readonly (readonly Tap[])[] {
  const { most, indices, weights } = tapsOf(sampling);
  return Array.from({ length: sampling.count }, (_, position) =>
    Array.from({ length: most }, (__, tap) => {
      const at = position * most + tap;
      return { index: indices[at] ?? 0, weight: weights[at] ?? 0 };
    }).filter(({ weight }) => weight > 0),
  );
}
