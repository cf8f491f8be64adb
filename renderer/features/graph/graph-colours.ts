/** The theme's colours as the graph needs them. */
import { resolveColours } from '../../ui/resolve-colours.ts';
import type { SeriesColour } from './graph-series.ts';

export interface GraphColours {
  readonly panel: string;
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly encoded: string;
  readonly warn: string;
  readonly live: string;
  readonly good: string;
  readonly series: readonly string[];
  readonly font: string;
}

export const SERIES_COUNT = 6;

export function readColours(element: HTMLElement): GraphColours {
  return resolveColours(element, (read) => ({
    panel: read('--color-panel'),
    text: read('--color-text'),
    faint: read('--color-faint'),
    grid: read('--color-grid'),
    encoded: read('--series-encoded'),
    warn: read('--color-warn'),
    live: read('--color-live'),
    good: read('--color-good'),
    series: Array.from({ length: SERIES_COUNT }, (_unused, index) => read(`--series-${index + 1}`)),
    font: getComputedStyle(element).fontFamily,
  }));
}

/** A destination's colour by its number; others by their name in the theme. */
export function seriesColour(colours: GraphColours, colour: SeriesColour): string {
  if (typeof colour === 'string') return colours[colour];
  return colours.series[colour % SERIES_COUNT] ?? colours.text;
}
