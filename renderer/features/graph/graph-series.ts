/** Which lines a graph has: what is sent and encoded, and what the user lays over it. Pure. */
import type { ColumnName } from '../../../shared/broadcast/sample-history.ts';
import { measuredName } from '../../own-system.ts';
import type { OwnSystem } from '../../own-system.ts';
import { isPerDestination } from './graph-data.ts';
import type { Overlay } from './graph-data.ts';
import { texts } from '../../../shared/text/text.ts';

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

/** With what the system leaves out, of CPU and memory. */
export function measureName(measure: string, name: string, system: OwnSystem): string {
  return measure === 'cpu' || measure === 'memory' ? measuredName(name, system) : name;
}

/** Everything that can be switched in the legend. */
export function mainSeries(destinations: readonly GraphDestination[]): GraphSeries[] {
  const line = { unit: texts.graph.overlays.acknowledged.unit, scale: 'y' } as const;
  const whole: GraphSeries[] = [
    {
      ...line,
      key: 'target',
      column: 'target',
      label: texts.graph.target,
      colour: 'faint',
      width: 1,
      dash: [4, 4],
    },
    {
      ...line,
      key: 'encoded',
      column: 'encoded',
      label: texts.graph.encoded,
      colour: 'encoded',
      width: 1.25,
    },
  ];
  const each = destinations.map(({ id, name }, index): GraphSeries => {
    return { ...line, key: `to:${id}`, column: `sent:${id}`, label: name, colour: index, width: 1.75 };
  });
  if (destinations.length < 2) return [...whole, ...each];
  return [
    ...whole,
    ...each,
    { ...line, key: 'all', column: 'sent', label: texts.graph.total, colour: 'text', width: 1.25 },
  ];
}

/** The lines of an overlay, for the destinations that are shown. */
export function overlaySeries(
  overlay: Overlay | undefined,
  destinations: readonly GraphDestination[],
  hidden: ReadonlySet<string>,
  system: OwnSystem,
): GraphSeries[] {
  if (overlay === undefined) return [];
  const { label: name, unit } = texts.graph.overlays[overlay];
  const label = measureName(overlay, name, system);
  const line = {
    unit,
    width: 1.25,
    dash: [2, 2],
    scale: overlay === 'acknowledged' ? 'y' : 'overlay',
  } as const;
  if (!isPerDestination(overlay)) return [{ ...line, key: overlay, column: overlay, label, colour: 'warn' }];
  return destinations.flatMap(({ id, name }, index): GraphSeries[] => {
    if (hidden.has(`to:${id}`)) return [];
    const title = texts.graph.ofDestination(name, label);
    return [{ ...line, key: `${overlay}:${id}`, column: `${overlay}:${id}`, label: title, colour: index }];
  });
}
