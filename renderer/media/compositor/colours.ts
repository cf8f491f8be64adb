/** Pictures of other matrices and ranges to the compositor's own colours: BT.709 of limited range. */
import type { PlaneMemory } from './memory.ts';
import type { Picture } from './picture.ts';

/** What the numbers of a camera's or a file's frame mean. */
export type PlanarColour = 'bt709-limited' | 'bt709-full' | 'bt601-limited' | 'bt601-full';

interface Matrix {
  readonly red: number;
  readonly blue: number;
}

/** BT.601-7 §2.5.1, BT.709-6 §3.2: luma's weights of red and blue; green has the rest. */
const MATRICES = { bt601: { red: 0.299, blue: 0.114 }, bt709: { red: 0.2126, blue: 0.0722 } } as const;
/** Steps from black to white, and from the one end of chroma to the other; luma's code of black. */
const RANGES = {
  limited: { luma: 219, chroma: 224, black: 16 },
  full: { luma: 255, chroma: 255, black: 0 },
} as const;
const WEIGHT_SUM = 16_384;

/** In place: converts a picture whose numbers mean something else. */
export function toOwnColours(
  memory: PlaneMemory,
  { y, cb, cr, width, height }: Picture,
  colour: PlanarColour,
): void {
  if (colour === 'bt709-limited') return;
  memory.kernels.recolour(
    ...[y.offset, y.stride, cb.offset, cr.offset, cb.stride, cb.step ?? 1, width, height],
    ...weightsOf(colour),
  );
}

/** The code of black, then the weights of the kernel `recolour` in its order. */
export function weightsOf(colour: PlanarColour): readonly number[] {
  const from = colour.startsWith('bt601') ? MATRICES.bt601 : MATRICES.bt709;
  const range = colour.endsWith('full') ? RANGES.full : RANGES.limited;
  const own = RANGES.limited;
  const ofCb = colourOf(from, 1, 0);
  const ofCr = colourOf(from, 0, 1);
  const luma = own.luma / range.luma;
  const part = own.luma / range.chroma;
  const chroma = own.chroma / range.chroma;
  const exact = [luma, ofCb.y * part, ofCr.y * part, ofCb.cb * chroma, ofCr.cb * chroma, ofCb.cr * chroma];
  return [range.black, ...[...exact, ofCr.cr * chroma].map((weight) => Math.round(weight * WEIGHT_SUM))];
}

/** What chroma without luma, by one matrix, is by BT.709's. */
function colourOf({ red, blue }: Matrix, cb: number, cr: number): Record<'y' | 'cb' | 'cr', number> {
  const r = 2 * (1 - red) * cr;
  const b = 2 * (1 - blue) * cb;
  const g = -(red * r + blue * b) / (1 - red - blue);
  const own = MATRICES.bt709;
  const y = own.red * r + own.blue * b + (1 - own.red - own.blue) * g;
  return { y, cb: (b - y) / (2 * (1 - own.blue)), cr: (r - y) / (2 * (1 - own.red)) };
}
