/** How large lines of a text are, and where they lie. */
import type { TextLine } from './break-lines.ts';

/** Of one line, in pixels. */
export interface LineMeasure {
  /** How far the next line's place would move: what the line takes up. */
  readonly width: number;
  /** How far its ink reaches from its left end to the left, and from there to the right. */
  readonly inkLeft: number;
  readonly inkRight: number;
  /** Above and below the baseline. */
  readonly inkTop: number;
  readonly inkBottom: number;
}

export interface FontMeasure {
  /** The font's own height above and below the baseline. */
  readonly ascent: number;
  readonly descent: number;
  measure(line: TextLine): LineMeasure;
}

export interface PlacedLine extends TextLine {
  /** Its left end and its baseline in the picture. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

/** How much of what is left over in a line lies before it. */
export const shareBefore = { left: 0, centre: 0.5, right: 1 } as const;
