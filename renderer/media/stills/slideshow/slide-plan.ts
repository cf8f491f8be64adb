/** Which slides of a slide show are seen at a moment: a function of time alone. */

export interface SlidePlan {
  readonly slideCount: number;
  /** From the start of one slide to the start of the next. */
  readonly slideMs: number;
  /** The fade to a slide, at its start; 0 cuts. No longer than a slide. */
  readonly fadeMs: number;
  /** `once` stays on the last slide. `random` shows every slide once in each round, and none twice in a row. */
  readonly order: 'loop' | 'once' | 'random';
  /** The same seed gives the same order. A whole number. */
  readonly seed: number;
}

export interface SlidesAtTime {
  readonly index: number;
  /** The slide that fades out, and how much of the new one shows: 0 to below 1. */
  readonly fading: { readonly index: number; readonly share: number } | undefined;
  /** The slide that comes next. */
  readonly following: number | undefined;
  /** When this changes next; the asked time itself within a fade. */
  readonly changeUs: number;
}

/** @param elapsedUs since the slide show began. `slideCount` is 1 or more. */
export function slidesAt(plan: SlidePlan, elapsedUs: number): SlidesAtTime {
  const slideUs = Math.max(1, plan.slideMs) * 1000;
  const fadeUs = Math.min(plan.fadeMs * 1000, slideUs);
  const last = plan.order === 'once' ? plan.slideCount - 1 : Infinity;
  const sinceUs = Math.max(0, elapsedUs);
  const position = plan.slideCount === 1 ? 0 : Math.min(Math.floor(sinceUs / slideUs), last);
  const index = slideOf(plan, position);
  const share = fadeUs === 0 ? 1 : (sinceUs - position * slideUs) / fadeUs;
  const isLast = position === last || plan.slideCount === 1;
  const following = isLast ? undefined : slideOf(plan, position + 1);
  if (position > 0 && share < 1)
    return { index, fading: { index: slideOf(plan, position - 1), share }, following, changeUs: elapsedUs };
  return { index, fading: undefined, following, changeUs: isLast ? Infinity : (position + 1) * slideUs };
}

function slideOf({ slideCount, order, seed }: SlidePlan, position: number): number {
  const place = position % slideCount;
  // Two slides can only take turns.
  if (order !== 'random' || slideCount <= 2) return place;
  const round = Math.floor(position / slideCount);
  const slides = shuffled(slideCount, seed, round);
  if (round > 0 && slides[0] === shuffled(slideCount, seed, round - 1).at(-1))
    [slides[0], slides[1]] = [slides[1] as number, slides[0]];
  return slides[place] as number;
}

function shuffled(count: number, seed: number, round: number): number[] {
  const next = randomNumbers(seed + round * 0x9e3779b9);
  const slides = Array.from({ length: count }, (_, index) => index);
  for (let end = count - 1; end > 0; end -= 1) {
    const other = Math.floor(next() * (end + 1));
    [slides[end], slides[other]] = [slides[other] as number, slides[end] as number];
  }
  return slides;
}

/** 0 to below 1, from a hash of a counter (the finaliser of MurmurHash3). */
function randomNumbers(seed: number): () => number {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let bits = counter ^ (counter >>> 16);
    bits = Math.imul(bits, 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  };
}
