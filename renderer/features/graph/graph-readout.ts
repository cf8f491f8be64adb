/** What the pointer or the arrow keys are on, in words. Pure. */
import { format } from '../../../shared/text/text.ts';
import type { GraphReading } from './graph-plot.ts';

export function describeReading(reading: GraphReading): string {
  const rows = [format.elapsed(reading.elapsedMs)];
  for (const { label, unit, value } of reading.values) rows.push(`${label}  ${describeValue(value, unit)}`);
  if (reading.lostFrames > 0) {
    const percent = (reading.lostShare * 100).toFixed(reading.lostShare < 0.1 ? 1 : 0);
    rows.push(
      `${format.count(Math.round(reading.lostFrames), { one: 'frame', other: 'frames' })} lost (${percent} %)`,
    );
  }
  return [...rows, ...reading.marks].join('\n');
}

function describeValue(value: number | null, unit: string): string {
  if (value === null) return 'nothing';
  if (unit === 'kbit/s') return format.bitrate(value);
  return `${value.toFixed(unit === 'fps' ? 1 : 0)} ${unit}`.trimEnd();
}
