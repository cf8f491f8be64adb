/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { format, forms, iso, quoted } from '../format.ts';

const READABLE = 'يستطيع كل مستخدمي هذا الكمبيوتر قراءة';

const to = iso('--to');
const keyFile = iso('--key-file');
const keyFileWithPath = iso('--key-file FILE');
const keyStdin = iso('--key-stdin');
const keyInArguments = iso('--key-in-arguments');
const collection = iso('--collection');
const importObs = iso('--import-obs');

/** Terminals write it from left to right: each option stands on a line of its own. */
const publishUsage = `الاستخدام:
  npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE
      ملف FLV، أو أي ملف يستطيع FFmpeg نسخ الفيديو فيه إلى FLV؛ والعلامة - للإدخال القياسي
  --to URL
      الخادم وتطبيق RTMP فيه: ${iso('rtmp://')} أو ${iso('rtmps://')} أو ${iso('rtmpt://')} أو ${iso('rtmpts://')} أو ${iso('rtmfp://')}
  --key-file FILE
      يقرأ مفتاح البث من ملف
  --key-stdin
      يقرأ مفتاح البث من الإدخال القياسي
  --key-in-arguments
      يسمح بالمفاتيح وكلمات المرور في ${to} و${iso('--proxy')}: يستطيع كل مستخدمي هذا الكمبيوتر قراءتها هناك
  --ca FILE
      مرجع تصديق إضافي (PEM)
  --proxy URL
      الوكيل الذي يمر به الاتصال: ${iso('socks5://[user@]host:port')} أو ${iso('http://[user@]host:port')}؛ والقيمة none لعدم استخدام وكيل.
      الافتراضي: الوكيل في ALL_PROXY أو HTTPS_PROXY، باستثناء المضيفين في NO_PROXY
  --proxy-password-file FILE
      يقرأ كلمة مرور الوكيل من ملف
  --fast
      يرسل بأسرع ما يسمح به الاتصال بدلًا من الزمن الحقيقي
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', `${iso('WIDTHxHEIGHT')}، وكلاهما زوجي ومن 160 إلى 3840`],
  ['--fps', 'عددًا صحيحًا من 1 إلى 60، أو 23.976 أو 29.97 أو 59.94'],
  ['--video-kbps', 'عددًا صحيحًا من 100 إلى 51000'],
  ['--audio-kbps', 'عددًا صحيحًا من 32 إلى 512'],
  ['--keyframe-seconds', 'عددًا من 0.5 إلى 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'نصًا'],
  ['number', 'عددًا'],
  ['int', 'عددًا صحيحًا'],
  ['boolean', 'true أو false'],
  ['array', 'قائمة'],
  ['object', 'كائنًا'],
]);
const characters = forms('حرف واحد', 'حرفين', 'أحرف', 'حرفًا', 'حرف');
const entries = forms('عنصر واحد', 'عنصرين', 'عناصر', 'عنصرًا', 'عنصر');

/** @param bound `لا يقل … عن` or `لا يزيد … على`, in its two parts. */
const limit = (path: string, origin: string, [verb, bound]: readonly [string, string], value: number) => {
  if (origin === 'string')
    return `يجب أن ${verb} طول ${field(path)} ${bound} ${format.count(value, characters)}.`;
  return origin === 'array'
    ? `يجب أن ${verb} عدد عناصر ${field(path)} ${bound} ${format.count(value, entries)}.`
    : `يجب أن ${verb} قيمة ${field(path)} ${bound} ${value}.`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'له معرّف عنصر آخر نفسه'],
  ['idUnknown', 'يشير إلى شيء ليس في هذا الملف'],
  ['nameTwice', 'له اسم عنصر آخر نفسه'],
  ['sceneInItself', 'فيه مشهد يحتوي على نفسه'],
  ['trackTwice', 'فيه المسار نفسه مرتين'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `ينقص ${field(path)}.`,
  type: (path: string, expected: string) =>
    `يجب أن يكون ${field(path)} ${jsonTypes.get(expected) ?? iso(expected)}.`,
  choice: (path: string, values: readonly string[]) =>
    `يجب أن يكون ${field(path)} إحدى القيم: ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    keys.length === 1
      ? `في ${field(path)} حقل لا يعرفه Upcast: ${format.list(keys)}.`
      : `في ${field(path)} حقول لا يعرفها Upcast: ${format.list(keys)}.`,
  unknownType: (path: string) => `في ${field(path)} قيمة لا يعرفها Upcast.`,
  tooSmall: (path: string, origin: string, least: number) => limit(path, origin, ['لا يقل', 'عن'], least),
  tooBig: (path: string, origin: string, most: number) => limit(path, origin, ['لا يزيد', 'على'], most),
  form: (path: string) => `قيمة ${field(path)} غير صالحة.`,
  custom: (path: string, name: string) => `محتوى ${field(path)} ${documentFaults.get(name) ?? 'غير صالح'}.`,
};

function field(path: string): string {
  return path === '' ? 'كائن JSON' : `الحقل «${iso(path)}»`;
}

const namesOf = (names: readonly string[]) => format.list(names.map((each) => `«${each}»`));

export const options = {
  publishUsage,
  noValue: (name: string) => `لا يأخذ الخيار ${iso(name)} قيمة.`,
  valueMissing: (name: string) => `يحتاج الخيار ${iso(name)} إلى قيمة.`,
  unknown: (name: string) => `خيار غير معروف: ${iso(name)}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'وسيط غير متوقع. يجب أن تتبع كل قيمة خيارًا.',
  twice: (name: string) => `استخدم الخيار ${iso(name)} مرة واحدة فقط.`,
  noDestination: `اختر وجهة: ${iso('--to URL')}، أو ${iso('--preset NAME')} (وجهة محفوظة)، أو ${iso('--rehearse')}.`,
  keyBeforeAddress: (name: string) => `يجب أن يتبع الخيار ${iso(name)} الخيار ${to} الذي يخصه.`,
  twoKeys: `استخدم إما ${keyFile} أو ${keyStdin}، لا كليهما.`,
  keyMissing: (service: string) =>
    `تحتاج خدمة ${iso(service)} إلى مفتاح بث. استخدم ${keyFileWithPath} أو ${keyStdin} مع ${to}.`,
  passwordInAddress: `${READABLE} كلمة المرور في ${to}. احفظ الوجهة في Upcast واستخدم ${iso('--preset')}، أو أضف ${keyInArguments}.`,
  keyInAddress: `${READABLE} المفتاح في ${to}. استخدم ${keyFileWithPath} أو ${keyStdin}، أو أضف ${keyInArguments}.`,
  passwordInAddressOfTool: `${READABLE} كلمة المرور في ${to}. أضف ${keyInArguments} إذا كان ذلك مقبولًا هنا.`,
  sourcePathMissing: `يحتاج ${iso('--source file')} إلى مسار: ${iso('--source file:PATH')}.`,
  source: `يجب أن يكون ${iso('--source')} إحدى القيم: camera أو screen أو pattern أو ${iso('file:PATH')}.`,
  audioOfFile: `يحتاج ${iso('--audio file')} إلى ${iso('--source file:PATH')}.`,
  audio: `يجب أن يكون ${iso('--audio')} إحدى القيم: mic أو tone أو system أو file أو none.`,
  track: (count: number) => `يجب أن يكون ${iso('--track')} عددًا من 1 إلى ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `لا يوجد مصدر صوت باسم «${iso(name)}»: المازج فارغ.`
      : `لا يوجد مصدر صوت باسم «${iso(name)}». في المازج: ${namesOf(names)}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `يجب أن يكون ${iso(name)} عددًا من ${minimum} إلى ${maximum}.`,
  number: (name: string) => `يجب أن يكون ${iso(name)} عددًا.`,
  size: `يجب أن يكون ${iso('--size')} بالصيغة ${iso('WIDTHxHEIGHT')}، مثل ${iso('1280x720')}.`,
  latency: `يجب أن يكون ${iso('--latency')} إحدى القيمتين: low أو quality.`,
  encoder: (choices: readonly string[]) =>
    `يجب أن يكون ${iso('--encoder')} إحدى القيم: ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => `يجب أن يكون ${iso(name)} ${ranges.get(name) ?? 'ضمن النطاق'}.`,
  sceneWithoutCollection: `يحتاج ${iso('--scene')} إلى ${iso('--collection FILE')} أو ${iso('--import-obs FILE')}.`,
  twoCollections: `استخدم إما ${collection} أو ${importObs}، لا كليهما.`,
  sourceWithCollection: `لمجموعة المشاهد مصادرها الخاصة. احذف ${iso('--source')}.`,
  sceneUnknown: (name: string, names: readonly string[]) =>
    `لا يوجد في مجموعة المشاهد مشهد باسم «${iso(name)}». فيها: ${namesOf(names)}.`,
  presetUnknown: (name: string) => `لا توجد وجهة محفوظة باسم «${iso(name)}».`,
  inputAndTo: `الخياران ${iso('--input')} و${to} مطلوبان.`,
  stdinTaken: `الإدخال القياسي مستخدم للوسائط بالفعل. استخدم ${keyFile} للمفتاح.`,

  standardInput: 'الإدخال القياسي',
  noPassword: (option: string, path: string) =>
    `${iso(option)}: لا توجد كلمة مرور في ${iso(path)}. ضع كلمة المرور في سطر واحد، بحد أقصى 255 بايت.`,
  noKey: (option: string, path: string) =>
    `${iso(option)}: لا يوجد مفتاح في ${iso(path)}. ضع المفتاح في سطر واحد.`,
  noCertificate: (option: string, path: string) =>
    `${iso(option)}: لا توجد شهادة بتنسيق PEM في ${iso(path)}.`,
  tooLarge: (option: string, path: string) => `${iso(option)}: الملف ${iso(path)} كبير جدًا.`,
  unreadable: (option: string, path: string) => `${iso(option)}: تتعذّر قراءة ${iso(path)}.`,
  folderReadOnly: (option: string, path: string) =>
    `${iso(option)}: تتعذّر الكتابة في المجلد الذي يحتوي على ${iso(path)}.`,
  notJson: (option: string, path: string) => `${iso(option)}: الملف ${iso(path)} ليس JSON صالحًا.`,
  notACollection: (option: string, path: string, found: string) =>
    `${iso(option)}: الملف ${iso(path)} ليس مجموعة مشاهد يستطيع Upcast استخدامها. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${iso(option)}: ${iso(path)}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => `${iso('--command')}: توقف Upcast عن قراءة الأوامر: ${quoted(why)}.`,
  commandTooLong: `السطر أطول من ${iso('64 KB')}.`,
  commandNotJson: 'السطر ليس JSON صالحًا.',
  refusedSwitch: (name: string) =>
    `لن يبدأ Upcast مع ${iso(`--${name}`)}، لأن هذا الخيار يتيح لبرامج أخرى التحكم في النافذة. أزل الخيار وأعد المحاولة.`,
};
