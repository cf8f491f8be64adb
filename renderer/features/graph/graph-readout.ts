/** What the pointer or the arrow keys are on, in words. Pure. */
import { format, texts } from '../../../shared/text/text.ts';
import type { GraphReading } from './graph-plot.ts';

export function describeReading(reading: GraphReading): string {
  const rows = [format.elapsed(reading.elapsedMs)];
  for (const { label, unit, value } of reading.values)
    rows.push(texts.graph.value(label, describeValue(value, unit)));
  if (reading.lostFrames > 0) {
    rows.push(texts.graph.lost(Math.round(reading.lostFrames), reading.lostShare));
  }
  return [...rows, ...reading.marks].join('\n');
}

function describeValue(value: number | undefined, unit: string): string {
  if (value === undefined) return texts.graph.noValue;
  if (unit === texts.graph.overlays.acknowledged.unit) return format.bitrate(value);
  return `${value.toFixed(unit === 'fps' ? 1 : 0)} ${unit}`.trimEnd();
}
