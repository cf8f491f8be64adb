/** What became of each thing in a scene collection of OBS, as `live` prints it. */
import type { ReportEntry, ReportReason, ReportSubject } from '../../../obs-collection/report.ts';
import { format, iso, sourceCount } from '../format.ts';
import { transitions } from '../studio/scenes.ts';

const subjects: Readonly<Record<ReportSubject, string>> = {
  collection: 'مجموعة المشاهد',
  scene: 'المشهد',
  group: 'المجموعة',
  source: 'المصدر',
  item: 'المصدر',
  filter: 'الفلتر',
  transition: 'الانتقال',
  setting: 'الإعداد',
};

const parts: ReadonlyMap<string, string> = new Map([
  ['file', 'نص من ملف'],
  ['box', 'مربع نص بحجم ثابت'],
  ['verticalAlign', 'المحاذاة الرأسية'],
  ['files', 'بعض ملفاته'],
  ['speed', `سرعته الأصلية (الحد الأدنى ${iso('25%')})`],
  ['colorRange', 'نطاق ألوانه'],
  ['linearAlpha', 'ألفا الخطية'],
  ['options', 'خيارات FFmpeg'],
  ['subtitles', 'الترجمة النصية'],
  ['gain', `كسبه الأصلي (الحد الأقصى ${iso('12 dB')})`],
  ['syncOffset', `إزاحة مزامنته الأصلية (النطاق من ${iso('−950')} م.ث إلى 2 ث)`],
  ['pushToMute', 'الضغط للكتم'],
  ['suppression', 'طريقة إخماد الضوضاء (يستخدم Upcast بدلًا منها RNNoise)'],
  ['outputGain', 'كسب الخرج'],
  ['sideChain', 'مصدر سلسلته الجانبية'],
  ['longDelay', 'تأخيره الأصلي (الحد الأقصى 500 م.ث)'],
  ['maskColour', 'لون القناع'],
]);

const partList = ({ details }: ReportEntry): string =>
  format.list(
    String(details['parts'] ?? '')
      .split(' ')
      .map((part) => parts.get(part) ?? part),
  );
const maximum = ({ details }: ReportEntry): string => format.number(Number(details['maximum']));
/** A source as it stands in a scene has the same name as the source itself: the scene tells them apart. */
function about({ subject, name, details }: ReportEntry): string {
  const { count } = details;
  const things = count === undefined ? subjects[subject] : format.count(Number(count), sourceCount);
  const what = name === '' ? things : `${subjects[subject]} «${iso(name)}»`;
  if (subject !== 'item') return what;
  return details['scene'] === undefined ? `${what} في مشهد` : `${what} في «${iso(String(details['scene']))}»`;
}

const device = ({ details }: ReportEntry): string => {
  const name = String(details['device'] ?? '');
  return name === '' ? '' : ` (${iso(name)})`;
};

const transitionKinds: ReadonlyMap<unknown, string> = new Map(Object.entries(transitions.kinds));

const reasons: Readonly<Record<ReportReason, (entry: ReportEntry) => string>> = {
  renamed: ({ details }) => `تغيّر الاسم إلى «${iso(String(details['to']))}» لأن الاسم كان مستخدمًا`,
  missing: () => 'لم يُستورد، لأن ما يشير إليه ليس في الملف',
  canvasGuessed: ({ details }) =>
    `حُسبت المواضع للوحة بحجم ${iso(`${String(details['width'])} × ${String(details['height'])}`)}، لأن الملف لا يحدد حجم اللوحة`,
  newerVersion: () => 'حُفظ بإصدار أحدث من OBS، فقد يختلف مظهر بعض أجزائه',
  currentSceneMissing: () => 'يبدأ بالمشهد الأول، لأن المشهد الحالي ليس في الملف',
  cycle: () => 'لم يُستورد، لأن المشهد سيحتوي على نفسه',
  tooDeep: () => 'لم يُستورد، لأن تداخل المشاهد أعمق من المسموح',
  tooMany: (entry) => `لم يُستورد، لأن الحد الأقصى ${maximum(entry)} قد اكتمل`,
  otherCanvas: ({ details }) => `وُضع على اللوحة الرئيسية بدلًا من «${iso(String(details['canvas']))}»`,
  kindUnknown: ({ kind }) =>
    kind === '' ? 'لم يُستورد، لأن Upcast لا يعرف نوعه' : `لم يُستورد، لأن Upcast لا يعرف «${iso(kind)}»`,
  kindLater: ({ details }) =>
    details['host'] === undefined
      ? 'لم يُستورد، لأن Upcast لا يدعم هذا النوع بعد'
      : `لم يُستورد، لأن Upcast لا يدعم هذا النوع بعد (العنوان: ${iso(String(details['host']))})`,
  chooseDevice: (entry) => `اختر جهازه من جديد${device(entry)}`,
  chooseScreen: (entry) => `اختر شاشته من جديد${device(entry)}`,
  chooseApplication: (entry) => `اختر تطبيقه من جديد${device(entry)}`,
  chooseWindow: (entry) => `اختر نافذته من جديد${device(entry)}`,
  ownSound: () => 'بدون صوته؛ أضف صوت الجهاز كميكروفون',
  textParts: (entry) => `بدون ${partList(entry)}`,
  filterParts: (entry) => `بدون ${partList(entry)}`,
  mediaParts: (entry) => `بدون ${partList(entry)}`,
  scaleFilter: ({ details }) =>
    `يتغيّر حجمه بالفلتر ثنائي التكعيب بدلًا من «${iso(String(details['filter']))}»`,
  ownTransitions: () => 'بأقرب انتقالات إظهار وإخفاء مطابقة',
  noFile: () => 'لم يُستورد، لأنه لا يشير إلى ملف على هذا الكمبيوتر',
  networkFile: () => 'لم يُستورد، لأن ملفه على كمبيوتر آخر',
  audioParts: (entry) => `بدون ${partList(entry)}`,
  pushKey: () => 'مكتوم، لأن Upcast لم يستطع استيراد مفتاح الضغط للتحدث؛ عيّن مفتاحًا ثم ألغِ الكتم',
  hiddenSound: () => 'مكتوم، لأنه مخفي في كل المشاهد',
  filterSilent: () => 'لم يُستورد، لأن مصدره بلا صوت في Upcast',
  transitionNearest: ({ details: { as } }) => `استُبدل بأقرب مطابق: ${transitionKinds.get(as) ?? String(as)}`,
  transitionSettings: () => 'استُورد بأقرب الإعدادات',
  transitionGuessed: () => 'استُورد على أنه تلاشٍ، لأن Upcast لا يعرف اسمه',
  notOurs: () => 'لم يُستورد، لأنه يخص OBS أو أحد ملحقاته',
};

export const obsImport = {
  summary: (taken: number, partly: number, left: number) =>
    `تم الاستيراد من OBS: ${format.number(taken)} كما هي، و${format.number(partly)} مع تغييرات، و${format.number(left)} لم تُستورد.`,
  entry: (entry: ReportEntry) => {
    const { reason } = entry;
    return `${about(entry)}: ${reason === undefined ? 'استُورد كما هو' : reasons[reason](entry)}.`;
  },
};
