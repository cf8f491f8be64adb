/** Where each line of a text lies, and how large the picture is that holds it. Knows no canvas: measures are given. */
import { clamp } from '../clamp.ts';
import { MAX_SIDE } from '../drawn-picture.ts';
import { breakLines } from './break-lines.ts';
import type { TextLine } from './break-lines.ts';
import type { TextLook } from './text-look.ts';

/** As many pixels as a screen of 3840 by 2160 has: a text is drawn on several canvases at once. */
const MAX_TEXT_PIXELS = 3840 * 2160;

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

export interface TextLayout {
  /** Whole pixels; 0 without any text. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The picture holds the lines, the ink that reaches over them, the outline and the shadow, and nothing else. */
export function layoutText(text: string, look: TextLook, font: FontMeasure): TextLayout {
  if (text.trim() === '') return { width: 0, height: 0, lines: [] };
  const widthOf = (line: string): number => font.measure({ text: line, direction: 'ltr' }).width;
  const broken = breakLines(text, look.wrapWidth, widthOf).map((line) => ({
    line,
    measured: font.measure(line),
  }));
  const bodyWidth = look.wrapWidth ?? Math.max(...broken.map(({ measured }) => measured.width));
  const lineHeight = (font.ascent + font.descent) * look.lineSpacing;
  const bodyHeight = font.ascent + font.descent + lineHeight * (broken.length - 1);
  const box: Box = {
    left: 0,
    top: 0,
    right: bodyWidth,
    bottom: Math.max(bodyHeight, font.ascent + font.descent),
  };
  const lines = broken.map(({ line, measured }, index) => {
    const x = Math.round((bodyWidth - measured.width) * share[look.alignment]);
    const baseline = Math.round(font.ascent + index * lineHeight);
    includeInk(box, x, baseline, measured);
    return { ...line, x, baseline, width: measured.width };
  });
  includeEffects(box, look);
  return moveToOrigin(box, lines, font.ascent);
}

const share = { left: 0, centre: 0.5, right: 1 } as const;

function includeInk(box: Box, x: number, baseline: number, ink: LineMeasure): void {
  box.left = Math.min(box.left, x - ink.inkLeft);
  box.top = Math.min(box.top, baseline - ink.inkTop);
  box.right = Math.max(box.right, x + ink.inkRight);
  box.bottom = Math.max(box.bottom, baseline + ink.inkBottom);
}

/** A blurred edge is gone after about so many of its widths. */
const BLUR_REACH = 1.5;

function includeEffects(box: Box, { outline, shadow }: TextLook): void {
  const width = outline?.widthPx ?? 0;
  box.left -= width;
  box.top -= width;
  box.right += width;
  box.bottom += width;
  if (shadow === undefined) return;
  const reach = shadow.blurPx * BLUR_REACH;
  box.left = Math.min(box.left, box.left + shadow.offsetX - reach);
  box.top = Math.min(box.top, box.top + shadow.offsetY - reach);
  box.right = Math.max(box.right, box.right + shadow.offsetX + reach);
  box.bottom = Math.max(box.bottom, box.bottom + shadow.offsetY + reach);
}

/** The box in whole pixels, its corner at 0, 0. What no picture can hold is cut off at the right and at the bottom. */
function moveToOrigin(box: Box, lines: readonly PlacedLine[], ascent: number): TextLayout {
  const left = Math.floor(box.left);
  const top = Math.floor(box.top);
  const width = clamp(Math.ceil(box.right) - left, 1, MAX_SIDE);
  const height = clamp(
    Math.ceil(box.bottom) - top,
    1,
    Math.min(MAX_SIDE, Math.floor(MAX_TEXT_PIXELS / width)),
  );
  return {
    width,
    height,
    lines: lines
      .map((line) => ({ ...line, x: line.x - left, baseline: line.baseline - top }))
      .filter((line) => line.baseline - ascent < height),
  };
}
