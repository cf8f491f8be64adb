/** The form of a browser page. */

export const pages = {
  edit: 'تحرير مصدر المتصفح…',
  reload: 'إعادة تحميل الصفحة',
  interact: 'تفاعل…',
  interactHint: 'يفتح الصفحة في نافذة يمكنك النقر والكتابة فيها. يُعاد تحميل المصدر عند إغلاق النافذة.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'إضافة مصدر متصفح',
  editTitle: 'تحرير مصدر المتصفح',
  description: 'يعرض صفحة ويب، مثل تنبيهات أو دردشة فوق الفيديو. تُظهر الأجزاء الشفافة من الصفحة ما خلفها.',
  address: 'العنوان',
  addressHint: 'كثيرًا ما تحتوي هذه العناوين على رمز سري. يحفظ Upcast العنوان بأمان كما يحفظ مفتاح البث.',
  addressPlaceholder: 'https://',
  width: 'العرض',
  height: 'الارتفاع',
  fps: 'أقصى معدل إطارات',
  css: 'CSS مخصص',
  cssHint: 'يضيف Upcast شيفرة CSS هذه بعد تحميل الصفحة.',
  closeWhenHidden: 'إغلاق الصفحة أثناء إخفائها',
  closeHint: 'تُحمَّل الصفحة من جديد كلما عرضها مشهد.',
  badNumber: 'أدخل عرضًا وارتفاعًا من 1 إلى 4,096 بكسل، ومعدل إطارات من 1 إلى 60 إطار/ث.',
};
