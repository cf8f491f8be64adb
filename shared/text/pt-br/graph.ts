/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

/** In the middle of a phrase; acronyms stay as they are. */
const small = (label: string): string => (/^\p{Lu}{2}/u.test(label) ? label : label.toLowerCase());

export const graph = {
  title: 'Taxa de bits',
  description:
    'Gráfico da taxa de bits. Use as teclas de seta para ler os valores, Alt+setas para deslocar, mais e menos para o zoom e Esc para redefinir.',
  empty:
    'Quando você estiver ao vivo, a taxa de bits de cada destino aparece aqui. Uma linha reta é bom sinal.',

  windows: { '1': '1 min', '5': '5 min', '60': '1 h', all: 'Tudo' },
  timeRange: 'Período',
  overlay: 'Sobreposição',
  bitrateOnly: 'Só taxa de bits',
  withCpu: 'Com CPU',
  withOverlay: (label: string) => `Com ${small(label)}`,
  resetZoom: 'Redefinir zoom',
  backToNow: 'Voltar ao agora',
  export: 'Exportar',
  exportTable: 'Tabela (CSV)',
  exportData: 'Dados (JSON)',
  exportImage: 'Imagem (PNG)',
  hide: (line: string) => `Ocultar ${line}`,
  show: (line: string) => `Mostrar ${line}`,

  target: 'Alvo',
  encoded: 'Codificado',
  total: 'Total',
  ofDestination: (destination: string, label: string) => `${destination}: ${small(label)}`,
  overlays: {
    acknowledged: { label: 'Dados confirmados', unit: UNIT_KBPS },
    queue: { label: 'Fila', unit: 'ms' },
    dropped: { label: 'Quadros perdidos', unit: '' },
    skipped: { label: 'Quadros ignorados', unit: '' },
    fps: { label: 'Quadros/s', unit: 'fps' },
    cpu: { label: 'CPU (de um núcleo)', unit: '%' },
    memory: { label: 'Memória', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'sem dados',
  lost: (count: number, share: number) =>
    `${format.count(count, { one: 'quadro perdido', many: 'de quadros perdidos', other: 'quadros perdidos' })} (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'agora',
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
    target: `alvo ${UNIT_KBPS}`,
    fps: 'quadros por segundo',
    skipped: 'quadros ignorados',
    cpu: 'CPU % de um núcleo',
    memory: 'memória MB',
    dropped: 'quadros perdidos',
    queue: 'fila ms',
    sent: `enviado ${UNIT_KBPS}`,
    acknowledged: `confirmado ${UNIT_KBPS}`,
  },
};
