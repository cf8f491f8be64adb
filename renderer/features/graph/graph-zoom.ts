/** Which part of a stream the graph shows when it is zoomed or moved. Pure. */
import type { GraphRange } from './graph-data.ts';

const LEAST_MS = 5000;

/**
 * The range around `centreMs`; `factor` below 1 zooms in. `'whole'`: the whole stream, followed as it grows. Undefined: too
 * short to be shown, so nothing changes.
 */
export function zoomRange(
  { fromMs, toMs }: GraphRange,
  whole: GraphRange,
  factor: number,
  centreMs: number,
): GraphRange | 'whole' | undefined {
  const zoomed = {
    fromMs: Math.max(whole.fromMs, centreMs - (centreMs - fromMs) * factor),
    toMs: Math.min(whole.toMs, centreMs + (toMs - centreMs) * factor),
  };
  if (zoomed.toMs - zoomed.fromMs < LEAST_MS) return undefined;
  return factor > 1 && zoomed.fromMs === whole.fromMs && zoomed.toMs === whole.toMs ? 'whole' : zoomed;
}

/** A range of this length from `fromMs`, kept within the stream. */
export function panRange(whole: GraphRange, fromMs: number, spanMs: number): GraphRange {
  const start = Math.min(Math.max(whole.fromMs, fromMs), Math.max(whole.fromMs, whole.toMs - spanMs));
  return { fromMs: start, toMs: start + spanMs };
}
