/** The bitrate graph: lines, tools, readout, axes, export. */
import { format } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: 'Débit',
  description:
    'Graphique du débit. Les flèches lisent les valeurs, Alt+flèches déplacent la vue, plus et moins zooment, Échap réinitialise.',
  empty: 'Pendant le direct, le débit de chaque destination apparaît ici. Une ligne plate est bon signe.',

  windows: { '1': '1 min', '5': '5 min', '60': '1 h', all: 'Tout' },
  timeRange: 'Période',
  overlay: 'Seconde courbe',
  bitrateOnly: 'Débit seul',
  withCpu: 'Avec le CPU',
  withOverlay: (label: string) => `Avec : ${label.toLowerCase()}`,
  resetZoom: 'Réinitialiser le zoom',
  backToNow: 'Revenir au présent',
  export: 'Exporter',
  exportTable: 'Tableau (CSV)',
  exportData: 'Données (JSON)',
  exportImage: 'Image (PNG)',
  hide: (line: string) => `Masquer ${line}`,
  show: (line: string) => `Afficher ${line}`,

  target: 'Cible',
  encoded: 'Encodé',
  total: 'Total',
  ofDestination: (destination: string, label: string) => `${destination} : ${label.toLowerCase()}`,
  overlays: {
    acknowledged: { label: 'Débit confirmé', unit: UNIT_KBPS },
    queue: { label: 'File d’attente', unit: 'ms' },
    dropped: { label: 'Images perdues', unit: '' },
    skipped: { label: 'Images sautées', unit: '' },
    fps: { label: 'Fréquence d’images', unit: 'fps' },
    cpu: { label: 'CPU (d’un cœur)', unit: '%' },
    memory: { label: 'Mémoire', unit: 'Mo' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: 'aucune donnée',
  lost: (count: number, share: number) =>
    `Images perdues : ${format.number(count)} (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'maint.',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [`${hours} h`]),
      ...(minutes === 0 ? [] : [`${minutes} min`]),
      ...(seconds === 0 ? [] : [`${seconds} s`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: 'heure',
    events: 'événements',
    encoded: `encodé ${UNIT_KBPS}`,
    target: `cible ${UNIT_KBPS}`,
    fps: 'images par seconde',
    skipped: 'images sautées',
    cpu: 'CPU % d’un cœur',
    memory: 'mémoire Mo',
    dropped: 'images perdues',
    queue: 'file d’attente ms',
    sent: `envoyé ${UNIT_KBPS}`,
    acknowledged: `confirmé ${UNIT_KBPS}`,
  },
};
