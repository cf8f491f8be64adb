/** Clips whose frames count in steps of grey that survive encoding, and what a recording of one shows. */
import { colourAt } from '../small-pictures.ts';
import type { SmallPicture } from '../small-pictures.ts';

/** Frame n is grey, by its number: so many steps, again and again. */
export const STEPS = 10;

/** For `makeClip`: 30 frames a second. */
export const stepped = (frames: number): string[] => [
  ...[
    '-f',
    'lavfi',
    '-i',
    `color=black:s=320x180:r=30,format=yuv420p,geq=lum='40+18*mod(N,${STEPS})':cb=128:cr=128`,
  ],
  ...['-frames:v', String(frames), '-c:v', 'libx264', '-qp', '4', '-pix_fmt', 'yuv420p'],
];

/** The clip's step in a recorded picture. */
export function stepOf(picture: SmallPicture): number {
  const grey = colourAt(picture, 16, 9)[1] ?? 0;
  // Limited range: luma 40 is 28 of 255.
  // Adding zero leaves no negative zero.
  return Math.round((grey - ((40 - 16) * 255) / 219) / ((18 * 255) / 219)) + 0;
}
