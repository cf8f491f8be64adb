/** Measures one track behind its limiter, and gathers what the channels' meters and filters show at that time. */
import type { LoudnessFigures } from '../../../../shared/sound/targets.ts';
import { ChannelMeter } from '../loudness/channel-meter.ts';
import type { MeterReading } from '../loudness/channel-meter.ts';
import { LoudnessMeter } from '../loudness/loudness-meter.ts';
import type { Bus } from './bus.ts';
import type { ChannelStrip } from './channel-strip.ts';
import type { MixerReadings } from './mixer-types.ts';

/** Figures are of 400 ms and more, and cost the most: ten a second. */
const READINGS_PER_FIGURES = 3;

export class ProgramMeter {
  readonly #peaks: ChannelMeter;
  readonly #loudness: LoudnessMeter;
  #figures: LoudnessFigures;
  /** Readings since they were calculated. */
  #figuresAge = 0;

  constructor(sampleRate: number) {
    this.#peaks = new ChannelMeter(sampleRate);
    this.#loudness = new LoudnessMeter(sampleRate);
    this.#figures = this.#loudness.figures;
  }

  /** @returns the readings when they are due, thirty times a second. */
  add(bus: Bus, strips: readonly ChannelStrip[]): MixerReadings | undefined {
    this.#loudness.add(bus.left, bus.right);
    const reading = this.#peaks.add(bus.left, bus.right);
    if (reading === undefined) return undefined;
    if (this.#figuresAge === 0) this.#figures = this.#loudness.figures;
    this.#figuresAge = (this.#figuresAge + 1) % READINGS_PER_FIGURES;
    const channels = new Map<string, MeterReading>();
    const reductions = new Map<string, number>();
    for (const strip of strips) {
      if (strip.reading !== undefined) channels.set(strip.id, strip.reading);
      for (const [filterId, reductionDb] of strip.reductions) reductions.set(filterId, reductionDb);
    }
    const reductionDb = bus.limiter?.reductionDb ?? 0;
    return { channels, program: { ...reading, ...this.#figures, reductionDb }, reductions };
  }

  /** Integrated loudness, range and true peak begin anew. */
  reset(): void {
    this.#loudness.reset();
    this.#figuresAge = 0;
  }
}
