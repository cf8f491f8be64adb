/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: 'Bitrate',
  description:
    'Bitrate graph. Use the arrow keys to read values, Alt+arrow keys to pan, plus and minus to zoom, and Esc to reset.',
  empty: 'When you’re live, the bitrate of each destination appears here. A flat line is good.',

  windows: { '1': '1 min', '5': '5 min', '60': '1 h', all: 'All' },
  timeRange: 'Time range',
  overlay: 'Overlay',
  bitrateOnly: 'Bitrate only',
  withCpu: 'With CPU',
  withOverlay: (label: string) => `With ${label.toLowerCase()}`,
  resetZoom: 'Reset zoom',
  backToNow: 'Back to now',
  export: 'Export',
  exportTable: 'Table (CSV)',
  exportData: 'Data (JSON)',
  exportImage: 'Image (PNG)',
  hide: (line: string) => `Hide ${line}`,
  show: (line: string) => `Show ${line}`,

  target: 'Target',
  encoded: 'Encoded',
  total: 'Total',
  ofDestination: (destination: string, label: string) => `${destination}: ${label.toLowerCase()}`,
  overlays: {
    acknowledged: { label: 'Acknowledged bitrate', unit: UNIT_KBPS },
    queue: { label: 'Queue', unit: 'ms' },
    dropped: { label: 'Dropped frames', unit: '' },
    skipped: { label: 'Skipped frames', unit: '' },
    fps: { label: 'Frame rate', unit: 'fps' },
    cpu: { label: 'CPU (of a core)', unit: '%' },
    memory: { label: 'Memory', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'no data',
  lost: (count: number, share: number) =>
    `${format.count(count, { one: 'frame', other: 'frames' })} lost (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'now',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours} h`]),
      ...(minutes === 0 ? [] : [`${minutes} min`]),
      ...(seconds === 0 ? [] : [`${seconds} s`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: 'time',
    events: 'events',
    encoded: `encoded ${UNIT_KBPS}`,
    target: `target ${UNIT_KBPS}`,
    fps: 'frames per second',
    skipped: 'skipped frames',
    cpu: 'CPU % of a core',
    memory: 'memory MB',
    dropped: 'dropped frames',
    queue: 'queue ms',
    sent: `sent ${UNIT_KBPS}`,
    acknowledged: `acknowledged ${UNIT_KBPS}`,
  },
};
