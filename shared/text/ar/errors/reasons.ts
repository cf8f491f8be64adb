/** What exactly went wrong, where an error's code alone is too coarse. One sentence each. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import { isErrorReason } from '../../../errors/error-reasons.ts';
import type { ErrorReason } from '../../../errors/error-reasons.ts';
import { iso, quoted } from '../format.ts';

type Sentence = string | ((details: ErrorDetails) => string);

/** Values come from outside too: one that is missing leaves a gap, never a failure. */
const say = (details: ErrorDetails, name: string): string => iso(String(details[name] ?? ''));

const diskCauses: ReadonlyMap<unknown, string> = new Map([
  ['full', 'القرص ممتلئ'],
  ['readOnly', 'القرص للقراءة فقط'],
  ['fault', 'أبلغ القرص عن خطأ'],
  ['notAllowed', 'لا يُسمح لتطبيق Upcast بالكتابة هناك'],
]);

function diskCause(details: ErrorDetails): string {
  const { disk, systemCode } = details;
  return diskCauses.get(disk) ?? (systemCode === undefined ? 'أبلغ القرص عن خطأ' : iso(String(systemCode)));
}

const maximum = (what: string) => (details: ErrorDetails) =>
  `بلغت الحد الأقصى ${what}: ${say(details, 'maximum')}.`;

/** While the saved keys stay where they are. */
export const KEPT_UNTIL_QUIT = 'يحتفظ Upcast بالمفاتيح التي تدخلها الآن حتى تخرج منه فقط.';

const reasons: Readonly<Record<ErrorReason, Sentence>> = {
  streamRunning: 'هناك بث جارٍ بالفعل.',
  nothingLive: 'أنت لا تبث الآن.',
  streamEnding: 'البث في طور الانتهاء.',
  notWaiting: 'هذه الوجهة لا تنتظر إعادة الاتصال.',
  notRetrying: 'هذه الوجهة لا تعيد الاتصال.',
  noBackupNow: 'لا تستطيع هذه الوجهة التبديل إلى خادمها الاحتياطي الآن.',
  destinationNotLive: 'هذه الوجهة ليست على الهواء.',
  destinationUnknown: 'لم تعد هذه الوجهة موجودة.',
  sceneUnknown: 'لم يعد هذا المشهد موجودًا.',
  sourceUnknown: 'لم يعد هذا المصدر موجودًا.',
  itemUnknown: 'لم يعد هذا المصدر في المشهد.',
  canvasUnknown: 'لم تعد هذه اللوحة موجودة.',
  studioModeOff: 'وضع الاستوديو متوقف. شغّله أولًا.',
  lastScene: 'لا يمكنك إزالة مشهدك الوحيد. أضف مشهدًا آخر أولًا.',
  sceneInItself: 'لا يمكن أن يحتوي مشهد على نفسه.',
  notAGroup: 'هذا المصدر ليس مجموعة.',
  sourceWithoutVideo: 'ليس في هذا المصدر فيديو.',
  tooManyScenes: maximum('للمشاهد'),
  tooManySources: maximum('للمصادر'),
  tooManyItems: maximum('للمصادر في هذا المشهد'),
  filterUnknown: 'لم يعد هذا الفلتر موجودًا.',
  tooManyFilters: maximum('للفلاتر هنا'),
  filterMisplaced: 'توضع فلاتر الصوت على قناة في المازج، وفلاتر الفيديو على مصدر أو مشهد.',
  channelUnknown: 'لم تعد هذه القناة في المازج.',
  channelThere: 'هذا المصدر موجود في المازج بالفعل.',
  sourceWithoutAudio: 'ليس في هذا المصدر صوت.',
  fileOnNetwork:
    'لا يستطيع Upcast فتح ملفات من مسار شبكة. عيّن لمجلد الشبكة حرف محرك أقراص، أو انسخ الملف إلى هذا الكمبيوتر.',
  fileNotChosen: 'لا يفتح Upcast إلا الملفات التي اخترتها بنفسك. اختر الملف من جديد.',
  nothingToUndo: 'لا شيء للتراجع عنه.',
  nothingToRedo: 'لا شيء لإعادته.',
  tooManyMedia: (details) => `${maximum('لمصادر الوسائط المفتوحة')(details)} أوقف أحدها أولًا.`,
  noUpdate: 'لا يوجد تحديث لتثبيته.',
  updateWhileLive: 'أنت تبث أو تسجّل. حدِّث عندما تنتهي.',
  restartWhileLive: 'أنت تبث أو تسجّل. أعد التشغيل عندما تنتهي.',
  noWindow: 'نافذة Upcast قيد التحميل. أعد المحاولة.',
  pageNotTyped: 'لا يفتح Upcast إلا الصفحات التي أدخلت عنوانها. أدخل العنوان من جديد.',
  alreadyRecording: 'يسجّل Upcast بالفعل.',
  notRecording: 'لا يسجّل Upcast الآن.',
  recordingEnding: 'لا يزال Upcast يحفظ التسجيل الأخير.',
  recordingFolderFailed: (details) => `تعذّر إنشاء المجلد ${say(details, 'folder')}.`,
  diskFull: 'القرص ممتلئ.',
  diskTooSlow: 'القرص أبطأ من أن يكفي لهذا التسجيل.',
  folderMissing: 'مجلد التسجيل غير موجود.',
  folderProtected: 'لم يسمح Windows لتطبيق Upcast بالكتابة في مجلد التسجيل.',
  folderReadOnly: 'لا يستطيع Upcast الكتابة في مجلد التسجيل.',
  fileNameTooLong: 'اسم التسجيل أطول مما يقبله هذا القرص.',
  driveSilent: 'قرص التسجيل لا يستجيب.',
  tooManyRecordings: 'هناك تسجيلات كثيرة جدًا بهذا الاسم. غيّر اسم الملف في الإعدادات.',
  filesTooSmall: 'لا يتسع هذا القرص لملفات كبيرة بما يكفي لتسجيل. اختر مجلدًا على قرص آخر.',
  notWritten: (details) =>
    details['systemCode'] === undefined
      ? 'تعذّر حفظ التسجيل.'
      : `أبلغ النظام عن الخطأ ${say(details, 'systemCode')}.`,
  notAcknowledged: (details) => `لم يستلم الخادم شيئًا لمدة ${say(details, 'seconds')} ث.`,
  notAnswered: (details) => `لم يستجب الخادم لمدة ${say(details, 'seconds')} ث.`,
  nothingTaken: (details) => `توقف الاتصال لمدة ${say(details, 'seconds')} ث.`,
  serverAnswersOthers: 'توقف الاتصال، لكن الخادم لا يزال يقبل اتصالات جديدة.',
  computerSlept: (details) => `كان هذا الكمبيوتر في وضع السكون لمدة ${say(details, 'seconds')} ث.`,
  addressLost: 'تغيّر عنوان هذا الكمبيوتر على الشبكة.',
  tooSlowForAudio: 'الاتصال أبطأ من أن يكفي حتى للصوت.',
  publishTimeout: 'لم يقبل الخادم البث في الوقت المحدد.',
  closedHere: 'أغلق Upcast الاتصال.',
  gaveUp: 'أوقفت المحاولة.',
  testWhileLive: 'لا يمكن الاختبار أثناء البث: سيأخذ الاختبار من سعة الشبكة المخصصة للبث.',
  tooManyDestinations: (details) =>
    `سيصبح عدد الوجهات ${say(details, 'count')}، والحد الأقصى ${say(details, 'maximum')}. اختر عددًا أقل.`,
  keyMissing: (details) => `تحتاج الوجهة ${say(details, 'name')} إلى مفتاح بث.`,
  keyOfOtherServer:
    'تغيّر الخادم أو إعدادات شهادته، لذا لن يعيد Upcast استخدام المفتاح وكلمة المرور المحفوظين.',
  keyReadByProxy: 'الاتصال بهذا الخادم غير مشفّر، فقد يقرأ الوكيل الجديد المفتاح المحفوظ.',
  relayFolderIsLink: (details) => `العنصر ${say(details, 'file')} رابط وليس مجلدًا. اختر مجلدًا آخر.`,
  relayFolderIsOpen:
    'على Windows، يجب أن يكون مجلد المرحّل داخل مجلد المستخدم الخاص بك. في أي مكان آخر، يمكن لمستخدمين آخرين قراءة مفاتيح البث. اختر مجلدًا آخر.',
  relayFolderFailed: 'تعذّر إنشاء المجلد للمرحّل.',
  relayNotWritten: 'احفظ ملفات المرحّل أولًا.',
  exportTooLarge: 'سيكون الملف أكبر من أن يُستورد. صدّر وجهات أقل.',
  fileNotOpen: 'لم يعد الملف مفتوحًا. اختره من جديد.',
  fileNotSaved: 'تعذّر حفظ الملف.',
  screenGone: (details) =>
    details['label'] === undefined
      ? 'الشاشة المحددة غير متصلة.'
      : `الشاشة «${say(details, 'label')}» غير متصلة.`,
  noScreen: 'لا توجد شاشة لالتقاطها.',
  screensUnlisted: 'تعذّر الحصول على قائمة الشاشات.',
  windowGone: (details) => `النافذة «${say(details, 'label')}» غير مفتوحة.`,
  windowsAlike: (details) => `هناك عدة نوافذ (${say(details, 'count')}) بالعنوان «${say(details, 'label')}».`,
  windowUntitled: 'ليس للنافذة التي حددتها عنوان، فلا يستطيع Upcast العثور عليها مجددًا.',
  captureTargetGone: 'لم تعد النافذة أو الشاشة الملتقطة موجودة.',
  captureAskedAnew: 'يسألك سطح المكتب عن الشاشة أو النافذة التي تريد مشاركتها كلما بدأ Upcast.',
  applicationAudioElsewhere: 'لا يستطيع Upcast التقاط صوت تطبيق واحد إلا في Linux.',
  soundToolsMissing: 'يتطلب التقاط صوت تطبيق واحد pactl وparec، وهما غير مثبّتين.',
  soundServerSilent: 'يتعذّر الوصول إلى PulseAudio أو PipeWire.',
  portTaken: (details) => `يستخدم تطبيق آخر المنفذ ${say(details, 'port')}.`,
  portUnusable: (details) => `يتعذّر استخدام المنفذ ${say(details, 'port')} (${say(details, 'systemCode')}).`,
  ffmpegMissing: 'لم يُعثر على FFmpeg. ثبّت FFmpeg.',
  ffmpegBroken:
    'لا تعمل نسخة FFmpeg التي يشير إليها UPCAST_FFMPEG. صحّح المسار، أو ألغِ تعيين UPCAST_FFMPEG ليعثر Upcast على FFmpeg بنفسه.',
  fileIsFolder: 'هذا مجلد. اختر ملف وسائط منه.',
  fileEmpty: 'الملف فارغ.',
  fileUnnamed: 'لم يُختر ملف.',
  fileMissing: (details) => `الملف ${say(details, 'path')} غير موجود.`,
  fileNotAllowed: (details) => `ليس لديك إذن لقراءة ${say(details, 'path')}.`,
  fileLinkLoop: (details) => `الملف ${say(details, 'path')} رابط إلى نفسه.`,
  fileNotOpened: (details) => `تعذّر فتح ${say(details, 'path')}.`,
  fileNotRead: 'تعذّرت قراءة الملف.',
  fileNoMedia: 'ليس في الملف فيديو ولا صوت.',
  fileNoVideo: 'ليس في الملف فيديو.',
  fileIndexMissing: 'فهرس الملف مفقود. انقطع التسجيل على الأرجح.',
  fileFormatRefused: 'لا يستطيع Upcast فتح ملفات بهذا التنسيق.',
  fileNotMedia: 'لم يعثر FFmpeg على فيديو في الملف.',
  fileCodecNotCarried: (details) =>
    `ترميز الفيديو في الملف ${say(details, 'codec')}، ولا يستطيع RTMP نقله. حوّل الملف إلى H.264 أولًا.`,
  fileCodecNeedsFfmpeg: (details) =>
    `ترميز الفيديو في الملف ${say(details, 'codec')}، وهو يتطلب FFmpeg 6.1 أو أحدث. لديك إصدار FFmpeg رقم ${say(details, 'version')}.`,
  fileFrameTimeout: 'لم يصل إطار فيديو من الملف في الوقت المحدد.',
  fileNotPlain: (details) => `العنصر ${say(details, 'path')} ليس ملفًا يستطيع Upcast قراءته.`,
  fileTooLarge: (details) =>
    `الملف ${say(details, 'path')} أكبر من ${iso(`${String(details['megabytes'] ?? '')} MB`)}.`,
  fileSilent: 'القرص الذي عليه الملف لا يستجيب.',
  ffmpegStopped: 'توقف FFmpeg عن قراءة الملف.',
  ffmpegSaid: (details) => `تعذّرت على FFmpeg قراءة الملف: ${quoted(String(details['words'] ?? ''))}.`,
  ffmpegNotStarted: 'لم يبدأ FFmpeg.',
  settingsAside: (details) =>
    `ملف إعداداتك تالف، فبدأ Upcast بالإعدادات الافتراضية. احتفظ Upcast بالملف التالف باسم ${say(details, 'file')}.`,
  settingsStuck: (details) =>
    `الملف ${say(details, 'file')} تالف، وتعذّر على Upcast نقله. لن يحفظ Upcast التغييرات حتى تعيد تسمية الملف وتعيد تشغيل Upcast.`,
  settingsUnread: (details) => `تعذّرت قراءة الإعدادات المحفوظة في ${say(details, 'file')}.`,
  settingsBusy: 'تحفظ نسخة أخرى من Upcast إعداداتها. أعد المحاولة بعد لحظات.',
  keysAside: (details) =>
    `تعذّر على سلسلة المفاتيح فتح مفاتيح البث المحفوظة. أدخل المفاتيح من جديد. احتفظ Upcast بالملف القديم باسم ${say(details, 'file')}.`,
  keysStuck: (details) =>
    `تعذّر على سلسلة المفاتيح فتح مفاتيح البث المحفوظة، وتعذّر على Upcast نقل ${say(details, 'file')}. ${KEPT_UNTIL_QUIT}`,
  keysUnread: (details) => `تعذّر فتح مفاتيح البث المحفوظة في ${say(details, 'file')}.`,
  keysFileLocked: (details) => `تعذّرت قراءة ${say(details, 'file')}. لا تزال مفاتيح البث محفوظة فيه.`,
  keychainRefused: 'تعذّر على سلسلة المفاتيح فتح مفاتيح البث المحفوظة. لا تزال المفاتيح محفوظة.',
  keychainNotWritten: 'تعذّر على سلسلة المفاتيح تشفير مفاتيح البث. يحتفظ Upcast بها حتى تخرج منه فقط.',
  addressSecretHeld: (details) =>
    `أزال Upcast كلمة مرور أو رمزًا من ملف الإعدادات. كان ذلك في عنوان الخادم لدى ${say(details, 'names')}. بدون سلسلة مفاتيح، يحتفظ Upcast بكلمة المرور أو الرمز حتى تخرج منه فقط. بعد ذلك، الصق العنوان كاملًا من جديد.`,
  addressSecretInFile:
    'يحتوي عنوان خادم على كلمة مرور أو رمز تعذّر على Upcast تشفيره. لا يزال ذلك في ملف الإعدادات.',
  notSaved: (details) => `تعذّر حفظ ${say(details, 'file')}: ${diskCause(details)}.`,
  reportsNotChanged: (details) => `تعذّر تحديث التقارير المحفوظة: ${diskCause(details)}.`,
  authorityNotPem:
    'مرجع التصديق ليس بتنسيق PEM. يجب أن يبدأ بعبارة BEGIN CERTIFICATE وينتهي بعبارة END CERTIFICATE.',
  authorityUnreadable: 'تعذّرت قراءة مرجع التصديق. قد تكون الشهادة ناقصة أو تالفة.',
  keyTooLong: (details) => `مفتاح البث طويل جدًا. الحد الأقصى ${say(details, 'maximumBytes')} بايت.`,
  addressTooLong: (details) => `عنوان الخادم طويل جدًا. الحد الأقصى ${say(details, 'maximumBytes')} بايت.`,
  codecFixed: (details) =>
    `لا يمكن التبديل من ${say(details, 'from')} إلى ${say(details, 'to')} أثناء البث. أنهِ البث أولًا.`,
  imageUnknown: 'هذا الملف ليس صورة يستطيع Upcast عرضها.',
  imageDamaged: 'ملف الصورة تالف أو غير مكتمل.',
  imageTooLarge: (details) =>
    `الصورة كبيرة جدًا: ${iso(`${String(details['width'] ?? '')} × ${String(details['height'] ?? '')}`)} بكسل.`,
  imageTooManyFrames: (details) => `في الصورة المتحركة إطارات كثيرة جدًا: ${say(details, 'frames')}.`,
  imageTooComplex: 'يستغرق رسم صورة SVG هذه وقتًا طويلًا.',
  pageAddressBad: `يجب أن يبدأ عنوان الصفحة بـ ${iso('http://')} أو ${iso('https://')}.`,
  pageAddressMissing: 'عنوان هذه الصفحة غير محفوظ على هذا الكمبيوتر. أدخله من جديد.',
  pageNotLoaded: (details) => `يتعذّر تحميل الصفحة من ${say(details, 'host')} (${say(details, 'cause')}).`,
  pageAnswered: (details) =>
    `يتعذّر تحميل الصفحة من ${say(details, 'host')}: ${iso(`HTTP ${String(details['status'] ?? '')}`)}.`,
  pageCrashed: (details) => `تعطلت الصفحة من ${say(details, 'host')}.`,
  pageClosed: (details) => `أغلقت الصفحة من ${say(details, 'host')} نفسها.`,
  pageHung: (details) => `توقفت الصفحة من ${say(details, 'host')} عن الاستجابة، فأغلقها Upcast.`,
  pageMemory: (details) =>
    `استخدمت الصفحة من ${say(details, 'host')} أكثر من ${iso(`${String(details['megabytes'] ?? '')} MB`)} من الذاكرة، فأغلقها Upcast.`,
  pageFlood: (details) => `شغلت الصفحة من ${say(details, 'host')} تطبيق Upcast أكثر مما يجب، فأغلقها.`,
  collectionTooLarge: 'مجموعة المشاهد هذه أكبر من أن تُستورد.',
  collectionDamaged: 'مجموعة المشاهد تالفة: ملف JSON غير مكتمل.',
  collectionForeign: 'هذه ليست مجموعة مشاهد يستطيع Upcast استيرادها.',
  collectionUnknown: 'لم تعد مجموعة المشاهد هذه موجودة.',
  collectionBusy: 'لا تزال مجموعة مشاهد أخرى قيد التصدير أو الاستيراد. انتظر حتى تنتهي، أو ألغِها.',
  collectionOpen: 'لا يمكنك إزالة مجموعة المشاهد المفتوحة. بدّل إلى غيرها أولًا.',
  collectionsFixed: `لا يمكنك تبديل مجموعات المشاهد عندما يعمل Upcast بلا نافذة. شغّل Upcast مع ${iso('--collection FILE')} لاستخدام مجموعة أخرى.`,
  tooManyCollections: (details) => `${maximum('لمجموعات المشاهد')(details)} أزل إحداها أولًا.`,
  collectionFromBackup: (details) =>
    `مجموعة المشاهد «${say(details, 'name')}» تالفة، ففتح Upcast نسختها الاحتياطية. قد تنقصها التغييرات الأخيرة. احتفظ Upcast بالملف التالف باسم ${say(details, 'file')}.`,
  collectionAside: (details) =>
    `إحدى مجموعات المشاهد تالفة وليس لها نسخة احتياطية. احتفظ Upcast بالملف التالف باسم ${say(details, 'file')}.`,
  collectionStuck: (details) => `تعذّرت قراءة مجموعة المشاهد في ${say(details, 'file')}.`,
  collectionNewer: (details) =>
    `حُفظت مجموعة المشاهد «${say(details, 'name')}» بإصدار أحدث من Upcast. حدِّث Upcast لفتحها.`,
  importNewer: 'حُفظت مجموعة المشاهد هذه بإصدار أحدث من Upcast. حدِّث Upcast لاستيرادها.',
  collectionUnfit: 'مجموعة المشاهد تالفة.',
  exportFolderTaken: (details) => `المجلد «${say(details, 'folder')}» موجود بالفعل. اختر اسمًا آخر.`,
  exportNotWritten: (details) => `تعذّر تصدير مجموعة المشاهد: ${diskCause(details)}.`,
  importNotCopied: (details) => `تعذّر نسخ ملفات مجموعة المشاهد: ${diskCause(details)}.`,
  collectionsNotChanged: (details) => `تعذّر تغيير مجموعات المشاهد المحفوظة: ${diskCause(details)}.`,
};

/** The sentence of `details.reason`; undefined without a reason. */
export function reason(details: ErrorDetails): string | undefined {
  const { reason: code } = details;
  if (!isErrorReason(code)) return undefined;
  const sentence = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(details);
}
