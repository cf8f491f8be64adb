/**
 * OBS's transitions as Upcast's, by what they look like. OBS's slide moves both scenes, which is a push; its swipe moves one: the next
 * scene in is a slide, this scene out shows its edge as a wipe does. Pure.
 */
import { pathFault } from './to-media.ts';
import { flagAt, numberAt, textAt } from '../json/fields.ts';
import { colourAt } from '../parts/read-text.ts';
import type { ItemTransition, Transition, WipePattern } from '../../studio/transition.ts';
import type { ObsTransition } from '../collection.ts';

const LEAST_MS = 50;
const MOST_MS = 20_000;
const USUAL_FPS = 30;
const directions = ['left', 'right', 'up', 'down'] as const;
/** OBS's pictures of a luma wipe: the pattern that is the same or the nearest. */
const patterns: ReadonlyMap<string, { readonly pattern: WipePattern; readonly isSame: boolean }> = new Map([
  ['linear-h.png', { pattern: 'right', isSame: true }],
  ['linear-v.png', { pattern: 'down', isSame: true }],
  ['linear-topleft.png', { pattern: 'downRight', isSame: true }],
  ['linear-topright.png', { pattern: 'downLeft', isSame: true }],
  ['barndoor-h.png', { pattern: 'barnDoorAcross', isSame: true }],
  ['barndoor-v.png', { pattern: 'barnDoorDown', isSame: true }],
  ['blinds-h.png', { pattern: 'blindsDown', isSame: false }],
  ['checkerboard-small.png', { pattern: 'checkerboard', isSame: false }],
  ['clock.png', { pattern: 'clock', isSame: true }],
  ['fan.png', { pattern: 'fan', isSame: false }],
  ['iris.png', { pattern: 'iris', isSame: true }],
  ['square.png', { pattern: 'box', isSame: false }],
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
      const found = patterns.get(textAt(settings, 'luma_image'));
      if (found === undefined) return { transition: fade, taken: 'not' };
      const softness = numberAt(settings, 'luma_softness', { least: 0, most: 1, otherwise: 0.03 });
      const isInverted = flagAt(settings, 'luma_invert');
      const { pattern, isSame } = found;
      return {
        transition: { kind: 'lumaWipe', durationMs, pattern, softness, isInverted },
        taken: isSame ? 'whole' : 'partly',
      };
    }
    case 'stinger': {
      if (pathFault(textAt(settings, 'path')) !== undefined) return { transition: fade, taken: 'not' };
      const isCrossFade = numberAt(settings, 'audio_fade_style', { least: 0, most: 1, otherwise: 0 }) === 1;
      // Frames of a file whose rate nobody knows yet.
      const isByFrame = numberAt(settings, 'tp_type', { least: 0, most: 1, otherwise: 0 }) === 1;
      const point = numberAt(settings, 'transition_point', { least: 0, most: MOST_MS, otherwise: 0 });
      const cutMs = Math.min(Math.round(isByFrame ? (point * 1000) / USUAL_FPS : point), MOST_MS);
      return {
        // How long the file is only shows when it plays: as long again as up to the cut, a second at least.
        transition: {
          ...{ kind: 'stinger', sourceId: source.key, cutMs },
          durationMs: Math.min(Math.max(2 * cutMs, 1000), MOST_MS),
          ...(isCrossFade && { soundFade: 'cross' }),
        },
        taken: 'partly',
      };
    }
    case 'unknown':
      return { transition: fade, taken: 'not' };
  }
}

export interface FoundItemTransition {
  /** Undefined for one that comes or goes at once. */
  readonly transition: ItemTransition | undefined;
  readonly taken: 'whole' | 'partly';
}

/** Of an item alone. What no item has here, fades. */
export function toItemTransition(source: ObsTransition): FoundItemTransition {
  const { transition, taken } = toTransition(source);
  switch (transition.kind) {
    case 'cut':
      return { transition: undefined, taken: 'whole' };
    case 'fade':
    case 'slide':
    case 'wipe':
      return { transition, taken: taken === 'whole' ? 'whole' : 'partly' };
    // Of an item there is only the one that moves in.
    case 'push':
      return { transition: { ...transition, kind: 'slide' }, taken: 'whole' };
    default:
      return { transition: { kind: 'fade', durationMs: transition.durationMs }, taken: 'partly' };
  }
}
