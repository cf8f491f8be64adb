/** Measures and draws the lines of a text on a canvas: the same letters on every machine that has the font. */
import type { Canvas } from '../canvas.ts';
import type { TextLine } from './break-lines.ts';
import type { TextLayout } from './layout-text.ts';
import type { FontMeasure, LineMeasure, PlacedLine } from './line-measures.ts';
import type { TextLook } from './text-look.ts';

export function setFont(context: Canvas, { family, sizePx, isBold, isItalic }: TextLook): void {
  const style = `${isItalic ? 'italic' : 'normal'} ${isBold ? 700 : 400}`;
  context.font = `${style} ${sizePx}px ${quoted(family)}, system-ui, sans-serif`;
  context.fontKerning = 'normal';
  // Without hinting, which differs between machines: letters lie where their widths say.
  context.textRendering = 'geometricPrecision';
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
}

/** As a string of CSS: no name ends it early. */
function quoted(family: string): string {
  return `"${family.replaceAll(/["\\\n\r\f\0]/g, '')}"`;
}

/** The context's font is set. */
export function measureWith(context: Canvas): FontMeasure {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('');
  return {
    ascent: Math.ceil(fontBoundingBoxAscent),
    descent: Math.ceil(fontBoundingBoxDescent),
    measure: (line) => measureLine(context, line),
  };
}

function measureLine(context: Canvas, { text, direction }: TextLine): LineMeasure {
  context.direction = direction;
  const measured = context.measureText(text);
  return {
    width: measured.width,
    inkLeft: measured.actualBoundingBoxLeft,
    inkRight: measured.actualBoundingBoxRight,
    inkTop: measured.actualBoundingBoxAscent,
    inkBottom: measured.actualBoundingBoxDescent,
  };
}

/** Where lines through and under letters lie, and how thick they are, in shares of the font's size. */
const LINE_SHARE = 1 / 14;
const UNDERLINE_SHARE = 0.1;
const STRIKE_SHARE = 0.3;

/** @param outlinePx draws what lies up to so far around the letters; 0 the letters themselves. */
export function drawLines(
  context: Canvas,
  { lines }: TextLayout,
  look: TextLook,
  colour: string,
  outlinePx = 0,
): void {
  setFont(context, look);
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineJoin = 'round';
  context.lineWidth = outlinePx * 2;
  for (const line of lines) {
    context.direction = line.direction;
    if (outlinePx > 0) context.strokeText(line.text, line.x, line.baseline);
    else context.fillText(line.text, line.x, line.baseline);
    if (look.isUnderlined)
      drawBar(context, line, line.baseline + look.sizePx * UNDERLINE_SHARE, look, outlinePx);
    if (look.isStruckOut) drawBar(context, line, line.baseline - look.sizePx * STRIKE_SHARE, look, outlinePx);
  }
}

function drawBar(
  context: Canvas,
  line: PlacedLine,
  y: number,
  { sizePx }: TextLook,
  outlinePx: number,
): void {
  const height = Math.max(1, Math.round(sizePx * LINE_SHARE));
  const top = Math.round(y);
  context.fillRect(line.x - outlinePx, top - outlinePx, line.width + 2 * outlinePx, height + 2 * outlinePx);
}
