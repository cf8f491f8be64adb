/** Settings: encoding, encoders, recording, remote control, appearance. */
import type { EncodingProfile } from '../../encoding/profile.ts';
import { format, forms, iso } from './format.ts';

export const settings = {
  title: 'الإعدادات',
  badEncoding: `إحدى القيم خارج النطاق. معدل بت الفيديو: من 100 إلى ${iso('51,000 kbps')}. معدل بت الصوت: من 32 إلى ${iso('512 kbps')}. الفاصل بين الإطارات المفتاحية: من 0.5 إلى 10 ث.`,

  video: 'الفيديو',
  changesWhileLive: 'تُطبَّق التغييرات أثناء البث دون أن ينقطع.',
  resolution: 'الدقة',
  size: (width: number, height: number) => iso(`${width} × ${height}`),
  namedSize: (width: number, height: number, name: string) => `${iso(`${width} × ${height}`)} (${iso(name)})`,
  sizeNames: {
    '4k': '4K',
    vertical1080: '1080p عمودي',
    vertical720: '720p عمودي',
    square: 'مربع',
  },
  frameRate: 'معدل الإطارات',
  fps: (fps: string) => `${fps} إطار/ث`,
  videoBitrate: 'معدل بت الفيديو',
  kbps: 'kbps',
  keyframeInterval: 'فاصل الإطارات المفتاحية',
  seconds: 'ث',
  dynamicBitrate: 'معدل بت متغير',
  dynamicBitrateHint:
    'يخفض معدل البت عندما يبطؤ الرفع، ويرفعه مجددًا عندما تتحسن الشبكة، حتى المعدل المحدد أعلاه.',

  audio: 'الصوت',
  channels: 'القنوات',
  stereo: 'ستيريو',
  mono: 'أحادي',
  sampleRate: 'معدل العينات',
  kilohertz: (hertz: number) => iso(`${hertz / 1000} kHz`),
  audioBitrate: 'معدل بت الصوت',

  recordingAndEnding: 'التسجيل وإنهاء البث',
  drain: 'بعد إنهاء البث، مواصلة الإرسال لمدة تصل إلى',

  proxy: 'الوكيل',
  remoteControl: 'التحكم عن بُعد',

  appearance: 'المظهر',
  theme: 'السمة',
  themes: { system: 'حسب النظام', dark: 'داكنة', light: 'فاتحة' },
  about: (version: string, ffmpegVersion: string | undefined, hasKeychain: boolean) =>
    [
      iso(`Upcast ${version}`),
      ffmpegVersion === undefined ? 'لم يُعثر على FFmpeg' : iso(`FFmpeg ${ffmpegVersion}`),
      hasKeychain
        ? 'مفاتيح البث مشفّرة باستخدام سلسلة مفاتيح النظام'
        : 'سلسلة المفاتيح غير متاحة: تُحفظ مفاتيح البث حتى الخروج فقط',
    ].join(' · '),
};

const encoderNames: Readonly<Record<EncodingProfile['encoder'], string>> = {
  auto: 'تلقائي',
  libx264: iso('H.264: x264 (CPU)'),
  h264_nvenc: iso('H.264: NVIDIA'),
  h264_qsv: iso('H.264: Intel Quick Sync'),
  h264_amf: iso('H.264: AMD'),
  h264_vaapi: iso('H.264: VA-API'),
  h264_videotoolbox: iso('H.264: Apple VideoToolbox'),
  h264_mf: iso('H.264: Windows Media Foundation'),
  libx265: iso('HEVC: x265 (CPU)'),
  hevc_nvenc: iso('HEVC: NVIDIA'),
  hevc_qsv: iso('HEVC: Intel Quick Sync'),
  hevc_amf: iso('HEVC: AMD'),
  hevc_vaapi: iso('HEVC: VA-API'),
  hevc_videotoolbox: iso('HEVC: Apple VideoToolbox'),
  hevc_mf: iso('HEVC: Windows Media Foundation'),
  libsvtav1: iso('AV1: SVT-AV1 (CPU)'),
  av1_nvenc: iso('AV1: NVIDIA'),
  av1_qsv: iso('AV1: Intel Quick Sync'),
  av1_amf: iso('AV1: AMD'),
  av1_vaapi: iso('AV1: VA-API'),
};

const presetNames: Readonly<Record<EncodingProfile['preset'], string>> = {
  ultrafast: 'ultrafast (أقل استخدام للمعالج)',
  superfast: 'superfast',
  veryfast: 'veryfast (افتراضي)',
  faster: 'faster',
  fast: 'fast',
  medium: 'medium (أفضل جودة)',
};

const encoderCost = (isCpu: boolean): string =>
  isCpu ? 'أفضل جودة عند معدل بت معيّن، لكنه يستخدم المعالج' : 'خفيف على المعالج، وجودته أقل قليلًا';

export const encoders = {
  encoder: 'المرمّز',
  names: encoderNames,
  automatic: (encoder: string) => `تلقائي (${iso(encoder)})`,
  cpuPreset: 'إعداد المعالج',
  preset: 'إعداد مسبق',
  presetNames,
  latency: 'زمن الوصول',
  latencyLow: 'منخفض',
  latencyQuality: 'جودة أفضل، بتأخير إضافي حتى 0.5 ث',
  latencyQualityCpu: 'جودة أفضل، باستخدام أكبر للمعالج',

  codecLocked: (codec: string) => `يمكنك تغيير برنامج الترميز (${iso(codec)}) عندما لا تبث.`,
  codecSupport: (codec: string) =>
    `لا تدعم كل الخدمات والخوادم ${iso(codec)}. ينبّهك Upcast قبل بدء البث. يعمل H.264 في كل مكان.`,

  untested: 'لم يختبر Upcast المرمّزات على هذا الكمبيوتر بعد.',
  testing: 'جارٍ اختبار كل مرمّز بثانيتين من الفيديو…',
  result: (encoder: string, speed: number, isCpu: boolean) =>
    `${iso(encoder)} – ${iso(`${format.number(speed, 1)}×`)} من الزمن الحقيقي بدقة 720p${speed < 1 ? ' (أبطأ من أن يصلح للبث المباشر)' : ''}. ${encoderCost(isCpu)}.`,
  onGraphicsCard: (codec: string) => `ترميز ${iso(codec)} بالعتاد (GPU)`,
  unavailable: (names: readonly string[]) => `غير متوفر: ${format.list(names)}.`,
  needsNewerFfmpeg: (codecs: readonly string[], version: string) =>
    `يتطلب ${format.list(codecs)} الإصدار FFmpeg 6.1 أو أحدث. لديك ${iso(`FFmpeg ${version}`)}.`,
  test: 'اختبار المرمّزات',
  testAgain: 'إعادة الاختبار',
  testingNow: 'جارٍ الاختبار…',
  testHint: 'يرمّز ثانيتين من الفيديو بكل مرمّز',
  notWhileLive: 'غير متاح أثناء البث',
};

export const recordingSettings = {
  always: 'تسجيل كل بث',
  folder: 'المجلد',
  defaultFolder: (isMac: boolean): string => (isMac ? 'مجلد الأفلام' : 'مجلد الفيديو في النظام'),
  choose: 'اختيار…',
  fileName: 'اسم الملف',
  fileNameHint: (example: string) =>
    `يمكنك استخدام ${iso('{date}')} و${iso('{time}')} و${iso('{size}')}. مثال: ${iso(example)}`,
  format: 'التنسيق',
  formats: { mp4: 'MP4', mkv: iso('MKV (Matroska)') },
  formatHint: 'في كلا التنسيقين، يبقى التسجيل قابلًا للتشغيل إذا توقف Upcast أو الكمبيوتر.',
  split: 'بدء ملف جديد',
  splitHint: 'يقسم عند إطار مفتاحي، فلا يضيع شيء.',
  never: 'أبدًا',
  everyMinutes: (minutes: number) =>
    minutes === 60
      ? 'كل ساعة'
      : `كل ${format.count(minutes, forms('دقيقة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة'))}`,
  everyBytes: (megabytes: number) =>
    megabytes % 1000 === 0
      ? `كل ${iso(`${format.number(megabytes / 1000)} GB`)}`
      : `كل ${iso(`${format.number(megabytes)} MB`)}`,
};

export const remoteSettings = {
  switch: 'السماح لتطبيقات أخرى على هذا الكمبيوتر بالتحكم في Upcast',
  switchHint: 'يسري فورًا. لا تتصل إلا تطبيقات هذا الكمبيوتر، ويحتاج كل طلب إلى الرمز.',
  port: 'المنفذ',
  portLocked: 'أوقف التحكم عن بُعد لتغيير المنفذ.',
  badPort: 'أدخل منفذًا من 1024 إلى 65535.',
  off: 'متوقف',
  listening: (port: number) => `يستقبل الاتصالات على ${iso(`http://127.0.0.1:${port}`)}`,
  token: 'الرمز',
  tokenSaved: 'مشفّر باستخدام سلسلة مفاتيح النظام',
  tokenKept: 'يتعذّر الوصول إلى سلسلة مفاتيح النظام، فيحتفظ Upcast بالرمز حتى تخرج منه فقط',
  renew: 'رمز جديد',
  renewHint: 'يقطع اتصال التطبيقات التي تستخدم الرمز القديم',
  renewed: 'أُلغي الرمز القديم.',
};
