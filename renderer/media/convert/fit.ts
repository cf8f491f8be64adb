/** Where a source's picture stands in the program's: whole, centred, with black around it where the shapes differ. */
import type { Size } from '../../../shared/studio/transform.ts';

export interface Placement extends Size {
  readonly x: number;
  readonly y: number;
}

const even = (value: number): number => 2 * Math.round(value / 2);

/** The largest even rectangle of the source's shape inside the program. Sizes are pixels. */
export function fitInside(source: Size, program: Size): Placement {
  const scale = Math.min(program.width / source.width, program.height / source.height);
  const width = Math.min(program.width, Math.max(2, even(source.width * scale)));
  const height = Math.min(program.height, Math.max(2, even(source.height * scale)));
  return { x: even((program.width - width) / 2), y: even((program.height - height) / 2), width, height };
}

/** A difference of a rounding step is no reason to scale. */
const TOLERANCE = 2;

/**
 * Where a frame goes that needs no scaling: its own size, centred, when that is what fitting would give.
 * Nothing when it has to be scaled.
 */
export function placeUnscaled(frame: Size, program: Size): Placement | undefined {
  if (frame.width > program.width || frame.height > program.height) return undefined;
  if (frame.width % 2 !== 0 || frame.height % 2 !== 0) return undefined;
  const fitted = fitInside(frame, program);
  const isClose =
    Math.abs(fitted.width - frame.width) <= TOLERANCE && Math.abs(fitted.height - frame.height) <= TOLERANCE;
  if (!isClose) return undefined;
  return {
    x: even((program.width - frame.width) / 2),
    y: even((program.height - frame.height) / 2),
    width: frame.width,
    height: frame.height,
  };
}
