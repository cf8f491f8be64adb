/** Draws a text as a source shows it, on canvases of the worker that are kept and used again. */
import { clearCanvas, openCanvas } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { opaqueOf, readColour } from '../colour.ts';
import { MAX_SIDE } from '../drawn-picture.ts';
import type { Pixels } from '../drawn-picture.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import { layoutText } from './layout-text.ts';
import type { TextLayout } from './layout-text.ts';
import type { FontMeasure } from './line-measures.ts';
import type { TextLook } from './text-look.ts';
import { layoutOfPart, partsOf, reachOf } from './text-parts.ts';
import type { Part } from './text-parts.ts';
import { drawLines, measureWith, setFont } from './text-canvas.ts';

export class TextPainter {
  readonly #picture = openCanvas();
  /** Letters, and what lies around them, in opaque colours: transparency comes once everything of a colour is drawn. */
  readonly #letters = openCanvas();
  readonly #around = openCanvas();

  /** Undefined where there is nothing to show. */
  draw(text: string, look: TextLook): Pixels | undefined {
    const layout = layoutText(text, look, this.#measure(look));
    const { width, height } = layout;
    if (width === 0) return undefined;
    const whole = { x: 0, y: 0, width, height };
    if (Math.max(width, height) <= MAX_SIDE)
      return { width, height, pixels: this.#drawPart(layout, look, whole, whole, 0) };
    const pixels = new Uint32Array(width * height);
    const reach = reachOf(look);
    for (const part of partsOf(layout)) {
      const drawn = this.#drawPart(layoutOfPart(layout, part, reach), look, part, whole, reach);
      const rows = new Uint32Array(drawn);
      for (let row = 0; row < part.height; row += 1)
        pixels.set(rows.subarray(row * part.width, (row + 1) * part.width), (part.y + row) * width + part.x);
    }
    return { width, height, pixels: pixels.buffer };
  }

  /** @param layout as seen from the part, which is drawn with `reach` pixels around it. */
  #drawPart(layout: TextLayout, look: TextLook, part: Part, whole: Size, reach: number): ArrayBuffer {
    const picture = this.#picture;
    clearCanvas(picture, layout);
    const background = readColour(look.background);
    picture.globalAlpha = background.alpha / 255;
    picture.fillStyle = opaqueOf(background);
    picture.fillRect(0, 0, layout.width, layout.height);
    this.#layShadow(layout, look);
    this.#layLetters(layout, look, { ...whole, x: reach - part.x, y: reach - part.y });
    return picture.getImageData(reach, reach, part.width, part.height).data.buffer;
  }

  #measure(look: TextLook): FontMeasure {
    setFont(this.#letters, look);
    return measureWith(this.#letters);
  }

  /** The shadow of letters and outline together, under both. */
  #layShadow(layout: TextLayout, look: TextLook): void {
    if (look.shadow === undefined) return;
    const { offsetX, offsetY, blurPx } = look.shadow;
    const colour = readColour(look.shadow.colour);
    clearCanvas(this.#around, layout);
    if (look.outline !== undefined)
      drawLines(this.#around, layout, look, opaqueOf(colour), look.outline.widthPx);
    drawLines(this.#around, layout, look, opaqueOf(colour));
    this.#picture.filter = blurPx > 0 ? `blur(${blurPx / 2}px)` : 'none';
    lay(this.#around, this.#picture, colour.alpha, 'source-over', offsetX, offsetY);
    this.#picture.filter = 'none';
  }

  /** @param whole where the whole text lies. */
  #layLetters(layout: TextLayout, look: TextLook, whole: Part): void {
    const colour = readColour(look.colour);
    const alpha = look.gradient === undefined ? colour.alpha : 255;
    clearCanvas(this.#letters, layout);
    drawLines(this.#letters, layout, look, opaqueOf(colour));
    if (look.outline === undefined) {
      this.#fillLetters(look, whole);
      return lay(this.#letters, this.#picture, alpha, 'source-over');
    }
    const around = readColour(look.outline.colour);
    clearCanvas(this.#around, layout);
    drawLines(this.#around, layout, look, opaqueOf(around), look.outline.widthPx);
    // Nothing of the outline shines through the letters: at a letter's edge both add up to one whole.
    lay(this.#letters, this.#around, 255, 'destination-out');
    fade(this.#around, layout, around.alpha);
    this.#fillLetters(look, whole);
    lay(this.#letters, this.#around, alpha, 'lighter');
    lay(this.#around, this.#picture, 255, 'source-over');
  }

  /** The gradient in place of the letters' colour. */
  #fillLetters({ gradient }: TextLook, whole: Part): void {
    if (gradient === undefined) return;
    const letters = this.#letters;
    const radians = (gradient.angle * Math.PI) / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const half = (Math.abs(whole.width * cos) + Math.abs(whole.height * sin)) / 2;
    const [x, y] = [whole.x + whole.width / 2, whole.y + whole.height / 2];
    const fill = letters.createLinearGradient(x - cos * half, y - sin * half, x + cos * half, y + sin * half);
    for (const { at, colour } of gradient.stops) fill.addColorStop(at, colour);
    letters.globalAlpha = 1;
    letters.globalCompositeOperation = 'source-in';
    letters.fillStyle = fill;
    letters.fillRect(0, 0, letters.canvas.width, letters.canvas.height);
    letters.globalCompositeOperation = 'source-over';
  }
}

function lay(
  from: Canvas,
  to: Canvas,
  alpha: number,
  operation: GlobalCompositeOperation,
  x = 0,
  y = 0,
): void {
  to.globalAlpha = alpha / 255;
  to.globalCompositeOperation = operation;
  to.drawImage(from.canvas, x, y);
}

function fade(canvas: Canvas, { width, height }: TextLayout, alpha: number): void {
  if (alpha === 255) return;
  canvas.globalAlpha = alpha / 255;
  canvas.globalCompositeOperation = 'destination-in';
  canvas.fillRect(0, 0, width, height);
}
