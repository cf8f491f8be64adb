/** The graph as a picture to save: the plot below a line with the title and the names of its lines. */
import { seriesColour } from './graph-colours.ts';
import type { readColours } from './graph-colours.ts';
import type { GraphSeries } from './graph-series.ts';

export function paintPicture(
  plot: HTMLCanvasElement,
  title: string,
  shown: readonly GraphSeries[],
  colours: ReturnType<typeof readColours>,
): HTMLCanvasElement {
  const ratio = devicePixelRatio;
  const picture = document.createElement('canvas');
  const headPx = 28 * ratio;
  picture.width = plot.width;
  picture.height = plot.height + headPx;
  const context = picture.getContext('2d');
  if (context === null) return picture;
  context.fillStyle = colours.panel;
  context.fillRect(0, 0, picture.width, picture.height);
  context.font = `600 ${13 * ratio}px ${colours.font}`;
  context.fillStyle = colours.text;
  let left = 12 * ratio;
  context.fillText(title, left, 19 * ratio);
  left += context.measureText(title).width + 18 * ratio;
  context.font = `${12 * ratio}px ${colours.font}`;
  for (const series of shown) {
    context.fillStyle = seriesColour(colours, series.colour);
    context.fillRect(left, 14 * ratio, 14 * ratio, 3 * ratio);
    context.fillStyle = colours.text;
    context.fillText(series.label, left + 20 * ratio, 19 * ratio);
    left += context.measureText(series.label).width + 38 * ratio;
  }
  context.drawImage(plot, 0, headPx);
  return picture;
}
