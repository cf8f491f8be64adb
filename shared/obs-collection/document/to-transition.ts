/**
 * OBS's transitions as Upcast's, by what they look like. OBS's slide moves both scenes, which is a push; its swipe moves one: the next
 * scene in is a slide, this scene out shows its edge as a wipe does. Pure.
 */
import { flagAt, numberAt, textAt } from '../json/fields.ts';
import { colourAt } from '../parts/read-text.ts';
import type { Transition } from '../../studio/transition.ts';
import type { ObsTransition } from '../collection.ts';

const LEAST_MS = 50;
const MOST_MS = 20_000;
const directions = ['left', 'right', 'up', 'down'] as const;
type Direction = (typeof directions)[number];

const opposites: Readonly<Record<Direction, Direction>> = {
  left: 'right',
  right: 'left',
  up: 'down',
  down: 'up',
};

/** Pictures of a luma wipe that are a plain edge: where the edge goes. */
const edges: ReadonlyMap<string, Direction> = new Map([
  ['linear-h.png', 'right'],
  ['linear-v.png', 'down'],
]);

export interface FoundTransition {
  readonly transition: Transition;
  readonly taken: 'whole' | 'partly' | 'not';
}

/** A fade stands in for what Upcast has no counterpart of. */
export function toTransition(source: ObsTransition, ms = source.durationMs): FoundTransition {
  const { family, settings } = source;
  const durationMs = Math.round(Math.min(Math.max(ms, LEAST_MS), MOST_MS));
  const direction = directions.find((each) => each === textAt(settings, 'direction')) ?? 'left';
  const fade = { kind: 'fade', durationMs } as const;
  switch (family) {
    case 'cut':
      return { transition: { kind: 'cut' }, taken: 'whole' };
    case 'fade':
      return { transition: fade, taken: 'whole' };
    case 'fadeToColour': {
      const isEven = numberAt(settings, 'switch_point', { least: 0, most: 100, otherwise: 50 }) === 50;
      const transition = { kind: 'fadeToColour', durationMs, colour: colourAt(settings, 'color') } as const;
      return { transition, taken: isEven ? 'whole' : 'partly' };
    }
    case 'slide':
      return { transition: { kind: 'push', durationMs, direction }, taken: 'whole' };
    case 'swipe':
      return flagAt(settings, 'swipe_in')
        ? { transition: { kind: 'slide', durationMs, direction }, taken: 'whole' }
        : { transition: { kind: 'wipe', durationMs, direction }, taken: 'partly' };
    case 'wipe': {
      const edge = edges.get(textAt(settings, 'luma_image'));
      if (edge === undefined) return { transition: fade, taken: 'not' };
      const isInverted = flagAt(settings, 'luma_invert');
      return {
        transition: { kind: 'wipe', durationMs, direction: isInverted ? opposites[edge] : edge },
        taken: 'partly',
      };
    }
    case 'stinger':
    case 'unknown':
      return { transition: fade, taken: 'not' };
  }
}
