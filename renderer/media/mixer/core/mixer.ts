/**
 * Mixes what channels give into tracks, in blocks of ten milliseconds. A block of the time T takes from each channel what was captured
 * at T less its offset, and leaves with the time T: filters that need time read their channel so much ahead. So a block waits until
 * each source that runs has given that much, and no source is waited for longer than `MAX_WAIT_US`. Pure but for the clock it is given.
 */
import { HALF_TAPS } from '../../../../shared/sound/resampler.ts';
import { TRACK_NUMBERS } from '../../../../shared/media/track.ts';
import type { TrackNumber } from '../../../../shared/media/track.ts';
import type { SideOf } from '../filters/filter-chain.ts';
import { TruePeakLimiter } from '../loudness/true-peak-limiter.ts';
import type { BlockParts } from './block-parts.ts';
import { Bus } from './bus.ts';
import { FADE_SECONDS, isPart } from './channel-input.ts';
import { ChannelStrip } from './channel-strip.ts';
import type { ChannelWatcher, MasterSettings, MixerChannel, MixerOptions, PcmPart } from './mixer-types.ts';
import { MonitorMix } from './monitor-mix.ts';
import { ProgramMeter } from './program-meter.ts';
import { buildRamp } from './ramp.ts';
import { sideChainOrder } from './side-chain-order.ts';

const BLOCK_SECONDS = 0.01;
const BLOCK_US = BLOCK_SECONDS * 1e6;
/**
 * Blocks end so much before the end of what the first source's parts give at once, which come every twenty milliseconds: what resampling
 * and following its clock leave over of a part is a little less than whole blocks, and a block that lacks a few frames waits for the next.
 */
const SPARE_FRAMES = 2 * HALF_TAPS;
/** A source whose sound of a moment isn't there so much later is given up until it gives sound again. */
const MAX_WAIT_US = 150_000;
/**
 * While somebody hears a mix, a block is mixed so much before its time. Devices' sound is given later times than it has, as their pictures
 * come later: the headphones don't wait for these.
 */
const HEARD_EARLY_US = 30_000;
/** Sound of a later or an earlier moment than this from now has a wrong time. */
const MAX_AHEAD_US = 1_000_000;
const MAX_AGE_US = 10_000_000;
/** Sound that comes so much after all other was mixed is a new beginning: the machine slept. */
const NEW_BEGINNING_US = 4_000_000;
/** After so long without a tick, what sources gave meanwhile still waits to be pushed: so much longer they are waited for. */
const SLEPT_US = 50_000;
const MAX_PATIENCE_US = 1_000_000;
/** Blocks that follow each other and are given out as one. */
const MAX_BLOCKS = 4;

export class Mixer {
  readonly #options: MixerOptions;
  readonly #parts: BlockParts;
  readonly #strips = new Map<string, ChannelStrip>();
  /** In the order of processing. */
  #order: ChannelStrip[] = [];
  #master: MasterSettings = { isLimiterOn: true, ceilingDb: -1, tracks: 1, meteredTrack: 1 };
  readonly #tracks = new Map<TrackNumber, Bus>();
  /** Blocks end so much before the ends of parts. */
  readonly #gridFrames: number;
  /** Given out later than mixed by so much. */
  readonly #limiterUs: number;
  readonly #monitor: MonitorMix;
  readonly #meter: ProgramMeter;
  readonly #sideOf: SideOf = (channelId) => this.#strips.get(channelId)?.key;
  #watcher: ChannelWatcher | undefined;
  #isSilent = false;
  /** The time of frame 0; undefined while nothing is to be heard. */
  #originUs: number | undefined;
  /** The first frame of the next block. */
  #frame = 0;
  #mixedUntilUs = -Infinity;
  #tickedUs = 0;
  #patienceUs = 0;

  constructor(options: MixerOptions) {
    const blockFrames = Math.round(options.sampleRate * BLOCK_SECONDS);
    this.#options = options;
    this.#parts = {
      sampleRate: options.sampleRate,
      blockFrames,
      ramp: buildRamp(blockFrames),
      scratch: { left: new Float32Array(blockFrames), right: new Float32Array(blockFrames) },
    };
    this.#gridFrames = SPARE_FRAMES + Math.round(FADE_SECONDS * options.sampleRate);
    this.#monitor = new MonitorMix(this.#parts);
    this.#meter = new ProgramMeter(options.sampleRate);
    const { latencyFrames } = new TruePeakLimiter(options.sampleRate, 0);
    this.#limiterUs = (latencyFrames * 1e6) / options.sampleRate;
    this.setMaster(this.#master);
  }

  /** Nothing is mixed any more, nothing is wrong any more, and memory of filters is given back. */
  close(): void {
    for (const strip of this.#strips.values()) {
      strip.end();
      strip.begin();
      this.#reportFaults(strip);
      strip.close();
    }
    this.#strips.clear();
    this.#order = [];
    this.#originUs = undefined;
  }

  /** All channels that there are. One that is new begins as it is; a change of another is a ramp; one that is gone fades out. */
  setChannels(channels: readonly MixerChannel[]): void {
    const ids = new Set(channels.map(({ id }) => id));
    for (const strip of this.#strips.values()) if (!ids.has(strip.id)) this.#remove(strip);
    for (const channel of channels) {
      const { presenceFromUs } = channel;
      const startFrame = presenceFromUs === undefined ? undefined : this.#frameAt(presenceFromUs);
      const strip = this.#strips.get(channel.id) ?? new ChannelStrip(channel, this.#parts);
      this.#strips.set(channel.id, strip);
      strip.set(channel, this.#frame, startFrame);
      strip.setSilent(this.#isSilent);
    }
    this.#order = sideChainOrder([...this.#strips.values()]);
    const ahead = this.#farthestAhead();
    for (const strip of this.#strips.values()) strip.input.keep(Math.max(0, -strip.ahead) + ahead);
  }

  setMaster(master: MasterSettings): void {
    if (master.meteredTrack !== this.#master.meteredTrack) this.resetLoudness();
    this.#master = master;
    for (const track of TRACK_NUMBERS) {
      if (track !== master.meteredTrack && !hasTrack(master.tracks, track)) this.#tracks.delete(track);
      else if (!this.#tracks.has(track))
        this.#tracks.set(track, this.#trackBus(this.#originUs !== undefined));
    }
    for (const { limiter } of this.#tracks.values()) {
      limiter?.setCeiling(master.ceilingDb);
      limiter?.setEnabled(master.isLimiterOn);
    }
  }

  /** Integrated loudness, range and true peak begin anew. */
  resetLoudness(): void {
    this.#meter.reset();
  }

  /** While there are any, the headphones play these alone, before their faders. */
  setSolo(channelIds: readonly string[]): void {
    this.#monitor.setSolo(channelIds);
  }

  /** In place of the watcher before. */
  watch(watcher: ChannelWatcher | undefined): void {
    this.#watcher = watcher;
  }

  /** Nothing is heard of any channel: the broadcaster is away. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    for (const strip of this.#strips.values()) strip.setSilent(isSilent);
  }

  /** Takes sound of a channel and mixes what has become due. What can't be placed is left out. */
  push(channelId: string, part: PcmPart): void {
    const strip = this.#strips.get(channelId);
    if (strip === undefined || strip.isLeaving || !isPart(part)) return;
    const ageUs = this.#options.nowUs() - part.timestampUs;
    if (ageUs < -MAX_AHEAD_US || ageUs > MAX_AGE_US) return;
    const lateUs = part.timestampUs - this.#timeOf(this.#frame);
    if (this.#originUs === undefined || lateUs > NEW_BEGINNING_US) this.#begin(part.timestampUs);
    const lengthUs = (part.samples.length / part.channels / part.sampleRate) * 1e6;
    const endFrame = Math.ceil(this.#frameAt(part.timestampUs + lengthUs));
    while (!strip.input.hasRoomFor(endFrame, strip.readFrame(this.#frame))) this.#mix(1);
    const isInTime = ageUs <= MAX_WAIT_US;
    strip.push(part, part.timestampUs - (this.#originUs ?? 0), this.#frame, isInTime);
    this.#reportFaults(strip);
    this.#mixReady();
  }

  /** A channel's source has ended: what came last is faded out, and nothing more is waited for until something comes. */
  end(channelId: string): void {
    const strip = this.#strips.get(channelId);
    if (strip === undefined) return;
    strip.end();
    this.#reportFaults(strip);
    this.#mixReady();
  }

  /** Mixes what has become due by time alone: to be called every ten milliseconds or so while anything runs, or with each push. */
  tick(): void {
    const nowUs = this.#options.nowUs();
    const sinceUs = nowUs - this.#tickedUs;
    this.#tickedUs = nowUs;
    this.#patienceUs =
      sinceUs > SLEPT_US ? Math.min(sinceUs, MAX_PATIENCE_US) : Math.max(0, this.#patienceUs - sinceUs);
    this.#mixReady();
    while (this.#stopLate(nowUs - this.#patienceUs)) this.#mixReady();
  }

  #remove(strip: ChannelStrip): void {
    if (this.#originUs !== undefined) return strip.leave();
    this.#strips.delete(strip.id);
    strip.close();
  }

  #begin(timestampUs: number): void {
    const { blockFrames } = this.#parts;
    // Only what begins at frame 0 isn't faded in: the very first sound.
    this.#originUs = timestampUs - (this.#mixedUntilUs === -Infinity ? 0 : BLOCK_US);
    const first = -blockFrames * Math.ceil(this.#farthestAhead() / blockFrames);
    const mixedBlocks = Math.ceil((this.#frameAt(this.#mixedUntilUs) + this.#gridFrames) / blockFrames);
    this.#frame = Math.max(first, mixedBlocks * blockFrames) - this.#gridFrames;
    this.#dropLeavers();
    for (const strip of this.#order) strip.begin();
    for (const track of this.#tracks.keys()) this.#tracks.set(track, this.#trackBus(false));
  }

  #trackBus(isFadedIn: boolean): Bus {
    const limiter = new TruePeakLimiter(this.#parts.sampleRate, this.#master.ceilingDb);
    limiter.setEnabled(this.#master.isLimiterOn);
    return new Bus(this.#parts, this.#options.channels, isFadedIn, limiter);
  }

  #farthestAhead(): number {
    let farthest = 0;
    for (const strip of this.#strips.values()) farthest = Math.max(farthest, strip.ahead);
    return farthest;
  }

  #mixReady(): void {
    while (this.#originUs !== undefined) {
      const nowUs = this.#options.nowUs();
      const most = this.#order.some((strip) => strip.isAheadOpen) ? 1 : MAX_BLOCKS;
      let count = 0;
      while (count < most && this.#isReady(this.#frame + count * this.#parts.blockFrames, nowUs)) count += 1;
      if (count > 0) this.#mix(count);
      else if (this.#order.some((strip) => strip.isWarm(this.#frame))) return;
      else this.#rest();
    }
  }

  #rest(): void {
    this.#originUs = undefined;
    this.#dropLeavers();
    for (const strip of this.#order) {
      strip.begin();
      this.#reportFaults(strip);
    }
  }

  get #earlyUs(): number {
    return this.#monitor.isFed(this.#order) ? HEARD_EARLY_US : 0;
  }

  #isReady(frame: number, nowUs: number): boolean {
    if (this.#timeOf(frame) + BLOCK_US > nowUs + this.#earlyUs) return false;
    let isWarm = false;
    for (const strip of this.#order) {
      if (strip.input.isRunning && strip.neededEnd(frame) > strip.input.end) return false;
      isWarm ||= strip.isWarm(frame);
    }
    return isWarm;
  }

  /** Gives up each source that the next block has waited for long enough. @returns whether there was one */
  #stopLate(nowUs: number): boolean {
    let hasStopped = false;
    for (const strip of this.#order) {
      const needed = strip.neededEnd(this.#frame);
      if (!strip.input.isRunning || needed <= strip.input.end) continue;
      if (this.#timeOf(needed) - BLOCK_US + MAX_WAIT_US >= nowUs) continue;
      strip.input.stop();
      hasStopped = true;
    }
    return hasStopped;
  }

  #mix(count: number): void {
    const { blockFrames, sampleRate } = this.#parts;
    const startUs = this.#timeOf(this.#frame);
    const isMonitored = this.#monitor.isNeeded(this.#order);
    const isMetered = this.#master.meteredTrack !== undefined;
    for (let index = 0; index < count; index += 1) {
      for (const strip of this.#order) strip.process(this.#frame, this.#sideOf, isMetered);
      this.#showWatched();
      for (const [track, bus] of this.#tracks) this.#mixTrack(track, bus, index, count);
      if (isMonitored) this.#monitor.mix(this.#order, index, count);
      this.#frame += blockFrames;
      this.#measure();
    }
    this.#dropLeavers();
    for (const strip of this.#order) this.#reportFaults(strip);
    this.#mixedUntilUs = startUs + (count * blockFrames * 1e6) / sampleRate;
    const timestampUs = Math.round(startUs - this.#limiterUs);
    for (const [track, bus] of this.#tracks)
      if (hasTrack(this.#master.tracks, track)) this.#options.onTrack(track, bus.take(count, timestampUs));
    if (isMonitored) this.#options.onMonitor(this.#monitor.take(count, timestampUs));
  }

  #showWatched(): void {
    const strip = this.#watcher && this.#strips.get(this.#watcher.channelId);
    if (strip !== undefined) this.#watcher?.onBlock(this.#timeOf(this.#frame), strip, this.#parts.sampleRate);
  }

  #measure(): void {
    const { meteredTrack } = this.#master;
    const bus = meteredTrack && this.#tracks.get(meteredTrack);
    if (bus === undefined) return;
    const readings = this.#meter.add(bus, this.#order);
    if (readings !== undefined) this.#options.onMeters(readings);
  }

  #reportFaults(strip: ChannelStrip): void {
    const faults = strip.takeFaults();
    if (faults !== undefined) this.#options.onFaults(strip.id, faults);
  }

  #mixTrack(track: TrackNumber, bus: Bus, index: number, count: number): void {
    bus.clear();
    for (const strip of this.#order) {
      const { tracks, monitoring } = strip.channel;
      const isSent = monitoring !== 'only' && hasTrack(tracks, track);
      strip.addTo(track, bus, isSent ? 1 : 0);
    }
    bus.finish(index, count);
  }

  #dropLeavers(): void {
    if (!this.#order.some((strip) => strip.isLeaving)) return;
    for (const strip of this.#order) {
      if (!strip.isLeaving) continue;
      this.#strips.delete(strip.id);
      strip.close();
    }
    this.#order = this.#order.filter((strip) => !strip.isLeaving);
  }

  #timeOf(frame: number): number {
    return (this.#originUs ?? 0) + (frame * 1e6) / this.#parts.sampleRate;
  }

  #frameAt(timeUs: number): number {
    return ((timeUs - (this.#originUs ?? timeUs)) * this.#parts.sampleRate) / 1e6;
  }
}

function hasTrack(mask: number, track: TrackNumber): boolean {
  return (mask & (1 << (track - 1))) !== 0;
}
