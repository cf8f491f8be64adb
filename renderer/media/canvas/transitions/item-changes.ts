/**
 * Layers that come and go by transitions of their own while their scene stays on air. Each moves within its own box: what of its
 * picture shows, and how far from its place.
 */
import type { Placement } from '../../../../shared/studio/geometry/placement.ts';
import type { SceneLayer } from '../../../../shared/studio/scene-layers.ts';
import type { ItemTransition } from '../../../../shared/studio/transition.ts';
import { Change } from '../change.ts';

export interface ShownLayer {
  readonly layer: SceneLayer;
  /** While the layer comes or goes: how much of it shows. */
  readonly passing?: { readonly transition: ItemTransition; readonly share: number } | undefined;
}

interface Passing {
  readonly transition: ItemTransition;
  readonly isGoing: boolean;
  readonly change: Change;
  /** How much of the layer showed at first. */
  readonly from: number;
  /** How much shows, as of the last frame. */
  share: number;
}

const opposites = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;

export class ItemChanges {
  /** Those that still go among them, from back to front. */
  #layers: readonly SceneLayer[];
  readonly #passing = new Map<string, Passing>();

  constructor(layers: readonly SceneLayer[]) {
    this.#layers = layers;
  }

  /** Another scene: nothing of the one before goes by itself. */
  begin(layers: readonly SceneLayer[]): void {
    this.#layers = layers;
    this.#passing.clear();
  }

  /** The scene was edited. */
  follow(next: readonly SceneLayer[], fps: number): void {
    const before = new Set(this.#layers.map(({ id }) => id));
    const wanted = new Set(next.map(({ id }) => id));
    for (const { id, show } of next) {
      const isBack = this.#passing.get(id)?.isGoing === true;
      if (!before.has(id) || isBack) this.#start(id, show, fps, false);
    }
    for (const { id, hide } of this.#layers)
      if (!wanted.has(id) && this.#passing.get(id)?.isGoing !== true) this.#start(id, hide, fps, true);
    this.#layers = withGoing(next, this.#layers, (id) => !wanted.has(id) && this.#passing.has(id));
  }

  /** The layers in a frame; those that have gone are forgotten. */
  layersAt(timestampUs: number): readonly ShownLayer[] {
    if (this.#passing.size === 0) return this.#layers.map((layer) => ({ layer }));
    for (const [id, passing] of this.#passing) {
      const progress = passing.change.shareAt(timestampUs);
      const to = passing.isGoing ? 0 : 1;
      passing.share = passing.from + (to - passing.from) * progress;
      if (progress < 1) continue;
      this.#passing.delete(id);
      if (passing.isGoing) this.#layers = this.#layers.filter((layer) => layer.id !== id);
    }
    return this.#layers.map((layer) => {
      const passing = this.#passing.get(layer.id);
      if (passing === undefined) return { layer };
      return { layer, passing: { transition: directed(passing), share: passing.share } };
    });
  }

  #start(id: string, transition: ItemTransition | undefined, fps: number, isGoing: boolean): void {
    const from = this.#passing.get(id)?.share ?? (isGoing ? 1 : 0);
    this.#passing.delete(id);
    if (transition === undefined) return;
    this.#passing.set(id, { transition, isGoing, change: new Change(transition, fps), from, share: from });
  }
}

/** A layer that goes is one that comes, backwards: to the left it went the way that it would come to the right. */
function directed({ transition, isGoing }: Passing): ItemTransition {
  if (!isGoing || transition.kind === 'fade') return transition;
  return { ...transition, direction: opposites[transition.direction] };
}

/** Each layer that goes stays in front of the one that it was in front of. */
function withGoing(
  next: readonly SceneLayer[],
  before: readonly SceneLayer[],
  isGoing: (id: string) => boolean,
): readonly SceneLayer[] {
  const layers = [...next];
  before.forEach((layer, index) => {
    if (!isGoing(layer.id)) return;
    const below = before.slice(0, index).findLast(({ id }) => layers.some((each) => each.id === id));
    layers.splice(layers.findIndex(({ id }) => id === below?.id) + 1, 0, layer);
  });
  return layers;
}

/** Undefined while nothing of the layer shows. Whole pixels of the source. */
export function passingPlace(
  { crop, matrix }: Placement,
  transition: ItemTransition,
  share: number,
): { readonly placement: Placement; readonly opacity: number } | undefined {
  if (transition.kind === 'fade') return { placement: { crop, matrix }, opacity: share };
  const { direction } = transition;
  const isAcross = direction === 'left' || direction === 'right';
  const length = isAcross ? crop.width : crop.height;
  const shown = Math.round(share * length);
  if (shown === 0) return undefined;
  const rest = length - shown;
  const isSlide = transition.kind === 'slide';
  const isForwards = direction === 'right' || direction === 'down';
  // Which pixels of the picture show, and how far into the box.
  const first = isForwards === isSlide ? rest : 0;
  const moved = isForwards ? 0 : rest;
  const [a, b, c, d, e, f] = matrix;
  const [x, y] = isAcross ? [a, b] : [c, d];
  return {
    placement: {
      crop: isAcross
        ? { ...crop, x: crop.x + first, width: shown }
        : { ...crop, y: crop.y + first, height: shown },
      matrix: [a, b, c, d, e + x * moved, f + y * moved],
    },
    opacity: 1,
  };
}
