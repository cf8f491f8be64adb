/** The audio mixer: channels, tracks, the program's loudness, the headphones. */
import { format, forms, iso } from '../format.ts';

type Side = 'left' | 'right';

const filterCount = forms('فلتر واحد', 'فلترين', 'فلاتر', 'فلترًا', 'فلتر');

const signed = (decibels: number, digits = 1): string => {
  if (decibels === -Infinity) return '−∞';
  const text = format.number(Math.abs(decibels), digits);
  if (Number(text) === 0) return text;
  return `${decibels > 0 ? '+' : '−'}${text}`;
};

const laterSign = (ms: number): string => {
  if (ms === 0) return '';
  return ms < 0 ? '−' : '+';
};

export const mixer = {
  title: 'الصوت',
  list: 'مصدر الصوت',
  microphone: 'ميكروفون',
  microphoneNumber: (number: number) => `ميكروفون ${number}`,
  /** Whichever the system uses now. @param name absent where the system tells none. */
  usualMicrophone: (name: string | undefined) =>
    name === undefined ? 'افتراضي النظام' : `افتراضي النظام (${iso(name)})`,
  speakerNumber: (number: number) => `مكبرات صوت ${number}`,
  patternBeeps: 'صفارات نمط الاختبار',
  noAudio: 'بدون صوت',
  otherAudio: 'صوت',
  systemAudio: 'صوت سطح المكتب',
  tone: 'نغمة اختبار',
  applicationAudio: 'صوت تطبيق',
  applicationNamed: (name: string, program: string) => `${iso(name)} (${iso(program)})`,
  noApplications: 'لا يوجد تطبيق يشغّل صوتًا',
  applicationWaits: (name: string | undefined) =>
    name === undefined ? 'التطبيق لا يشغّل صوتًا.' : `لا يشغّل «${iso(name)}» صوتًا.`,

  /** With one channel, and with more. */
  strip: 'مستوى الصوت',
  panel: 'مازج الصوت',
  add: '+ إضافة',
  addAudio: 'إضافة صوت',

  mute: (name: string) => `كتم ${iso(name)}`,
  muted: 'مكتوم',
  silence: iso('−∞ dB'),
  solo: (name: string) => `الاستماع إلى ${iso(name)} وحده`,
  fader: (name: string) => `${iso(name)}، منزلق المستوى`,
  /** The field beside the fader. */
  level: (name: string) => `${iso(name)}، المستوى`,
  decibels: (decibels: number) => iso(`${signed(decibels)} dB`),
  listening: (name: string, mode: 'off' | 'only' | 'both') =>
    `المراقبة، ${iso(name)}: ${{ off: 'متوقفة', only: 'مراقبة فقط', both: 'مراقبة وإخراج' }[mode]}`,
  /** Of a channel in the headphones. */
  monitoring: { off: 'بدون مراقبة', only: 'مراقبة فقط (لا يُرسل)', both: 'مراقبة وإخراج' },
  monitorOnly: 'مراقبة فقط',
  holdToTalk: (key: string) => `اضغط باستمرار على ${iso(key)} للتحدث`,
  mutedByKey: (key: string) => `مكتوم بالمفتاح ${iso(key)}`,
  duckedBy: (names: readonly string[]) => `مخفَّض بسبب ${format.list(names)}`,
  filterNames: (names: readonly string[]) => names.map((name) => iso(name)).join('، '),

  more: (name: string) => `خيارات أخرى للقناة ${iso(name)}`,
  menu: {
    rename: 'إعادة تسمية',
    device: 'الجهاز',
    application: 'التطبيق',
    filters: 'الفلاتر…',
    copyFilters: (count: number) => (count === 1 ? 'نسخ الفلتر' : `نسخ ${format.count(count, filterCount)}`),
    pasteFilters: (count: number) => (count > 1 ? `لصق ${format.count(count, filterCount)}` : 'لصق الفلتر'),
    settings: 'إعدادات الصوت…',
    sync: 'إزاحة المزامنة…',
    program: 'صوت البرنامج…',
    moveLeft: 'نقل لليسار',
    moveRight: 'نقل لليمين',
    remove: 'إزالة',
  },
  /** Within a strip. */
  shortcuts: { mute: 'M', solo: 'S', rename: 'F2', moveLeft: 'Alt+Left', moveRight: 'Alt+Right' },
  channelName: 'اسم القناة',
  removed: (name: string) => `أُزيلت «${iso(name)}».`,

  oneSided: (side: Side) => (side === 'left' ? 'الصوت في الجانب الأيسر فقط.' : 'الصوت في الجانب الأيمن فقط.'),
  useOnBoth: 'استخدامه في الجانبين',
  useSide: 'استخدام الجانب الأيسر',
  /** Of a microphone that gives no more than a telephone does. */
  narrow: 'سماعة الرأس في وضع المكالمات، لذا جودة صوتها منخفضة. استخدم ميكروفونًا آخر لصوت أفضل.',

  channel: {
    title: (name: string) => `إعدادات صوت «${iso(name)}»`,
    sound: 'الصوت',
    balance: 'التوازن',
    balanceUnit: '%',
    balanceHint: `القيمة ${iso('−100')} يسار، والقيمة 100 يمين.`,
    isMono: 'أحادي',
    isMonoHint: 'يشغّل متوسط الأيسر والأيمن في الجانبين.',
    side: 'الجانبان',
    sides: {
      both: 'ستيريو',
      left: 'الأيسر في الجانبين',
      right: 'الأيمن في الجانبين',
    },
    monitoring: 'المراقبة',
    tracks: 'المسارات',
    tracksHint: 'كل مسار مزيج مستقل. اختر مسارات البث والتسجيل من «صوت البرنامج».',
    noTracks: 'ليست في أي مسار: لا يسمع المشاهدون هذه القناة.',
    scenes: 'المشاهد',
    scenesHint: 'يسمع المشاهدون هذه القناة فقط أثناء عرض أحد هذه المشاهد.',
    allScenes: 'في كل المشاهد',
    sync: 'إزاحة المزامنة',
    find: 'تحديدها بتصفيقة…',
    push: 'الاختصار',
    pushModes: { off: 'بلا', talk: 'اضغط للتحدث', mute: 'اضغط للكتم', toggle: 'تبديل الكتم' },
    pushKey: 'المفتاح',
    noKey: 'اضغط مفتاحًا…',
    changeKey: (key: string) => `المفتاح: ${iso(key)}. اضغط لتغييره`,
    waitsForKey: 'اضغط مفتاحًا. Esc للإلغاء.',
    release: 'تأخير الإفلات',
    pushHint: 'يعمل عندما تكون نافذة Upcast في المقدمة. لمفتاح يعمل في كل التطبيقات، اختر «تبديل الكتم».',
    toggleHint: 'يعمل في كل التطبيقات.',
    keyTaken:
      'لا يعمل إلا عندما تكون نافذة Upcast في المقدمة. قد يكون تطبيق آخر يستخدم هذا المفتاح، أو قد لا يسمح النظام بمفاتيح تعمل في كل التطبيقات.',
    keyTyped:
      'يعمل عندما تكون نافذة Upcast في المقدمة. ليعمل في كل التطبيقات، استخدم مفتاح وظائف، أو أضف Ctrl أو Alt.',
  },

  tracks: {
    name: (number: number) => `المسار ${format.number(number)}`,
    title: 'المسارات',
    names: 'أسماء المسارات',
    stream: 'مسار البث',
    streamWhileLive: 'يمكنك تغيير مسار البث عندما لا تكون على الهواء.',
    recording: 'مسارات التسجيل',
    recordingNote: 'كل مسار محدد هو مسار صوتي منفصل في التسجيل.',
  },

  program: {
    name: 'البرنامج',
    title: 'صوت البرنامج',
    more: 'خيارات أخرى للبرنامج',
    target: (lufs: string) => `المستهدف ${iso(lufs)}`,
    customTarget: 'مخصص…',
    custom: 'مستهدف مخصص',
    lufs: 'LUFS',
    truePeak: (figure: string) => `الذروة ${iso(figure)}`,
    resetName: 'تصفير الجهارة المتكاملة',
    limiter: 'المحدِّد',
    limiterHint: 'يُبقي الذرى الحقيقية تحت السقف.',
    limiterState: (decibels: number) => `المحدِّد ${iso(`−${format.number(decibels, 1)} dB`)}`,
    limiterOff: 'المحدِّد متوقف',
    ceiling: 'السقف',
    ceilingUnit: 'dBTP',
    headphones: 'المراقبة',
    device: 'الجهاز',
    systemDefault: 'افتراضي النظام',
    figures: 'قيم الجهارة',
  },

  sync: {
    title: 'إزاحة المزامنة',
    about: 'تؤخر الصوت ليتطابق مع الفيديو.',
    delay: 'التأخير',
    milliseconds: 'م.ث',
    find: 'تحديد الإزاحة بتصفيقة',
    clapNow: 'لتحديد الإزاحة، صفّق مرة واحدة أمام الكاميرا. يستمع Upcast الآن.',
    choose: 'حدد الإطار الذي تلتقي فيه يداك.',
    pictures: 'الإطارات حول التصفيقة',
    later: (ms: number) => {
      if (ms === 0) return 'متزامن مع الصوت';
      return ms < 0 ? `قبل الصوت بمقدار ${-ms} م.ث` : `بعد الصوت بمقدار ${ms} م.ث`;
    },
    laterShort: (ms: number) => `${iso(`${laterSign(ms)}${Math.abs(ms)}`)} م.ث`,
    use: (ms: number) => `تأخير الصوت ${ms} م.ث`,
    again: 'التصفيق مجددًا',
    pictureEarly: (ms: number) =>
      `يرى المشاهدون التصفيقة قبل سماعها بمقدار ${ms} م.ث. أضف تأخير عرض قدره ${ms} م.ث إلى الكاميرا من «الفلاتر».`,
  },
};
