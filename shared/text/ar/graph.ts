/** The bitrate graph: lines, tools, readout, axes, export. */
import { format, forms, iso } from './format.ts';

const UNIT_KBPS = 'kbps';
const lostFrames = forms('فُقد إطار واحد', 'فُقد إطاران', 'إطارات مفقودة', 'إطارًا مفقودًا', 'إطار مفقود');

export const graph = {
  title: 'معدل البت',
  description: `مخطط معدل البت. استخدم مفاتيح الأسهم لقراءة القيم، وAlt مع الأسهم للتحريك، وعلامتي الزائد والناقص للتكبير والتصغير، وEsc لإعادة الضبط.`,
  empty: 'يظهر هنا أثناء البث معدل بت كل وجهة. الخط المستوي علامة جيدة.',

  windows: { '1': '1 د', '5': '5 د', '60': '1 س', all: 'الكل' },
  timeRange: 'النطاق الزمني',
  overlay: 'قيمة إضافية',
  bitrateOnly: 'معدل البت فقط',
  withCpu: 'مع المعالج',
  withOverlay: (label: string) => `مع ${label}`,
  resetZoom: 'إعادة ضبط التكبير',
  backToNow: 'العودة إلى الآن',
  export: 'تصدير',
  exportTable: 'جدول (CSV)',
  exportData: 'بيانات (JSON)',
  exportImage: 'صورة (PNG)',
  hide: (line: string) => `إخفاء ${iso(line)}`,
  show: (line: string) => `إظهار ${iso(line)}`,

  target: 'المستهدف',
  encoded: 'المرمّز',
  total: 'الإجمالي',
  ofDestination: (destination: string, label: string) => `${iso(destination)}: ${label}`,
  overlays: {
    acknowledged: { label: 'معدل البت المؤكَّد', unit: UNIT_KBPS },
    queue: { label: 'الانتظار', unit: 'م.ث' },
    dropped: { label: 'الإطارات المسقطة', unit: '' },
    skipped: { label: 'الإطارات المتخطّاة', unit: '' },
    fps: { label: 'معدل الإطارات', unit: 'إطار/ث' },
    cpu: { label: 'المعالج (من نواة)', unit: '%' },
    memory: { label: 'الذاكرة', unit: 'MB' },
  },

  value: (label: string, value: string) => `${iso(label)}  ${iso(value)}`,
  noValue: 'لا بيانات',
  lost: (count: number, share: number) =>
    `${format.count(count, lostFrames)} (${format.percent(share, share < 0.1 ? 1 : 0)})`,
  now: 'الآن',
  ago: (hours: number, minutes: number, seconds: number) =>
    `قبل ${[
      ...(hours === 0 ? [] : [`${hours} س`]),
      ...(minutes === 0 ? [] : [`${minutes} د`]),
      ...(seconds === 0 ? [] : [`${seconds} ث`]),
    ].join(' ')}`,

  /** Headings of an exported table, without isolates: other programs read them. */
  columns: {
    time: 'الوقت',
    events: 'الأحداث',
    encoded: `المرمّز ${UNIT_KBPS}`,
    target: `المستهدف ${UNIT_KBPS}`,
    fps: 'الإطارات في الثانية',
    skipped: 'الإطارات المتخطّاة',
    cpu: 'المعالج % من نواة',
    memory: 'الذاكرة MB',
    dropped: 'الإطارات المسقطة',
    queue: 'الانتظار م.ث',
    sent: `المرسل ${UNIT_KBPS}`,
    acknowledged: `المؤكَّد ${UNIT_KBPS}`,
  },
};
