/** What the pointer or the arrow keys are on, in words. Pure. */
import { formatCount, formatElapsed, formatKbps } from '../../ui/format.ts';
import { overlayUnits } from './graph-data.ts';
import type { GraphReading } from './graph-plot.ts';

export function describeReading(reading: GraphReading): string {
  const rate = (kbps: number | null) => (kbps === null ? 'nothing' : formatKbps(kbps));
  const rows = [formatElapsed(reading.elapsedMs), `Encoded  ${rate(reading.encodedKbps)}`];
  for (const line of reading.lines) rows.push(`${line.name}  ${rate(line.kbps)}`);
  if (reading.overlay !== null && reading.overlay.value !== null) {
    const names = { queue: 'Queue', fps: 'Frame rate', cpu: 'CPU' };
    const { kind, value } = reading.overlay;
    rows.push(`${names[kind]}  ${value.toFixed(kind === 'fps' ? 1 : 0)} ${overlayUnits[kind]}`);
  }
  if (reading.lostFrames > 0) rows.push(`${formatCount(reading.lostFrames, 'frame')} lost`);
  return [...rows, ...reading.marks].join('\n');
}
