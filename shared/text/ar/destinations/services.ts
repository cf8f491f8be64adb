/** What each service of the catalogue says of itself: where its stream key is found, and what is good to know. By the service's id. */
import { iso } from '../format.ts';

export const services = {
  youtube: {
    keyHint: `«${iso('YouTube Studio > Create > Go live > Stream')}»: انسخ مفتاح البث.`,
    notes: [
      `لترميز ${iso('H.264')} توصي YouTube بمعدل ${iso('12 Mbps')} عند ${iso('1080p60')} و${iso('24 Mbps')} عند ${iso('1440p60')} و${iso('35 Mbps')} عند ${iso('2160p60')}.`,
      'تستخدم الخوادم المشفّرة المنفذ 443 فقط. يحتاج الاحتياطي إلى الترميز نفسه.',
    ],
  },
  twitch: {
    keyHint: `«${iso('Creator Dashboard > Settings > Stream')}»: انسخ مفتاح البث الأساسي.`,
    notes: [
      'تختار Twitch أقرب خادم. يمكنك إدخال أي خادم آخر من قائمة Twitch.',
      'يمكن أن يستمر البث حتى 48 ساعة.',
      `معدل بت ثابت فقط. الصوت: ${iso('AAC-LC')}، أحادي أو ستيريو، 44.1 أو ${iso('48 kHz')}. يناسب معدل ${iso('128 kbps')} كل المشاهدين.`,
    ],
  },
  facebook: {
    keyHint: `«${iso('Live Producer > Streaming software')}»: انسخ مفتاح البث مع الجزء الطويل في آخره.`,
    notes: [
      `الموصى به: ${iso('4.5–9 Mbps')} عند ${iso('1080p60')}، و${iso('3–6 Mbps')} عند ${iso('1080p30')}، و${iso('1.5–4 Mbps')} عند ${iso('720p30')}.`,
      'التشفير والصوت إلزاميان. يمكن أن يستمر البث حتى 8 ساعات.',
      'لا تسمح Facebook بتغيير الترميز أثناء البث. أوقف معدل البت المتغير.',
      'تنتهي صلاحية العناوين غير المستخدمة بعد 24 ساعة.',
      'يجب أن يكون عمر حسابك 60 يومًا على الأقل وأن يكون له 100 متابع.',
    ],
  },
  instagram: {
    keyHint: `يعرض ${iso('Live Producer')} على الويب عنوانًا ومفتاحًا جديدين لكل بث.`,
    notes: [
      `الموصى به: ${iso('720 × 1280')} بمعدل 30 إطار/ث، ${iso('2.25–6 Mbps')}. الصوت: ستيريو بتردد ${iso('44.1 kHz')}، حتى ${iso('256 kbps')}.`,
    ],
  },
  tiktok: {
    keyHint: `يعرض ${iso('LIVE Studio')} أو ${iso('LIVE Center')} عنوانًا ومفتاحًا لكل بث.`,
    notes: [
      'تقرر TikTok من يستطيع البث ببرامج أخرى.',
      `المقترح: نحو ${iso('2.5 Mbps')} عند ${iso('1080 × 1920')}.`,
    ],
  },
  kick: {
    keyHint: `«${iso('Creator Dashboard > Settings > Stream URL & Key')}»: انسخ كليهما.`,
    notes: [`تعمل Kick على ${iso('Amazon IVS')}: ${iso('TLS 1.2')} أو أحدث، ولا بث بالصوت وحده.`],
  },
  'amazon-ivs': {
    keyHint: 'تعرض القناة في وحدة تحكم AWS خادم الاستقبال ومفتاح البث.',
    notes: [
      `تقبل قنوات BASIC حتى ${iso('1.5 Mbps')} عند ${iso('480p')} و${iso('3.5 Mbps')} عند ${iso('1080p')}. قد ينقطع الاتصال عند معدلات أعلى.`,
      `يلزم ${iso('TLS 1.2')} أو أحدث ما لم تسمح القناة بغير ذلك. لا بث بالصوت وحده.`,
      `إطار مفتاحي كل ثانية يقلل زمن الوصول. لا تقبل مراحل الوقت الفعلي إطارات B، وتقبل حتى ${iso('160 kbps')} من الصوت.`,
    ],
  },
  x: {
    keyHint: `«${iso('Media Studio > Producer > Sources')}»: أنشئ مصدر RTMP.`,
  },
  linkedin: {
    keyHint: 'تعرض صفحة بث الحدث العنوان والمفتاح. عليك طلب الوصول أولًا.',
    notes: [`المقترح: ${iso('720p30')} بنحو ${iso('3.5 Mbps')}. يُقبل ${iso('1080p')} أيضًا.`],
  },
  vimeo: {
    keyHint: `«${iso('Event settings > Connect to encoder')}»: انسخ عنوان RTMPS ومفتاح البث.`,
    notes: [
      'إذا عرض الحدث عنوانًا آخر، فاستخدمه.',
      `الموصى به: حتى ${iso('5 Mbps')} عند ${iso('1080p30')}. تستمر الأحداث 12 ساعة ما لم تُمدَّد.`,
    ],
  },
  dacast: {
    keyHint: 'يعرض إعداد المرمّز في قناة البث العنوان والمفتاح.',
  },
  restream: {
    keyHint: `«${iso('Dashboard > RTMP setup')}»: انسخ مفتاح البث.`,
    notes: ['يحتاج البث الاحتياطي إلى مفتاح ثانٍ.'],
  },
  castr: {
    keyHint: 'تعرض صفحة البث المفتاح وعنوان منطقته.',
  },
  'cloudflare-stream': {
    keyHint: `«${iso('Stream > Live inputs')}»: يعرض الإدخال مفتاح RTMPS الخاص به.`,
    notes: [
      `الفيديو والصوت معًا: ${iso('2–14 Mbps')}، والأفضل أقل من 10. مجموعات GOP مغلقة.`,
      'إطار مفتاحي كل 2 إلى 10 ثوانٍ، والأفضل كل 4 إلى 8.',
      'للتشغيل بزمن وصول منخفض: إطار مفتاحي كل 2 إلى 4 ثوانٍ، ومن دون إطارات B.',
      'قد تغلق Cloudflare الاتصال من حين لآخر. بعد إعادة الاتصال يستمر البث نفسه.',
    ],
  },
  mux: {
    keyHint: `«${iso('Live Streams')}»: يعرض البث مفتاحه.`,
    notes: ['تحدد مهلة إعادة الاتصال في البث أطول مدة للانقطاع.'],
  },
  livepeer: {
    keyHint: `«${iso('Streams')}»: يعرض البث مفتاحه.`,
  },
  'dolby-optiview': {
    keyHint: 'تعرض صفحة رمز النشر اسم بث RTMP. استخدم هذا الاسم مفتاحًا للبث.',
  },
  'google-live-stream': {
    keyHint: 'العنوان والمفتاح في نقطة الإدخال الخاصة بالمشروع.',
    notes: [
      `تقبل المدخلات حتى ${iso('6 Mbps')} (SD) أو ${iso('25 Mbps')} (HD) أو ${iso('50 Mbps')} (UHD).`,
      `الموصى به: ${iso('20 Mbps')} عند ${iso('1080p60')}، و${iso('8 Mbps')} عند ${iso('720p30')}.`,
    ],
  },
  vindral: {
    keyHint: 'تعرض صفحة القناة في بوابة Vindral مفتاح الاستقبال.',
  },
  trovo: {
    keyHint: `«${iso('Trovo Studio > My Channel > Stream')}»: انسخ مفتاح البث.`,
  },
  steam: {
    keyHint: 'تعرض صفحة رفع البث في حسابك على Steam مفتاحك.',
  },
  picarto: {
    keyHint: `«${iso('Dashboard > Stream settings')}»: انسخ مفتاح البث.`,
  },
  chzzk: {
    keyHint: `«${iso('CHZZK Studio > Broadcast settings')}»: انسخ مفتاح البث.`,
  },
  bilibili: {
    keyHint: 'يعرض مركز البث العنوان والمفتاح. انسخ المفتاح كاملًا مع الجزء الطويل في آخره.',
  },
  'api-video': {
    keyHint: `«${iso('Live Streams')}»: يعرض البث مفتاحه.`,
  },
  dlive: {
    keyHint: `«${iso('Dashboard > Stream settings')}»: انسخ مفتاح البث.`,
  },
  uscreen: {
    keyHint: 'تعرض صفحة الحدث المباشر في منطقة الإدارة على Uscreen مفتاحه.',
  },
  sympla: {
    keyHint: 'تعرض صفحة الحدث عبر الإنترنت في حساب المنظّم مفتاحه.',
  },
  onlyfans: {
    keyHint: `«${iso('Settings > Streaming')}»: انسخ المفتاح.`,
  },
  rumble: {
    keyHint: 'تعرض صفحة إعداد البث المباشر العنوان والمفتاح.',
    notes: ['تسرد صفحة الإعداد الحدود.'],
  },
  telegram: {
    keyHint: `ابدأ بثًا مباشرًا في القناة ثم «${iso('Stream with other apps')}»: انسخ عنوان الخادم والمفتاح.`,
  },
  peertube: {
    keyHint: `«${iso('Publish > Go live')}»: تعرض صفحة الفيديو العنوان والمفتاح.`,
    notes: ['خادم مستضاف ذاتيًا: يحدد مالكه الحدود. يمكنك إضافة مرجع تصديق الخادم إلى الوجهة.'],
  },
  owncast: {
    keyHint: `«${iso('Admin page > Configuration > Server setup')}»: انسخ أحد مفاتيح البث.`,
    notes: ['خادم مستضاف ذاتيًا: يحدد مالكه الحدود. غيّر المفتاح الافتراضي.'],
  },
  'nginx-rtmp': {
    keyHint: 'يصلح أي اسم ما لم يتحقق الخادم من المفاتيح.',
    notes: ['يمكن أن يصل طول كل من التطبيق والمفتاح إلى 255 بايت. يحتاج TLS إلى وكيل أمام الخادم.'],
  },
  relay: {
    keyHint: 'ينشئ «الإرسال عبر مرحّل» العنوان والمفتاح مع ملفات المرحّل.',
    notes: ['يمرّر المرحّل بثك من دون تغيير، لذلك يفحص Upcast ترميزك لكل خدمة وراءه.'],
  },
  mediamtx: {
    keyHint: 'المسار هو التطبيق والمفتاح معًا. أضف اسم مستخدم وكلمة مرور إذا طلبهما الخادم.',
  },
  srs: {
    keyHint: 'يصلح أي اسم ما لم يتحقق الخادم من المفاتيح.',
  },
  'node-media-server': {
    keyHint: 'يصلح أي اسم. أضف توقيعًا بعده إذا كان الخادم يتحقق منه.',
  },
};
