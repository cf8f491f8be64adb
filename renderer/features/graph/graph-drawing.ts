/** What uPlot does not draw: lost frames as bars at the foot, events as dashed lines with their words. */
import type uPlot from 'uplot';
import type { GraphColours } from './graph-colours.ts';
import type { GraphData, GraphMark } from './graph-data.ts';

/** Share of the plot's height the tallest bar takes. */
const BAR_SHARE = 0.3;
/** A second of lost frames is a full bar. */
const FULL_BAR_FRAMES = 30;
const LABEL_GAP_PX = 10;

/** From these shares of the frames on, a loss is worth a look, and is trouble. */
const WARN_SHARE = 0.01;
const TROUBLE_SHARE = 0.05;

export function drawLost(
  plot: uPlot,
  { lost, lostShares }: Pick<GraphData, 'lost' | 'lostShares'>,
  colours: GraphColours,
): void {
  const { ctx, bbox } = plot;
  const times = plot.data[0];
  const perPointPx = bbox.width / Math.max(1, times.length);
  const widthPx = Math.min(4, Math.max(2, perPointPx * 0.6)) * devicePixelRatio;
  ctx.save();
  lost.forEach((frames, index) => {
    const time = times[index];
    if (frames <= 0 || time === undefined) return;
    const x = plot.valToPos(time, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) return;
    const height = Math.max(0.08, Math.min(1, frames / FULL_BAR_FRAMES)) * bbox.height * BAR_SHARE;
    const share = lostShares[index] ?? 0;
    ctx.fillStyle =
      share >= TROUBLE_SHARE ? colours.live : share >= WARN_SHARE ? colours.warn : colours.faint;
    ctx.fillRect(x - widthPx / 2, bbox.top + bbox.height - height, widthPx, height);
  });
  ctx.restore();
}

/** Words are left out where they would lie on others; the line stays, and the readout has them. */
export function drawMarks(plot: uPlot, marks: readonly GraphMark[], colours: GraphColours): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const right = bbox.left + bbox.width;
  const taken: { readonly from: number; readonly to: number }[] = [];
  ctx.save();
  ctx.font = `${11 * ratio}px ${colours.font}`;
  ctx.lineWidth = ratio;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  ctx.setLineDash([2 * ratio, 3 * ratio]);
  // Trouble has its words first, and its lines on top: "Live again" says little where the break itself went unnamed.
  const lines = { trouble: new Path2D(), other: new Path2D() };
  for (const isTrouble of [true, false]) {
    ctx.fillStyle = isTrouble ? colours.warn : colours.faint;
    for (const mark of marks) {
      if (mark.isTrouble !== isTrouble) continue;
      const x = Math.round(plot.valToPos(mark.timeMs / 1000, 'x', true));
      if (x < bbox.left || x > right) continue;
      // One path for all of a colour: each stroke of its own has its price on a software canvas.
      const path = isTrouble ? lines.trouble : lines.other;
      path.moveTo(x + 0.5, bbox.top - 6 * ratio);
      path.lineTo(x + 0.5, bbox.top + bbox.height);
      const width = ctx.measureText(mark.text).width;
      const gap = LABEL_GAP_PX * ratio;
      const away = 6 * ratio;
      // Near the right edge the words stand before their line; where neither side has room, as far right as there is.
      const fits = x + away + width <= right;
      const from = fits ? x + away : x - away - width >= bbox.left ? x - away - width : right - width;
      const to = from + width;
      if (from < bbox.left || taken.some((other) => from < other.to + gap && to > other.from - gap)) continue;
      ctx.fillText(mark.text, from, bbox.top - 7 * ratio);
      taken.push({ from, to });
    }
  }
  ctx.strokeStyle = colours.faint;
  ctx.stroke(lines.other);
  ctx.strokeStyle = colours.warn;
  ctx.stroke(lines.trouble);
  ctx.restore();
}
