/** Collections: scenes and sources under a name, of which one is open. */
import { files, filesOf, format, forms, iso, sourceCount } from '../format.ts';

const missingFiles = forms('ملف مفقود واحد', 'ملفان مفقودان', 'ملفات مفقودة', 'ملفًا مفقودًا', 'ملف مفقود');
const sceneCount = forms('مشهد واحد', 'مشهدان', 'مشاهد', 'مشهدًا', 'مشهد');

export const collections = {
  title: 'مجموعات المشاهد',
  /** Of the button that opens the menu. */
  open: (name: string) => `مجموعة المشاهد: ${iso(name)}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'بلا عنوان',
  add: 'مجموعة مشاهد جديدة',
  all: 'كل مجموعات المشاهد…',
  import: 'استيراد…',
  exportOpen: 'تصدير…',
  exported: (folder: string, count: number) =>
    count === 0
      ? `تم التصدير إلى المجلد «${iso(folder)}».`
      : `تم التصدير إلى المجلد «${iso(folder)}» مع ${format.count(count, filesOf)}.`,
  notExported: (names: readonly string[]) =>
    `لم يُعثر على هذه الملفات، فلا يتضمنها التصدير: ${format.list(names)}.`,
  exporting: (name: string) => `جارٍ تصدير «${iso(name)}»`,
  copying: 'جارٍ نسخ الملفات',
  copied: (done: number, total: number) => `${format.bytes(done)} من ${format.bytes(total)}`,
  name: 'اسم مجموعة المشاهد',
  list: 'مجموعات المشاهد',
  isOpen: 'مفتوحة',
  switchTo: (name: string) => `التبديل إلى ${iso(name)}`,
  rename: (name: string) => `إعادة تسمية ${iso(name)}`,
  duplicate: (name: string) => `تكرار ${iso(name)}`,
  remove: (name: string) => `إزالة ${iso(name)}`,
  cannotRemoveOpen: 'بدّل إلى مجموعة مشاهد أخرى لإزالة هذه',
  removed: (name: string) => `أُزيلت «${iso(name)}».`,
  hint: 'تضم مجموعة المشاهد مشاهدك ومصادرك ومازج الصوت. إعدادات الفيديو والوجهات واحدة في كل المجموعات.',
  question: (name: string) => `هل تريد التبديل إلى «${iso(name)}» أثناء البث؟`,
  newQuestion: 'هل تريد فتح مجموعة مشاهد جديدة أثناء البث؟',
  consequences:
    'سيرى المشاهدون مشهد تلك المجموعة فورًا. يستمر بثّك بإعدادات الفيديو نفسها. تتوقف المصادر الموجودة في المجموعة الحالية وحدها.',
  newConsequences: 'سيرى المشاهدون مشهدًا فارغًا حتى تضيف مصدرًا. يستمر بثّك بإعدادات الفيديو نفسها.',
  confirm: 'تبديل',
  confirmNew: 'فتح',
};

export const collectionImport = {
  title: 'استيراد مجموعة مشاهد',
  titleOf: (name: string) => `استيراد «${iso(name)}»`,
  hint: 'اختر ملف collection.json لمجموعة مشاهد مصدَّرة، أو مجموعة مشاهد من OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `من OBS: ${iso(fileName)}` : `مصدَّرة من Upcast: ${iso(fileName)}`,
  found: 'من OBS على هذا الكمبيوتر',
  chooseFile: 'اختيار ملف…',
  anotherFile: 'اختيار ملف آخر…',
  import: 'استيراد',
  contents: (scenes: number, sources: number, fileCount: number) =>
    `${format.list([
      format.count(scenes, sceneCount),
      format.count(sources, sourceCount),
      format.count(fileCount, files),
    ])}.`,
  missing: (count: number) => format.count(count, missingFiles),
  locate: 'تحديد الموقع…',
  devices: 'اختيار الأجهزة',
  devicesHint: 'يعرّف OBS الأجهزة بطريقة مختلفة، فاخترها من جديد، الآن أو لاحقًا.',
  inObs: (device: string) => `في OBS: ${iso(device)}`,
  later: 'الاختيار لاحقًا',
  chooseScreen: 'اختيار شاشة أو نافذة…',
  changed: 'استُورد مع تغييرات',
  left: 'لم يُستورد',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `و${format.number(count)} غيرها.`,
  consequences:
    'ينشئ الاستيراد مجموعة مشاهد جديدة، ولا يغيّر الأصل ولا مجموعاتك الأخرى. تبقى إعدادات الفيديو كما هي.',
};
