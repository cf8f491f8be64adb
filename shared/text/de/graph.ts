/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: 'Bitrate',
  description:
    'Diagramm der Bitrate. Pfeiltasten lesen Werte ab, Alt+Pfeiltasten verschieben, Plus und Minus zoomen, Esc setzt zurück.',
  empty: 'Sobald du live bist, erscheint hier die Bitrate jedes Ziels. Eine flache Linie ist gut.',

  windows: { '1': '1 min', '5': '5 min', '60': '1 h', all: 'Alles' },
  timeRange: 'Zeitraum',
  overlay: 'Zweite Kurve',
  bitrateOnly: 'Nur Bitrate',
  withCpu: 'Dazu CPU',
  withOverlay: (label: string) => `Dazu ${label}`,
  resetZoom: 'Zoom zurücksetzen',
  backToNow: 'Zurück zu jetzt',
  export: 'Exportieren',
  exportTable: 'Tabelle (CSV)',
  exportData: 'Daten (JSON)',
  exportImage: 'Bild (PNG)',
  hide: (line: string) => `${line} ausblenden`,
  show: (line: string) => `${line} anzeigen`,

  target: 'Ziel',
  encoded: 'Codiert',
  total: 'Gesamt',
  ofDestination: (destination: string, label: string) => `${destination}: ${label}`,
  overlays: {
    acknowledged: { label: 'Bestätigte Bitrate', unit: UNIT_KBPS },
    queue: { label: 'Warteschlange', unit: 'ms' },
    dropped: { label: 'Verworfene Frames', unit: '' },
    skipped: { label: 'Übersprungene Frames', unit: '' },
    fps: { label: 'Bildrate', unit: 'fps' },
    cpu: { label: 'CPU (eines Kerns)', unit: '%' },
    memory: { label: 'Speicher', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'keine Daten',
  lost: (count: number, share: number) =>
    `${format.count(count, { one: 'Frame', other: 'Frames' })} verloren (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'jetzt',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours} h`]),
      ...(minutes === 0 ? [] : [`${minutes} min`]),
      ...(seconds === 0 ? [] : [`${seconds} s`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: 'Zeit',
    events: 'Ereignisse',
    encoded: `codiert ${UNIT_KBPS}`,
    target: `Ziel ${UNIT_KBPS}`,
    fps: 'Frames pro Sekunde',
    skipped: 'übersprungene Frames',
    cpu: 'CPU % eines Kerns',
    memory: 'Speicher MB',
    dropped: 'verworfene Frames',
    queue: 'Warteschlange ms',
    sent: `gesendet ${UNIT_KBPS}`,
    acknowledged: `bestätigt ${UNIT_KBPS}`,
  },
};
