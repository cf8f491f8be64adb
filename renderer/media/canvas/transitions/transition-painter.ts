/** Lays two pictures of a canvas over each other as a transition says: by their places, or by a mask. */
import { Compositor } from '../../compositor/compositor.ts';
import type { Layer } from '../../compositor/compositor.ts';
import type { PlaneMemory } from '../../compositor/memory.ts';
import { freePicture } from '../../compositor/picture.ts';
import type { Picture } from '../../compositor/picture.ts';
import { MaskWipe } from '../../compositor/transitions/mask-wipe.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { GradualTransition } from '../canvas-scene.ts';
import { placesOf, wholePlace } from '../change.ts';
import type { CanvasPlace, PlacedTransition } from '../change.ts';
import { drawColour } from '../draw-colour.ts';
import { drawWipePattern } from './wipe-pattern.ts';

type LumaWipe = Extract<GradualTransition, { kind: 'lumaWipe' }>;

export class TransitionPainter {
  readonly #memory: PlaneMemory;
  readonly #size: Size;
  readonly #both: Compositor;
  /** That a fade goes through. */
  #colour: { readonly colour: string; readonly picture: Picture } | undefined;
  #wipe: { readonly key: string; readonly mask: MaskWipe } | undefined;

  /** @param size of the canvas. */
  constructor(memory: PlaneMemory, size: Size) {
    this.#memory = memory;
    this.#size = size;
    this.#both = new Compositor(memory, size);
  }

  /** @param share of the next picture, more than 0 and less than 1. @returns valid until the next call. */
  paint(
    transition: Exclude<GradualTransition, { kind: 'stinger' }>,
    share: number,
    before: Picture,
    next: Picture,
  ): Picture {
    if (transition.kind === 'lumaWipe') return this.#maskOf(transition).paint(before, next, share);
    return this.#both.compose(this.#layersOf(transition, share, before, next));
  }

  /** @param layers of a stinger. @returns valid until the next call. */
  paintOver(picture: Picture, layers: readonly Layer[]): Picture {
    const { placement, opacity } = wholePlace(this.#size);
    return this.#both.compose([{ id: 'scene', picture, placement, opacity, isVisible: true }, ...layers]);
  }

  /** No transition runs: what the last one needed is given back. */
  rest(): void {
    if (this.#colour !== undefined) freePicture(this.#memory, this.#colour.picture);
    this.#colour = undefined;
    this.#wipe?.mask.end();
    this.#wipe = undefined;
  }

  end(): void {
    this.rest();
    this.#both.end();
  }

  #layersOf(transition: PlacedTransition, share: number, before: Picture, next: Picture): readonly Layer[] {
    const places = placesOf(transition, share, this.#size);
    const layers: Layer[] = [];
    const add = (id: string, picture: Picture, place: CanvasPlace | undefined): void => {
      if (place !== undefined) layers.push({ id, picture, isVisible: true, ...place });
    };
    add('before', before, places.before);
    add('next', next, places.next);
    if (places.colour > 0 && transition.kind === 'fadeToColour') {
      const { width, height } = this.#size;
      const matrix = [width / 2, 0, 0, height / 2, 0, 0] as const;
      const placement = { crop: { x: 0, y: 0, width: 2, height: 2 }, matrix };
      add('colour', this.#colourOf(transition.colour), { placement, opacity: places.colour });
    }
    return layers;
  }

  #colourOf(colour: string): Picture {
    if (this.#colour?.colour !== colour) {
      this.rest();
      this.#colour = { colour, picture: drawColour(this.#memory, colour) };
    }
    return this.#colour.picture;
  }

  #maskOf({ pattern, softness, isInverted }: LumaWipe): MaskWipe {
    const key = JSON.stringify([pattern, softness, isInverted]);
    if (this.#wipe?.key !== key) {
      this.rest();
      const drawn = drawWipePattern(pattern, this.#size, isInverted);
      this.#wipe = { key, mask: new MaskWipe(this.#memory, this.#size, drawn, softness) };
    }
    return this.#wipe.mask;
  }
}
