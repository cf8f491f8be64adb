/**
 * One channel of the mixer, block by block: what its source gave at the time that is its turn, its side, its filters, its fader.
 * Every change is a ramp of one block that begins with the block, so no ramp is ever broken off.
 */
import type { ChannelFault } from '../../../../shared/sound/channel-fault.ts';
import { FilterChain } from '../filters/filter-chain.ts';
import type { ChainFilter, SideOf } from '../filters/filter-chain.ts';
import type { SoundBlock } from '../filters/sound-filter.ts';
import { ChannelMeter } from '../loudness/channel-meter.ts';
import type { MeterReading } from '../loudness/channel-meter.ts';
import { ChannelWatch } from '../loudness/channel-watch.ts';
import { leftOf, rightOf } from './balance.ts';
import type { BlockParts } from './block-parts.ts';
import type { Bus } from './bus.ts';
import { ChannelInput } from './channel-input.ts';
import { LateWatch } from './late-watch.ts';
import type { MixerChannel, PcmPart } from './mixer-types.ts';
import { PresenceFade } from './presence-fade.ts';
import { add, crossFade, scale } from './ramp.ts';

/** What a side is made of: so much of the source's left, so much of the right. */
interface Sides {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

const BOTH: Sides = { left: [1, 0], right: [0, 1] };
const LEFT: Sides = { left: [1, 0], right: [1, 0] };
const RIGHT: Sides = { left: [0, 1], right: [0, 1] };
const AVERAGE: Sides = { left: [0.5, 0.5], right: [0.5, 0.5] };

/** What filters still give after their input has ended: the longest delay and release. */
const FILTER_TAIL_SECONDS = 2;
/** For the meters, to show that there is nothing any more. */
const TAIL_SECONDS = 0.1;
/**
 * How much of a channel comes or goes in one block, for filters of others: a compressor that hears all of it at once lowers its own
 * channel so fast that the step is a click.
 */
const KEY_STEP = 0.25;
/** Numbered from 1: six tracks, and two for the headphones. */
const BUSES = 9;

export class ChannelStrip {
  readonly id: string;
  readonly input: ChannelInput;
  /** Before the fader, behind the filters. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  #channel: MixerChannel;
  readonly #parts: BlockParts;
  readonly #presence: PresenceFade;
  readonly #presences: Float32Array;
  readonly #chain: FilterChain;
  #watch: ChannelWatch;
  readonly #meter: ChannelMeter;
  #reading: MeterReading | undefined;
  readonly #late = new LateWatch();
  #takenFaults: readonly ChannelFault[] = [];
  #wasLate = false;
  readonly #faded: SoundBlock;
  #out: SoundBlock;
  #gains = { left: 0, right: 0 };
  #sides = BOTH;
  /** How many frames ahead of its turn the source is read; the filters' latency and a negative offset are positive. */
  #ahead = 0;
  /** Of each bus, how much of the channel went there with the last block. */
  readonly #sends = new Float64Array(BUSES);
  #isWaking = false;
  #isLeaving = false;
  #isSilent = false;
  #isCold = true;
  /** Of what filters of other channels listen to: goes to 1 while the channel is neither muted nor kept back by the scenes, else to 0. */
  #keyGain = 0;
  #key: SoundBlock | undefined;
  readonly #fadedKey: SoundBlock;

  constructor(channel: MixerChannel, parts: BlockParts) {
    const { blockFrames, sampleRate } = parts;
    this.id = channel.id;
    this.#channel = channel;
    this.#parts = parts;
    this.input = new ChannelInput(sampleRate);
    this.left = new Float32Array(blockFrames);
    this.right = new Float32Array(blockFrames);
    this.#faded = { left: new Float32Array(blockFrames), right: new Float32Array(blockFrames) };
    this.#fadedKey = { left: new Float32Array(blockFrames), right: new Float32Array(blockFrames) };
    this.#out = this.#faded;
    this.#presence = new PresenceFade(channel.presence, parts.ramp);
    this.#presences = new Float32Array(blockFrames);
    this.#chain = new FilterChain(sampleRate);
    this.#chain.set(channel.filters);
    this.#watch = new ChannelWatch(sampleRate, channel.isSoundExpected);
    this.#meter = new ChannelMeter(sampleRate);
  }

  get filters(): readonly ChainFilter[] {
    return this.#channel.filters;
  }

  get channel(): MixerChannel {
    return this.#channel;
  }

  /** Fades out with the next block, and is to be dropped after it. */
  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  leave(): void {
    this.#isLeaving = true;
    this.input.stop();
  }

  /** @param nextFrame the first of the next block. @param startFrame of a change of presence */
  set(channel: MixerChannel, nextFrame: number, startFrame: number | undefined): void {
    if (channel.filters !== this.#channel.filters) this.#chain.set(channel.filters);
    // Another kind of source: what was wrong with the one before is past.
    if (channel.isSoundExpected !== this.#channel.isSoundExpected)
      this.#watch = new ChannelWatch(this.#parts.sampleRate, channel.isSoundExpected);
    this.#channel = channel;
    this.#isLeaving = false;
    if (channel.presence === this.#presence.target) return;
    const frames = Math.round((channel.fadeMs * this.#parts.sampleRate) / 1000);
    this.#presence.set(channel.presence, frames, nextFrame, startFrame);
  }

  /** Whatever the fader says. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
  }

  /** So many frames before its turn a sound has to be there. */
  get ahead(): number {
    const offset = Math.round((this.#channel.syncOffsetMs * this.#parts.sampleRate) / 1000);
    return this.#chain.latencyFrames - offset;
  }

  /**
   * Takes sound of the source.
   * @param timeUs of the part, since frame 0. @param frame the first of the next block. @param isInTime sound so old is waited for
   */
  push(part: PcmPart, timeUs: number, frame: number, isInTime: boolean): void {
    const isTaken = this.input.push(part, timeUs, this.readFrame(frame), isInTime);
    this.#late.add(isTaken, part.samples.length / part.channels / part.sampleRate);
  }

  /** The source has ended. */
  end(): void {
    this.input.stop();
    this.#late.reset();
  }

  /** What is read next, for a block that begins at this frame. */
  readFrame(frame: number): number {
    return frame + Math.min(this.#ahead, this.ahead);
  }

  /** Whether the block after the next may need sound from further ahead than the next. */
  get isAheadOpen(): boolean {
    return this.#chain.isChangeWaiting;
  }

  /** The frame up to which the source is needed for this block. */
  neededEnd(frame: number): number {
    return frame + this.#parts.blockFrames + Math.max(this.#ahead, this.ahead);
  }

  /** Whether there may be something to be heard in this block. */
  isWarm(frame: number): boolean {
    if (this.input.isRunning) return true;
    const seconds = this.filters.length > 0 ? FILTER_TAIL_SECONDS : TAIL_SECONDS;
    return this.input.end > 0 && this.readFrame(frame) < this.input.end + seconds * this.#parts.sampleRate;
  }

  /** Frames are counted anew; nothing is known of what was before. */
  begin(): void {
    this.input.clear();
    this.#presence.settle();
    this.#rest();
  }

  /** Behind the fader; undefined before there is one. */
  get reading(): MeterReading | undefined {
    return this.#reading;
  }

  /** By filter, dB. */
  get reductions(): ReadonlyMap<string, number> {
    return this.#chain.reductions;
  }

  /** What is wrong with the source, once after each change. */
  takeFaults(): readonly ChannelFault[] | undefined {
    const { faults } = this.#watch;
    const { isLate } = this.#late;
    if (faults === this.#takenFaults && isLate === this.#wasLate) return undefined;
    const hadNone = this.#takenFaults.length === 0 && !this.#wasLate;
    this.#takenFaults = faults;
    this.#wasLate = isLate;
    if (isLate) return ['late', ...faults];
    return hadNone && faults.length === 0 ? undefined : faults;
  }

  /** The channel is gone. */
  close(): void {
    this.#chain.end();
  }

  /** @param isMetered whether somebody looks at `reading` */
  process(frame: number, sideOf: SideOf, isMetered: boolean): void {
    // What was read before nobody looked is no reading of now.
    if (!isMetered) this.#reading = undefined;
    if (!this.isWarm(frame)) {
      if (!this.#isCold) this.#rest();
      this.#presence.fill(frame, this.#presences);
      return;
    }
    this.#isWaking = this.#isCold;
    if (this.#isCold) this.#wake();
    this.#read(frame);
    this.#watch.add(this.left, this.right);
    this.#pickSides();
    this.#chain.process(this.left, this.right, sideOf);
    this.#fade(frame);
    if (isMetered) this.#reading = this.#meter.add(this.#out.left, this.#out.right) ?? this.#reading;
  }

  /** What filters of other channels listen to: before the fader, and silence while nobody hears the channel. */
  get key(): SoundBlock | undefined {
    return this.#key;
  }

  /** Whether anything of the channel went to this bus with the last block. */
  isSentTo(bus: number): boolean {
    return this.#sends[bus] !== 0;
  }

  /** Adds what is behind the fader to a bus. @param send how much of it; goes there from what it was, in one block */
  addTo(bus: number, target: Bus, send: number): void {
    this.#add(bus, target, this.#out, send);
  }

  /** Adds what is before the fader. */
  addUnfaded(bus: number, target: Bus, send: number): void {
    this.#add(bus, target, this, send);
  }

  #add(bus: number, target: Bus, source: SoundBlock, send: number): void {
    const before = this.#isWaking ? send : (this.#sends[bus] as number);
    this.#sends[bus] = send;
    if (this.#isCold || (before === 0 && send === 0)) return;
    if (before === 1 && send === 1) target.add(source);
    else target.addFaded(source, before, send);
  }

  #rest(): void {
    this.#isCold = true;
    this.left.fill(0);
    this.right.fill(0);
    this.#faded.left.fill(0);
    this.#faded.right.fill(0);
    this.#chain.reset();
    this.#watch.reset();
    this.#out = this.#faded;
    this.#key = undefined;
  }

  /** What begins is faded in by the input: nothing has to come from somewhere. */
  #wake(): void {
    this.#isCold = false;
    this.#ahead = this.ahead;
    this.#sides = this.#wantedSides();
    this.#gains = this.#wantedGains();
  }

  #read(frame: number): void {
    this.input.read(frame + this.#ahead, this.left, this.right);
    if (this.#ahead === this.ahead) return;
    const { scratch, ramp } = this.#parts;
    this.#ahead = this.ahead;
    this.input.read(frame + this.#ahead, scratch.left, scratch.right);
    crossFade(this.left, scratch.left, ramp);
    crossFade(this.right, scratch.right, ramp);
  }

  #pickSides(): void {
    const before = this.#sides;
    this.#sides = this.#wantedSides();
    if (before === BOTH && this.#sides === BOTH) return;
    const { scratch, ramp } = this.#parts;
    scratch.left.set(this.left);
    scratch.right.set(this.right);
    for (const side of ['left', 'right'] as const) {
      const [fromLeft, fromRight] = before[side];
      const [left, right] = this.#sides[side];
      scale(this[side], scratch.left, fromLeft, left, ramp);
      add(this[side], scratch.right, fromRight, right, ramp);
    }
  }

  #fade(frame: number): void {
    const before = this.#gains;
    const gains = this.#wantedGains();
    this.#gains = gains;
    const presence = this.#presence.fill(frame, this.#presences);
    this.#setKey(presence === 0 || this.#channel.isMuted ? 0 : 1);
    const isUnity = before.left === 1 && before.right === 1 && gains.left === 1 && gains.right === 1;
    if (isUnity && presence === 1) {
      this.#out = this;
      return;
    }
    this.#out = this.#faded;
    for (const side of ['left', 'right'] as const) {
      const factor = presence ?? 1;
      scale(this.#faded[side], this[side], before[side] * factor, gains[side] * factor, this.#parts.ramp);
      if (presence === undefined) multiply(this.#faded[side], this.#presences);
    }
  }

  #setKey(wanted: number): void {
    const before = this.#keyGain;
    const gain = before + Math.max(-KEY_STEP, Math.min(KEY_STEP, wanted - before));
    this.#keyGain = gain;
    this.#key = gain === 0 ? undefined : this;
    if (before === gain) return;
    this.#key = this.#fadedKey;
    for (const side of ['left', 'right'] as const)
      scale(this.#fadedKey[side], this[side], before, gain, this.#parts.ramp);
  }

  #wantedSides(): Sides {
    const { side, isMono } = this.#channel;
    if (side !== undefined) return side === 'left' ? LEFT : RIGHT;
    return isMono ? AVERAGE : BOTH;
  }

  #wantedGains(): { left: number; right: number } {
    const { isMuted, gain, balance } = this.#channel;
    const isOff = isMuted || this.#isSilent || this.#isLeaving;
    return { left: isOff ? 0 : gain * leftOf(balance), right: isOff ? 0 : gain * rightOf(balance) };
  }
}

function multiply(target: Float32Array, factors: Float32Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] as number) * (factors[at] as number);
}
