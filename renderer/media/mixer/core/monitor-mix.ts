/**
 * The headphones' mix: the channels that are monitored, or those in solo alone, before their faders. Several of them are louder than
 * any: a limiter spares ears, whatever the tracks are set to.
 */
import type { AudioBlock } from '../../../../shared/media/media-port.ts';
import { TruePeakLimiter } from '../loudness/true-peak-limiter.ts';
import type { BlockParts } from './block-parts.ts';
import { Bus } from './bus.ts';
import type { ChannelStrip } from './channel-strip.ts';

/** True peak. */
const CEILING_DB = -1;
/** Sends beside the tracks. */
const [MONITOR, SOLO] = [7, 8];

export class MonitorMix {
  readonly #bus: Bus;
  #soloIds: readonly string[] = [];
  #wasFed = false;

  constructor(parts: BlockParts) {
    this.#bus = new Bus(parts, 2, false, new TruePeakLimiter(parts.sampleRate, CEILING_DB));
  }

  setSolo(channelIds: readonly string[]): void {
    this.#soloIds = channelIds;
  }

  /** Whether the next blocks are to be mixed. To be asked once for all that are given out together. */
  isNeeded(strips: readonly ChannelStrip[]): boolean {
    const isFed = this.isFed(strips);
    // What the limiter still holds leaves with one block more.
    const isNeeded = isFed || this.#wasFed;
    this.#wasFed = isFed;
    return isNeeded;
  }

  /** Whether somebody is to hear a channel. */
  isFed(strips: readonly ChannelStrip[]): boolean {
    return (
      this.#soloIds.length > 0 ||
      strips.some(
        (strip) => strip.channel.monitoring !== 'off' || strip.isSentTo(MONITOR) || strip.isSentTo(SOLO),
      )
    );
  }

  /** @param index of this block among `count` that are given out at once */
  mix(strips: readonly ChannelStrip[], index: number, count: number): void {
    const bus = this.#bus;
    bus.clear();
    for (const strip of strips) {
      const isSolo = this.#soloIds.includes(strip.id);
      const isMonitored = this.#soloIds.length === 0 && strip.channel.monitoring !== 'off';
      strip.addTo(MONITOR, bus, isMonitored ? 1 : 0);
      strip.addUnfaded(SOLO, bus, isSolo ? 1 : 0);
    }
    bus.finish(index, count);
  }

  take(count: number, timestampUs: number): AudioBlock {
    return this.#bus.take(count, timestampUs);
  }
}
