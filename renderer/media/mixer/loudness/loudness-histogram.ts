/**
 * Counts loudness values, so that gated means and percentiles of days of sound need no more memory than those of a minute.
 * Each step of the scale also adds up the energy of its values: a gated mean is exact but for the step that the gate cuts.
 */

/** Values below are left out: the absolute gate of ITU-R BS.1770-4 and EBU Tech 3342. */
export const ABSOLUTE_GATE_LUFS = -70;
const HIGHEST_LUFS = 20;
const STEPS_PER_LU = 50;
const STEPS = (HIGHEST_LUFS - ABSOLUTE_GATE_LUFS) * STEPS_PER_LU;

/** Of a mean square that is K-weighted and summed over both sides. */
export function toLufs(energy: number): number {
  return energy > 0 ? -0.691 + 10 * Math.log10(energy) : -Infinity;
}

export class LoudnessHistogram {
  readonly #counts = new Uint32Array(STEPS);
  readonly #energies = new Float64Array(STEPS);
  #count = 0;
  #energy = 0;

  add(energy: number): void {
    const lufs = toLufs(energy);
    if (!(lufs >= ABSOLUTE_GATE_LUFS)) return;
    const step = Math.min(STEPS - 1, Math.floor((lufs - ABSOLUTE_GATE_LUFS) * STEPS_PER_LU));
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#energies[step] = (this.#energies[step] ?? 0) + energy;
    this.#count += 1;
    this.#energy += energy;
  }

  /** The mean of what is at most `gateLu` below the mean of all; −Infinity of nothing. */
  gatedMean(gateLu: number): number {
    let count = 0;
    let energy = 0;
    for (let step = this.#gateStep(gateLu); step < STEPS; step += 1) {
      count += this.#counts[step] ?? 0;
      energy += this.#energies[step] ?? 0;
    }
    return count === 0 ? -Infinity : toLufs(energy / count);
  }

  /** How far `high` and `low`, shares of 1, lie apart in what is at most `gateLu` below the mean; −Infinity of nothing. */
  spread(gateLu: number, low: number, high: number): number {
    const first = this.#gateStep(gateLu);
    let count = 0;
    for (let step = first; step < STEPS; step += 1) count += this.#counts[step] ?? 0;
    if (count === 0) return -Infinity;
    return (this.#stepOf(high, first, count) - this.#stepOf(low, first, count)) / STEPS_PER_LU;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#energies.fill(0);
    this.#count = 0;
    this.#energy = 0;
  }

  #gateStep(gateLu: number): number {
    if (this.#count === 0) return STEPS;
    const gate = toLufs(this.#energy / this.#count) - gateLu;
    return Math.max(0, Math.floor((gate - ABSOLUTE_GATE_LUFS) * STEPS_PER_LU));
  }

  /** The step in which the value lies that `share` of `count` values are below. */
  #stepOf(share: number, first: number, count: number): number {
    const rank = Math.round((count - 1) * share);
    let below = 0;
    for (let step = first; step < STEPS; step += 1) {
      below += this.#counts[step] ?? 0;
      if (below > rank) return step;
    }
    return STEPS - 1;
  }
}
