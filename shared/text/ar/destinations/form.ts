/** The form of a destination, and of the proxy for all of them. */
import { format, iso } from '../format.ts';

const SAVED_IN_KEYCHAIN = 'يُحفظ على هذا الكمبيوتر مشفّرًا باستخدام سلسلة مفاتيح النظام.';
const KEPT_UNTIL_QUIT = 'يتعذّر الوصول إلى سلسلة مفاتيح النظام، فيحتفظ Upcast به حتى تخرج منه فقط.';
const RTMPS = iso('rtmps://');
const RTMP = iso('rtmp://');

export const destinationForm = {
  addTitle: 'إضافة وجهة',
  edit: 'تحرير الوجهة',
  editTitle: (name: string) => `تحرير ${iso(name)}`,

  service: 'الخدمة',
  customService: 'مخصصة',
  serviceGroups: { common: 'الشائعة', more: 'خدمات أخرى', selfHosted: 'خادمك الخاص' },
  aboutService: (service: string) => `حول ${iso(service)}`,
  name: 'الاسم',
  namePlaceholder: 'قناتي',
  ingestServer: 'الخادم',
  serverRoles: {
    primary: 'أساسي',
    backup: 'احتياطي',
    nearest: 'الأقرب',
    default: 'افتراضي',
    global: 'عالمي',
    automatic: 'تلقائي',
  },
  serverName: (server: string, isEncrypted: boolean) =>
    `${iso(server)} (${isEncrypted ? 'مشفّر' : 'غير مشفّر'})`,
  otherServer: 'آخر (أدخله أدناه)',

  server: 'عنوان الخادم',
  serverPlaceholder: 'rtmps://live.example.com/app',
  serverEncrypted: 'مشفّر. يتحقق Upcast من الشهادة واسم المضيف.',
  serverNotEncrypted: `غير مشفّر: يستطيع الآخرون على الشبكة قراءة مفتاح البث. استخدم ${RTMPS} إذا كانت خدمتك تدعمه.`,
  serverFlows: `لا يتحقق تشفير RTMFP من الخادم، فلا يحمي مفتاح البث ممن هم على الشبكة. استخدم ${RTMPS} إذا كانت خدمتك تدعمه.`,
  noAddress: 'هذا ليس عنوان خادم. إذا كان مفتاح البث، فالصقه في حقل «مفتاح البث».',
  serverHint: 'الصق العنوان الذي تعرضه خدمتك، مع المفتاح أو بدونه.',

  secretPart: 'الجزء السري من العنوان',
  backupSecretPart: 'الجزء السري من العنوان الاحتياطي',
  secretPartHint: (isKept: boolean) =>
    `جزء العنوان بعد «${iso('?')}»، ولا يُرسل إلا عند الاتصال. ${isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT}`,
  secretPartRemoved: 'سيزيل Upcast الجزء السري من العنوان عند الحفظ.',
  keepSecretPart: 'إبقاء الجزء السري',
  removeSecretPart: 'إزالة الجزء السري',
  secretPartOfOldAddress:
    'الجزء السري المحفوظ يخص العنوان القديم. سيزيله Upcast عند الحفظ. إذا كان للعنوان الجديد جزء سري، فالصق العنوان كاملًا.',
  badSecretPart: `ابدأ بالعلامة «${iso('?')}» كما في العنوان، ولا تستخدم مسافات.`,

  streamKey: 'مفتاح البث',
  keyHint: (isKept: boolean) => (isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT),
  serviceKeyHint: (hint: string, page: string | undefined, isKept: boolean) =>
    [
      ...(page === undefined ? [] : [`انتقل إلى ${iso(page)}.`]),
      hint,
      isKept ? SAVED_IN_KEYCHAIN : KEPT_UNTIL_QUIT,
    ].join(' '),
  saved: '•••••••• محفوظ؛ اكتب لاستبداله',
  show: 'إظهار',
  hide: 'إخفاء',

  backup: 'الخادم الاحتياطي',
  backupAddress: 'العنوان الاحتياطي',
  backupPlaceholder: 'rtmps://backup.example.com/app',
  backupMode: 'متى يُستخدم الاحتياطي',
  backupFailover: 'إذا فشل الخادم الأساسي',
  backupBoth: 'مع الخادم الأساسي',

  signIn: 'تسجيل الدخول',
  username: 'اسم المستخدم',
  password: 'كلمة المرور',
  passwordHint: 'للخوادم التي تتطلبها فقط.',

  security: 'الأمان والشبكة',
  minimumTls: 'أدنى إصدار TLS',
  tls12: 'TLS 1.2',
  tls13: 'TLS 1.3',
  localAddress: 'العنوان المحلي',
  localAddressPlaceholder: 'تلقائي',
  authority: 'مرجع التصديق',
  authorityPlaceholder: '-----BEGIN CERTIFICATE-----',
  authorityHint: 'لخادمك الخاص. يثق Upcast في هذا المرجع لهذه الوجهة، إضافةً إلى مراجع النظام.',
  badAuthority: `هذه ليست شهادة PEM. ينبغي أن تبدأ بـ «${iso('-----BEGIN CERTIFICATE-----')}».`,
  pin: 'الشهادة المثبّتة (SHA-256)',
  pinHint: 'لا يقبل Upcast إلا هذه الشهادة، وما دامت صالحة فقط.',
  badPin: 'تتكون بصمة SHA-256 من 64 رقمًا ست عشريًا.',

  fieldNames: {
    key: 'مفتاح البث',
    serverSecret: 'الجزء السري من العنوان',
    username: 'اسم المستخدم',
    password: 'كلمة المرور',
    backupUrl: 'الخادم الاحتياطي',
  },
  moved: (fields: readonly string[]) =>
    fields.length === 1
      ? `نقل Upcast إلى حقل مستقل: ${format.list(fields)}.`
      : `نقل Upcast إلى حقول مستقلة: ${format.list(fields)}.`,
};

const PROXY_TYPES = 'النوع SOCKS5 أو HTTP.';

export const proxy = {
  title: 'الوكيل لكل الوجهات',
  description: 'لا ينطبق على الخوادم على هذا الكمبيوتر ولا على الوجهات التي لها إعداد وكيل خاص بها.',
  allHint: `${PROXY_TYPES} في اتصالات ${RTMP} يستطيع الوكيل قراءة مفتاح البث.`,
  section: 'الوكيل',
  mode: 'الاتصال',
  sameAsSettings: 'كما في الإعدادات',
  modes: { none: 'مباشر', system: 'وكيل النظام', own: 'وكيل آخر' },
  systemHint: 'يبحث Upcast عن وكيل النظام كلما بدأت البث. إذا كان الوكيل يتطلب كلمة مرور، فاختر «وكيل آخر».',
  hint: PROXY_TYPES,
  hintNotEncrypted: `${PROXY_TYPES} الاتصال بهذا الخادم غير مشفّر، فيستطيع الوكيل قراءة مفتاح البث.`,
  hintEncrypted: `${PROXY_TYPES} الاتصال مشفّر، فلا يستطيع الوكيل قراءة مفتاح البث.`,
  hintFlows: `لا تنقل الخوادم الوكيلة RTMFP لأنه يستخدم UDP. اتصل مباشرةً، أو استخدم عنوان ${RTMPS} للخادم.`,
  address: 'عنوان الوكيل',
  addressPlaceholder: 'socks5://proxy.example.com:1080',
  username: 'اسم مستخدم الوكيل',
  password: 'كلمة مرور الوكيل',
  passwordHint: 'للخوادم الوكيلة التي تتطلبها فقط.',

  direct: 'تتصل الوجهات مباشرةً.',
  /** @param url undefined where the system's proxy is used. */
  through: (url: string | undefined) =>
    `تتصل الوجهات عبر ${url === undefined ? 'وكيل النظام' : iso(url)}، ما لم يكن لها إعداد وكيل خاص بها.`,
  add: 'إضافة وكيل',
  change: 'تغيير الوكيل',
};
