/** One scene giving way to another: how far the change has come at each frame, and where both lie meanwhile. */
import type { Placement } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { GradualTransition } from './canvas-scene.ts';

/** Painted by places; a luma wipe is painted by a mask. */
export type PlacedTransition = Exclude<GradualTransition, { kind: 'lumaWipe' | 'stinger' }>;

export class Change {
  readonly #fps: number;
  readonly #frames: number;
  #startUs: number | undefined;

  /** @param fps of the program. */
  constructor({ durationMs }: { readonly durationMs: number }, fps: number) {
    this.#fps = fps;
    this.#frames = Math.max(1, Math.round((durationMs * fps) / 1000));
  }

  /**
   * The share of the next scene in the frame of this time: evenly more in each, from the first call on. Each of the frames shows
   * something of both scenes; 1 when the change is over.
   */
  shareAt(timestampUs: number): number {
    const frame = this.#frameAt(timestampUs);
    return frame >= this.#frames ? 1 : (frame + 1) / (this.#frames + 1);
  }

  /** Whether the change has come so far in the frame of this time. @param ms from its first frame on. */
  hasReached(ms: number, timestampUs: number): boolean {
    return this.#frameAt(timestampUs) >= Math.round((ms * this.#fps) / 1000);
  }

  #frameAt(timestampUs: number): number {
    this.#startUs ??= timestampUs;
    return Math.round(((timestampUs - this.#startUs) * this.#fps) / 1_000_000);
  }
}

/** Of a picture as large as the canvas. */
export interface CanvasPlace {
  readonly placement: Placement;
  readonly opacity: number;
}

export interface ChangePlaces {
  readonly before: CanvasPlace | undefined;
  readonly next: CanvasPlace | undefined;
  /** How much of the colour covers the picture. */
  readonly colour: number;
}

const away = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] } as const;

/** Where the scene before and the next one lie on the canvas when the next has this share. */
export function placesOf(transition: PlacedTransition, share: number, canvas: Size): ChangePlaces {
  const whole = wholePlace(canvas);
  switch (transition.kind) {
    case 'fade':
      return { before: whole, next: { ...whole, opacity: share }, colour: 0 };
    case 'fadeToColour': {
      const isBefore = share < 0.5;
      const colour = isBefore ? 2 * share : 2 - 2 * share;
      return { before: isBefore ? whole : undefined, next: isBefore ? undefined : whole, colour };
    }
    case 'slide':
    case 'push': {
      const [x, y] = away[transition.direction];
      const [dx, dy] = [x * canvas.width, y * canvas.height];
      const next = placeAt(canvas, Math.round(dx * (share - 1)), Math.round(dy * (share - 1)));
      const isPushed = transition.kind === 'push';
      const before = isPushed ? placeAt(canvas, Math.round(dx * share), Math.round(dy * share)) : whole;
      return { before, next, colour: 0 };
    }
    case 'wipe':
      return { before: whole, next: wiped(transition.direction, share, canvas), colour: 0 };
  }
}

export function wholePlace(canvas: Size): CanvasPlace {
  return placeAt(canvas, 0, 0);
}

function placeAt({ width, height }: Size, x: number, y: number): CanvasPlace {
  // Zero without a sign.
  return {
    placement: { crop: { x: 0, y: 0, width, height }, matrix: [1, 0, 0, 1, x + 0, y + 0] },
    opacity: 1,
  };
}

/** The part of the next scene that the edge has passed, in its place. Undefined before the first column or row. */
function wiped(
  direction: 'left' | 'right' | 'up' | 'down',
  share: number,
  canvas: Size,
): CanvasPlace | undefined {
  const isAcross = direction === 'left' || direction === 'right';
  const length = isAcross ? canvas.width : canvas.height;
  const passed = Math.round(share * length);
  if (passed === 0) return undefined;
  const start = direction === 'right' || direction === 'down' ? 0 : length - passed;
  const crop = isAcross
    ? { x: start, y: 0, width: passed, height: canvas.height }
    : { x: 0, y: start, width: canvas.width, height: passed };
  return { placement: { crop, matrix: [1, 0, 0, 1, crop.x, crop.y] }, opacity: 1 };
}
