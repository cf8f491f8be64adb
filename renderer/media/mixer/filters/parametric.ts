/** Parametric equaliser: up to eight bands in a row, both sides alike (transposed direct form II, in double precision). */
import type { SoundSettingsOf } from '../../../../shared/studio/mixer/sound-filter.ts';
import { biquadOf } from './biquad.ts';
import type { Biquad } from './biquad.ts';
import type { SoundFilter } from './sound-filter.ts';
import { settled } from './tame.ts';

interface Band {
  readonly kind: string;
  readonly biquad: Biquad | undefined;
  /** Two of each side. */
  readonly memory: Float64Array;
}

export class Parametric implements SoundFilter {
  readonly latencyFrames = 0;
  readonly isBounded: boolean;
  readonly reductionDb = 0;
  readonly #bands: readonly Band[];

  constructor({ bands }: SoundSettingsOf<'parametric'>, sampleRate: number, before?: SoundFilter) {
    this.#bands = bands.map((band) => ({
      kind: band.kind,
      biquad: biquadOf(band, sampleRate),
      memory: new Float64Array(4),
    }));
    this.isBounded = this.#bands.every(({ biquad }) => biquad === undefined);
    if (!(before instanceof Parametric)) return;
    for (const [index, { kind, memory }] of this.#bands.entries()) {
      const known = before.#bands[index];
      if (known?.kind === kind) memory.set(known.memory);
    }
  }

  process(left: Float32Array, right: Float32Array): void {
    for (const { biquad, memory } of this.#bands)
      if (biquad !== undefined) processBand(biquad, memory, left, right);
  }
}

function processBand(
  { b0, b1, b2, a1, a2 }: Biquad,
  memory: Float64Array,
  left: Float32Array,
  right: Float32Array,
): void {
  let l1 = memory[0] as number;
  let l2 = memory[1] as number;
  let r1 = memory[2] as number;
  let r2 = memory[3] as number;
  for (let at = 0; at < left.length; at += 1) {
    const l = left[at] as number;
    const r = right[at] as number;
    const outL = b0 * l + l1;
    const outR = b0 * r + r1;
    l1 = b1 * l - a1 * outL + l2;
    r1 = b1 * r - a1 * outR + r2;
    l2 = b2 * l - a2 * outL;
    r2 = b2 * r - a2 * outR;
    left[at] = outL;
    right[at] = outR;
  }
  memory[0] = settled(l1);
  memory[1] = settled(l2);
  memory[2] = settled(r1);
  memory[3] = settled(r2);
}
