/** Canvases of the worker, in memory rather than on a graphics card: everything that is drawn is read back. */
import type { Size } from '../../../shared/studio/transform.ts';

export type Canvas = OffscreenCanvasRenderingContext2D;

const noSize: Size = { width: 1, height: 1 };

export function openCanvas({ width, height }: Size = noSize): Canvas {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no 2D canvas in the worker');
  return context;
}

/** Transparent, of that size, without what was set before. */
export function clearCanvas(context: Canvas, { width, height }: Size): void {
  const { canvas } = context;
  if (canvas.width === width && canvas.height === height) return context.reset();
  canvas.width = width;
  canvas.height = height;
}
