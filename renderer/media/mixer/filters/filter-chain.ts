/**
 * A channel's filters in a row. Every change (settings, on and off, order, one more, one less) is a cross-fade of 10 ms from the old
 * filters to the new ones; those before and behind the change go on as they are. A change during a cross-fade follows it.
 */
import { isSameData } from '../../../../shared/is-same-data.ts';
import type { SoundFilterSettings } from '../../../../shared/studio/mixer/sound-filter.ts';
import { createSoundFilter } from './create-sound-filter.ts';
import type { SoundBlock, SoundFilter } from './sound-filter.ts';
import { tame } from './tame.ts';

const FADE_SECONDS = 0.01;

export interface ChainFilter {
  readonly id: string;
  readonly isEnabled: boolean;
  readonly settings: SoundFilterSettings;
}

/** One that works. */
interface Link {
  readonly id: string;
  readonly settings: SoundFilterSettings;
  readonly sideChannelId: string | undefined;
  readonly filter: SoundFilter;
}

interface Fade {
  /** The links before these are the same. */
  readonly from: number;
  readonly before: readonly Link[];
  readonly after: readonly Link[];
  /** Frames of it that are done; below 0 the new filters only fill their memory. */
  at: number;
}

export type SideOf = (channelId: string) => SoundBlock | undefined;

export class FilterChain {
  readonly #sampleRate: number;
  /** How much of the new filters is heard, a frame; a half cosine. */
  readonly #weights: Float32Array;
  /** Nothing was heard yet, so that nothing can click. */
  #isFresh = true;
  /** With the new filters already. */
  #links: readonly Link[] = [];
  #fade: Fade | undefined;
  /** What comes after the cross-fade. */
  #wanted: readonly ChainFilter[] | undefined;
  #old: SoundBlock = { left: new Float32Array(0), right: new Float32Array(0) };

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    const frames = Math.round(FADE_SECONDS * sampleRate);
    this.#weights = Float32Array.from({ length: frames }, (_, at) => {
      return 0.5 - 0.5 * Math.cos((Math.PI * (at + 0.5)) / frames);
    });
  }

  /** Of the filters that were set last, or that the cross-fade leads to. */
  get latencyFrames(): number {
    return this.#links.reduce((sum, { filter }) => sum + filter.latencyFrames, 0);
  }

  /** Whether another change follows the cross-fade: with it the latency may change between two blocks. */
  get isChangeWaiting(): boolean {
    return this.#wanted !== undefined;
  }

  /** By filter: what the dynamics filters take away now, dB; the others are left out. */
  get reductions(): ReadonlyMap<string, number> {
    const taken = this.#links.filter(({ filter }) => filter.reductionDb > 0);
    return new Map(taken.map(({ id, filter }) => [id, filter.reductionDb]));
  }

  /** All filters in order, with those that are off. */
  set(filters: readonly ChainFilter[]): void {
    if (this.#fade !== undefined) this.#wanted = filters;
    else this.#begin(filters);
  }

  /** In place. @param sideOf the channel's block of the same time, behind its own filters; undefined when there is none */
  process(left: Float32Array, right: Float32Array, sideOf: SideOf): void {
    this.#isFresh = false;
    tame(left);
    tame(right);
    const fade = this.#fade;
    if (fade === undefined) return run(this.#links, 0, this.#links.length, left, right, sideOf);
    const { from, before, after } = fade;
    run(this.#links, 0, from, left, right, sideOf);
    const old = this.#copy(left, right);
    run(before, 0, before.length, old.left, old.right, sideOf);
    run(after, 0, after.length, left, right, sideOf);
    mix(old.left, left, this.#weights, fade.at);
    mix(old.right, right, this.#weights, fade.at);
    run(this.#links, from + after.length, this.#links.length, left, right, sideOf);
    fade.at += left.length;
    if (fade.at >= this.#weights.length) this.#endFade(fade);
  }

  /** Forgets the sound so far: another one follows. */
  reset(): void {
    const filters = this.#wanted ?? this.#links.map((link) => ({ ...link, isEnabled: true }));
    this.end();
    this.#isFresh = true;
    this.#begin(filters);
  }

  /** The channel is gone. */
  end(): void {
    endAll(this.#links);
    endAll(this.#fade?.before ?? []);
    this.#links = [];
    this.#fade = undefined;
    this.#wanted = undefined;
  }

  #begin(filters: readonly ChainFilter[]): void {
    const links = this.#links;
    const next = filters.filter(({ isEnabled }) => isEnabled);
    const isSame = (link: Link | undefined, filter: ChainFilter | undefined): boolean =>
      link?.id === filter?.id && isSameData(link?.settings, filter?.settings);
    const shorter = Math.min(links.length, next.length);
    let from = 0;
    while (from < shorter && isSame(links[from], next[from])) from += 1;
    let kept = 0;
    while (kept < shorter - from && isSame(links.at(-1 - kept), next.at(-1 - kept))) kept += 1;
    const before = links.slice(from, links.length - kept);
    const after = next.slice(from, next.length - kept).map((filter, at) => this.#link(filter, at, before));
    if (before.length === 0 && after.length === 0) return;
    this.#links = [...links.slice(0, from), ...after, ...links.slice(links.length - kept)];
    if (this.#isFresh) return endAll(before);
    const latency = after.reduce((sum, { filter }) => sum + filter.latencyFrames, 0);
    this.#fade = { from, before, after, at: -latency };
  }

  #endFade({ before }: Fade): void {
    endAll(before);
    this.#fade = undefined;
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) this.#begin(wanted);
  }

  /** @param at its place among the new ones. @param before those in whose place they are */
  #link({ id, settings }: ChainFilter, at: number, before: readonly Link[]): Link {
    const known = before.find((link) => link.id === id);
    // In front of all others but the first is what has changed.
    const isSameInput = at === 0 && known === before[0];
    const sideChannelId = settings.type === 'compressor' ? settings.sideChannelId : undefined;
    return {
      ...{ id, settings, sideChannelId },
      filter: createSoundFilter(settings, this.#sampleRate, known?.filter, isSameInput),
    };
  }

  /** Valid until the next one. */
  #copy(left: Float32Array, right: Float32Array): SoundBlock {
    const { length } = left;
    if (this.#old.left.length !== length)
      this.#old = { left: new Float32Array(length), right: new Float32Array(length) };
    this.#old.left.set(left);
    this.#old.right.set(right);
    return this.#old;
  }
}

function endAll(links: readonly Link[]): void {
  for (const { filter } of links) filter.end?.();
}

function run(
  links: readonly Link[],
  from: number,
  to: number,
  left: Float32Array,
  right: Float32Array,
  sideOf: SideOf,
): void {
  for (let index = from; index < to; index += 1) {
    const { filter, sideChannelId } = links[index] as Link;
    filter.process(left, right, sideChannelId === undefined ? undefined : sideOf(sideChannelId));
    if (filter.isBounded) continue;
    tame(left);
    tame(right);
  }
}

/** @param from how much of the cross-fade is done before the first frame */
function mix(old: Float32Array, samples: Float32Array, weights: Float32Array, from: number): void {
  for (let at = 0; at < samples.length; at += 1) {
    const done = from + at;
    if (done >= weights.length) return;
    const before = old[at] as number;
    const weight = done < 0 ? 0 : (weights[done] as number);
    samples[at] = before + weight * ((samples[at] as number) - before);
  }
}
