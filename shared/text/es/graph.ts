/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

/** In the middle of a phrase; acronyms stay as they are. */
const small = (label: string): string => (/^\p{Lu}{2}/u.test(label) ? label : label.toLowerCase());

export const graph = {
  title: 'Tasa de bits',
  description:
    'Gráfico de la tasa de bits. Usa las teclas de flecha para leer los valores, Alt+flechas para desplazarte, más y menos para el zoom y Esc para restablecerlo.',
  empty:
    'Cuando estés en directo, aquí verás la tasa de bits de cada destino. Una línea plana es buena señal.',

  windows: { '1': '1 min', '5': '5 min', '60': '1 h', all: 'Todo' },
  timeRange: 'Intervalo',
  overlay: 'Superposición',
  bitrateOnly: 'Solo tasa de bits',
  withCpu: 'Con CPU',
  withOverlay: (label: string) => `Con ${small(label)}`,
  resetZoom: 'Restablecer zoom',
  backToNow: 'Volver a ahora',
  export: 'Exportar',
  exportTable: 'Tabla (CSV)',
  exportData: 'Datos (JSON)',
  exportImage: 'Imagen (PNG)',
  hide: (line: string) => `Ocultar ${line}`,
  show: (line: string) => `Mostrar ${line}`,

  target: 'Objetivo',
  encoded: 'Codificado',
  total: 'Total',
  ofDestination: (destination: string, label: string) => `${destination}: ${small(label)}`,
  overlays: {
    acknowledged: { label: 'Datos confirmados', unit: UNIT_KBPS },
    queue: { label: 'Cola', unit: 'ms' },
    dropped: { label: 'Fotogramas perdidos', unit: '' },
    skipped: { label: 'Fotogramas omitidos', unit: '' },
    fps: { label: 'Fotogramas/s', unit: 'fps' },
    cpu: { label: 'CPU (de un núcleo)', unit: '%' },
    memory: { label: 'Memoria', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'sin datos',
  lost: (count: number, share: number) =>
    `${format.count(count, { one: 'fotograma perdido', many: 'de fotogramas perdidos', other: 'fotogramas perdidos' })} (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'ahora',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours} h`]),
      ...(minutes === 0 ? [] : [`${minutes} min`]),
      ...(seconds === 0 ? [] : [`${seconds} s`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: 'hora',
    events: 'eventos',
    encoded: `codificado ${UNIT_KBPS}`,
    target: `objetivo ${UNIT_KBPS}`,
    fps: 'fotogramas por segundo',
    skipped: 'fotogramas omitidos',
    cpu: 'CPU % de un núcleo',
    memory: 'memoria MB',
    dropped: 'fotogramas perdidos',
    queue: 'cola ms',
    sent: `enviado ${UNIT_KBPS}`,
    acknowledged: `confirmado ${UNIT_KBPS}`,
  },
};
