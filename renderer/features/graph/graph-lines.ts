/**
 * How a line of the graph is stroked: as hairlines side by side. A software canvas strokes a line of one device pixel six
 * times as fast as a wider one, whose outline it has to build and fill first; with ten lines that is the difference between
 * a graph that follows the pointer at every frame and one that misses every third.
 */
import uPlot from 'uplot';
import { assert } from '../../../shared/assert.ts';

/** A builder of paths for uPlot that looks as wide as `widthPx` CSS pixels. */
export function hairlines(widthPx: number): uPlot.Series.PathBuilder {
  const linear = uPlot.paths.linear?.();
  assert(linear !== undefined, 'uPlot has straight lines');
  return (plot, seriesIndex, first, last) => {
    const built = linear(plot, seriesIndex, first, last);
    const series = plot.series[seriesIndex];
    if (built === null || series === undefined || !(built.stroke instanceof Path2D)) return built;
    const ratio = devicePixelRatio;
    // Read anew for each drawing: a window may move to a finer screen.
    series.width = 1 / ratio;
    const stroke = new Path2D();
    for (const offset of strandOffsets(widthPx * ratio)) {
      stroke.addPath(built.stroke, { e: 0, f: offset });
    }
    return { ...built, stroke };
  };
}

/** Where the middle of each hairline lies, in device pixels from the line's own middle. */
export function strandOffsets(width: number): number[] {
  const count = Math.max(1, Math.ceil(width - 0.1));
  if (count === 1) return [0];
  const spread = width - 1;
  return Array.from({ length: count }, (_unused, index) => spread * (index / (count - 1) - 0.5));
}
