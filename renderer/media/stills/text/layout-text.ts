/** Where each line of a text lies, and how large the picture is that holds it. Knows no canvas: measures are given. */
import { clamp } from '../clamp.ts';
import { MAX_SIDE } from '../drawn-picture.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import { breakLines, charactersOf } from './break-lines.ts';
import { shareBefore } from './line-measures.ts';
import type { FontMeasure, LineMeasure, PlacedLine } from './line-measures.ts';
import { placeColumns } from './layout-vertical.ts';
import type { PlacedText } from './layout-vertical.ts';
import { isAcross } from './scroll-way.ts';
import type { TextLook } from './text-look.ts';

/** As many pixels as a screen of 3840 by 2160 has: a text is drawn on several canvases at once. */
const MAX_TEXT_PIXELS = 3840 * 2160;
/** The length of a text that scrolls, along its way. */
const MAX_SCROLLED = 262_144;

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
  const body = look.isVertical === true ? placeDown(text, look, font) : placeAcross(text, look, font);
  const box: Box = { left: 0, top: 0, right: body.width, bottom: body.height };
  for (const { x, baseline, measured } of body.lines) includeInk(box, x, baseline, measured);
  includeEffects(box, look);
  const lines = body.lines.map(({ measured: _measured, ...line }) => line);
  return moveToOrigin(box, lines, font.ascent, limitsOf(look));
}

function placeAcross(text: string, look: TextLook, font: FontMeasure): PlacedText {
  const widthOf = (line: string): number => font.measure({ text: line, direction: 'ltr' }).width;
  const broken = breakLines(text, look.wrapWidth, widthOf).map((line) => ({
    line,
    measured: font.measure(line),
  }));
  const width = look.wrapWidth ?? Math.max(...broken.map(({ measured }) => measured.width));
  const lineHeight = (font.ascent + font.descent) * look.lineSpacing;
  const height = font.ascent + font.descent + lineHeight * (broken.length - 1);
  const lines = broken.map(({ line, measured }, index) => ({
    ...line,
    x: Math.round((width - measured.width) * shareBefore[look.alignment]),
    baseline: Math.round(font.ascent + index * lineHeight),
    width: measured.width,
    measured,
  }));
  return { lines, width, height: Math.max(height, font.ascent + font.descent) };
}

/** A column is as high as so many letters. */
function placeDown(text: string, look: TextLook, font: FontMeasure): PlacedText {
  const letterHeight = font.ascent + font.descent;
  const heightOf = (line: string): number => charactersOf(line).length * letterHeight;
  return placeColumns(breakLines(text, look.wrapWidth, heightOf), look, font);
}

/** A text that scrolls is longer than any canvas: it is drawn in parts. */
function limitsOf({ scroll }: TextLook): Size {
  if (scroll === undefined) return { width: MAX_SIDE, height: MAX_SIDE };
  return isAcross(scroll)
    ? { width: MAX_SCROLLED, height: MAX_SIDE }
    : { width: MAX_SIDE, height: MAX_SCROLLED };
}

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
function moveToOrigin(box: Box, lines: readonly PlacedLine[], ascent: number, limits: Size): TextLayout {
  const left = Math.floor(box.left);
  const top = Math.floor(box.top);
  const width = clamp(Math.ceil(box.right) - left, 1, limits.width);
  const height = clamp(
    Math.ceil(box.bottom) - top,
    1,
    Math.min(limits.height, Math.max(1, Math.floor(MAX_TEXT_PIXELS / width))),
  );
  return {
    width,
    height,
    lines: lines
      .map((line) => ({ ...line, x: line.x - left, baseline: line.baseline - top }))
      .filter((line) => line.baseline - ascent < height),
  };
}
