/** Turns and mirrors pixels as an image file says. */
import type { Pixels } from '../drawn-picture.ts';
import type { Orientation } from './header/orientation.ts';

/** The stored pixel of the first place, and the steps in the stored rows for one place to the right and one down. */
interface Walk {
  readonly isTurned: boolean;
  /** From the right edge, from the lower edge of the stored picture. */
  readonly isFromRight: boolean;
  readonly isFromBottom: boolean;
}

const walks: Readonly<Record<Orientation, Walk>> = {
  1: { isTurned: false, isFromRight: false, isFromBottom: false },
  2: { isTurned: false, isFromRight: true, isFromBottom: false },
  3: { isTurned: false, isFromRight: true, isFromBottom: true },
  4: { isTurned: false, isFromRight: false, isFromBottom: true },
  5: { isTurned: true, isFromRight: false, isFromBottom: false },
  6: { isTurned: true, isFromRight: false, isFromBottom: true },
  7: { isTurned: true, isFromRight: true, isFromBottom: true },
  8: { isTurned: true, isFromRight: true, isFromBottom: false },
};

/** The picture itself where nothing is to be turned. */
export function orientPixels(picture: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return picture;
  const { isTurned, isFromRight, isFromBottom } = walks[orientation];
  const { width: storedWidth, height: storedHeight } = picture;
  const stored = new Uint32Array(picture.pixels);
  const alongRow = isFromRight ? -1 : 1;
  const alongColumn = isFromBottom ? -storedWidth : storedWidth;
  const first = (isFromRight ? storedWidth - 1 : 0) + (isFromBottom ? storedWidth * (storedHeight - 1) : 0);
  const right = isTurned ? alongColumn : alongRow;
  const down = isTurned ? alongRow : alongColumn;
  const width = isTurned ? storedHeight : storedWidth;
  const height = isTurned ? storedWidth : storedHeight;
  const turned = new Uint32Array(width * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    let from = first + y * down;
    for (const end = at + width; at < end; at += 1) {
      turned[at] = stored[from] as number;
      from += right;
    }
  }
  return { width, height, pixels: turned.buffer };
}
