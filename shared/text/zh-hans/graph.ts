/** The bitrate graph: lines, tools, readout, axes, export. */
import { format, zh } from './format.ts';

const UNIT_KBPS = 'kbps';

export const graph = {
  title: '比特率',
  description: '比特率图表。用方向键读取数值，Alt+方向键平移，加号和减号缩放，Esc 重置。',
  empty: '直播时，各推流目标的比特率会显示在这里。线条平稳就表示良好。',

  windows: { '1': '1 分钟', '5': '5 分钟', '60': '1 小时', all: '全部' },
  timeRange: '时间范围',
  overlay: '叠加',
  bitrateOnly: '仅比特率',
  withCpu: '叠加 CPU',
  withOverlay: (label: string) => zh`叠加${label}`,
  resetZoom: '重置缩放',
  backToNow: '回到现在',
  export: '导出',
  exportTable: '表格 (CSV)',
  exportData: '数据 (JSON)',
  exportImage: '图像 (PNG)',
  hide: (line: string) => zh`隐藏 ${line}`,
  show: (line: string) => zh`显示 ${line}`,

  target: '目标',
  encoded: '已编码',
  total: '总计',
  ofDestination: (destination: string, label: string) => `${destination}：${label}`,
  overlays: {
    acknowledged: { label: '已确认比特率', unit: UNIT_KBPS },
    queue: { label: '队列', unit: 'ms' },
    dropped: { label: '丢帧', unit: '' },
    skipped: { label: '跳帧', unit: '' },
    fps: { label: '帧率', unit: 'fps' },
    cpu: { label: 'CPU（单核）', unit: '%' },
    memory: { label: '内存', unit: 'MB' },
  },

  value: (label: string, value: string) => `${label}  ${value}`,
  noValue: '无数据',
  lost: (count: number, share: number) =>
    zh`丢失 ${format.number(count)} 帧（${format.percent(share, share < 0.1 ? 1 : 0)}）`,
  now: '现在',
  ago: (hours: number, minutes: number, seconds: number) =>
    `−${[
      ...(hours === 0 ? [] : [zh`${hours} 小时`]),
      ...(minutes === 0 ? [] : [zh`${minutes} 分`]),
      ...(seconds === 0 ? [] : [zh`${seconds} 秒`]),
    ].join(' ')}`,

  /** Headings of an exported table. */
  columns: {
    time: '时间',
    events: '事件',
    encoded: zh`已编码 ${UNIT_KBPS}`,
    target: zh`目标 ${UNIT_KBPS}`,
    fps: '每秒帧数',
    skipped: '跳帧',
    cpu: 'CPU（单核 %）',
    memory: '内存 MB',
    dropped: '丢帧',
    queue: '队列 ms',
    sent: zh`已发送 ${UNIT_KBPS}`,
    acknowledged: zh`已确认 ${UNIT_KBPS}`,
  },
};
