/** What nginx can't forward to, and how to set up a relay; also written to a file beside its configuration. */
import { endSentence } from '../../end-sentence.ts';
import { iso } from '../format.ts';

export const relayRefusals = {
  badAddress: (reason: string) => endSentence(`لا يستطيع Upcast استخدام العنوان أو المفتاح: ${reason}`),
  tunnel: 'لا يدعم nginx بروتوكول RTMP عبر HTTP.',
  flows: 'لا يدعم nginx بروتوكول RTMFP.',
  signIn: 'تحتاج الوجهة إلى اسم مستخدم وكلمة مرور، ولا يستطيع nginx إرسالهما.',
  noApplication: 'يحتاج nginx إلى تطبيق في العنوان، وليس في هذا العنوان تطبيق.',
  noKey: 'ليس للوجهة مفتاح بث.',
  longKey: 'مفتاح البث أطول مما يقبله nginx.',
  badHost: 'لا يستطيع nginx البحث عن اسم المضيف.',
  numericHost: 'يتحقق nginx من الشهادات باسم المضيف، لكن هذا العنوان عنوان IP.',
  pin: 'لا يستطيع nginx التحقق من شهادة مثبّتة.',
};

export const relayGuide = {
  install: 'التثبيت',
  installText: 'ثبّت nginx مع وحدتي RTMP وstream. على Debian وUbuntu:',
  copy: 'النسخ',
  copyText: (folder: string) =>
    `انسخ المجلد كاملًا إلى ${iso(folder)} على الخادم، واجعل قراءته متاحة للمستخدم root وحده. يحتوي المجلد ${iso('keys/')} على مفاتيح البث.`,
  check: 'فحص الملفات',
  start: 'التشغيل',
  stop: 'الإيقاف أو إعادة التحميل',
  stopText:
    'لا يبحث nginx عن أسماء المضيفين إلا عندما يحمّل إعداداته. أعد تحميل nginx إذا انتقلت خدمة إلى عنوان آخر.',
  send: 'البث إلى المرحّل',
  sendText: (url: string) =>
    `يبث Upcast إلى ${iso(url)} بمفتاح المرحّل نفسه. يمرّر nginx البث ما دام Upcast يرسله.`,
  readmeTitle: 'المرحّل: بث واحد داخل، وبث واحد خارج إلى كل وجهة.',
  readmeWarning: `يحتوي المجلد ${iso('keys/')} على مفاتيح البث بلا تشفير. لا تشارك هذا المجلد.`,
};
