/** Which lines a graph has: what is sent and encoded, and what the user lays over it. Pure. */
import type { ColumnName } from '../../../shared/broadcast/sample-history.ts';
import { overlayFacts } from './graph-data.ts';
import type { Overlay } from './graph-data.ts';

/** A colour of the theme: by name, or the destination's number. */
export type SeriesColour = 'faint' | 'encoded' | 'text' | 'warn' | number;

export interface GraphSeries {
  /** What the legend switches: `target`, `encoded`, `all`, or a destination's id behind `to:`. */
  readonly key: string;
  readonly column: ColumnName;
  readonly label: string;
  readonly unit: string;
  readonly colour: SeriesColour;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly scale: 'y' | 'overlay';
}

export interface GraphDestination {
  readonly id: string;
  readonly name: string;
}

const KBPS = 'kbit/s';

/** Everything that can be switched in the legend. */
export function mainSeries(destinations: readonly GraphDestination[]): GraphSeries[] {
  const line = { unit: KBPS, scale: 'y' } as const;
  const whole: GraphSeries[] = [
    { ...line, key: 'target', column: 'target', label: 'Target', colour: 'faint', width: 1, dash: [4, 4] },
    { ...line, key: 'encoded', column: 'encoded', label: 'Encoded', colour: 'encoded', width: 1.25 },
  ];
  const each = destinations.map(({ id, name }, index): GraphSeries => {
    return { ...line, key: `to:${id}`, column: `sent:${id}`, label: name, colour: index, width: 1.75 };
  });
  if (destinations.length < 2) return [...whole, ...each];
  return [
    ...whole,
    ...each,
    { ...line, key: 'all', column: 'sent', label: 'All together', colour: 'text', width: 1.25 },
  ];
}

/** The lines of an overlay, for the destinations that are shown. */
export function overlaySeries(
  overlay: Overlay | null,
  destinations: readonly GraphDestination[],
  hidden: ReadonlySet<string>,
): GraphSeries[] {
  if (overlay === null) return [];
  const { label, unit, isPerDestination } = overlayFacts[overlay];
  const line = {
    unit,
    width: 1.25,
    dash: [2, 2],
    scale: overlay === 'acknowledged' ? 'y' : 'overlay',
  } as const;
  if (!isPerDestination) return [{ ...line, key: overlay, column: overlay, label, colour: 'warn' }];
  const measure = overlay as 'acknowledged' | 'queue' | 'dropped';
  return destinations.flatMap(({ id, name }, index): GraphSeries[] => {
    if (hidden.has(`to:${id}`)) return [];
    const title = `${name}: ${label.toLowerCase()}`;
    return [{ ...line, key: `${overlay}:${id}`, column: `${measure}:${id}`, label: title, colour: index }];
  });
}
