/** Draws a text as a source shows it, on canvases of the worker that are kept and used again. */
import { clearCanvas, openCanvas } from '../canvas.ts';
import type { Canvas } from '../canvas.ts';
import { opaqueOf, readColour } from '../colour.ts';
import type { Pixels } from '../drawn-picture.ts';
import { layoutText } from './layout-text.ts';
import type { FontMeasure, TextLayout } from './layout-text.ts';
import type { TextLook } from './text-look.ts';
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
    const picture = this.#picture;
    clearCanvas(picture, layout);
    const background = readColour(look.background);
    picture.globalAlpha = background.alpha / 255;
    picture.fillStyle = opaqueOf(background);
    picture.fillRect(0, 0, width, height);
    this.#layShadow(layout, look);
    this.#layLetters(layout, look);
    return { width, height, pixels: picture.getImageData(0, 0, width, height).data.buffer };
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

  #layLetters(layout: TextLayout, look: TextLook): void {
    const colour = readColour(look.colour);
    clearCanvas(this.#letters, layout);
    drawLines(this.#letters, layout, look, opaqueOf(colour));
    if (look.outline === undefined) return lay(this.#letters, this.#picture, colour.alpha, 'source-over');
    const around = readColour(look.outline.colour);
    clearCanvas(this.#around, layout);
    drawLines(this.#around, layout, look, opaqueOf(around), look.outline.widthPx);
    // Nothing of the outline shines through the letters: at a letter's edge both add up to one whole.
    lay(this.#letters, this.#around, 255, 'destination-out');
    fade(this.#around, layout, around.alpha);
    lay(this.#letters, this.#around, colour.alpha, 'lighter');
    lay(this.#around, this.#picture, 255, 'source-over');
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
