/** How a text moves through its window: whole pixels, the same number in each frame. Pure. */
import type { TextScroll } from '../../../../shared/studio/drawn-inputs.ts';
import type { Size } from '../../../../shared/studio/transform.ts';

/** The window of a text that is so large. */
export function scrollWindow({ width, height }: Size, scroll: TextScroll): Size {
  return isAcross(scroll) ? { width: scroll.lengthPx, height } : { width, height: scroll.lengthPx };
}

export function isAcross({ direction }: TextScroll): boolean {
  return direction === 'left' || direction === 'right';
}

/** Pixels in each frame, at least one. */
export function stepOf({ speedPx }: TextScroll, fps: number): number {
  return Math.max(1, Math.round(speedPx / fps));
}

/**
 * Where the window begins in a strip that repeats the text and its gap every `period` pixels. In frame 0 the text stands just outside, on
 * the side where it comes in.
 * @param length of the text and @param window of the window, along the way.
 */
export function scrollOffset(
  scroll: TextScroll,
  frame: number,
  { fps, length, window }: { readonly fps: number; readonly length: number; readonly window: number },
): number {
  const period = length + scroll.gapPx;
  const moved = frame * stepOf(scroll, fps);
  const isForward = scroll.direction === 'left' || scroll.direction === 'up';
  return modulo(isForward ? moved - window : length - moved, period);
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}
