/** What an imported destination has besides its server, for the person who imports it. */
import { iso } from '../format.ts';

const UNREADABLE = 'مرجع لا يستطيع Upcast قراءته';

export const presetNotes = {
  backup: (host: string, isEncrypted: boolean) =>
    `الاحتياطي: ${iso(host)}، بالمفتاح نفسه${isEncrypted ? '' : ' وبلا تشفير'}.`,
  bothServers: (host: string, isEncrypted: boolean) =>
    `تبث أيضًا إلى ${iso(host)}، بالمفتاح نفسه${isEncrypted ? '' : ' وبلا تشفير'}.`,
  backupUnreadable: 'الاحتياطي: عنوان غير مقروء.',
  bothUnreadable: 'تبث أيضًا إلى عنوان غير مقروء.',
  authority: (subjects: string) =>
    subjects === UNREADABLE
      ? 'تثق أيضًا في مرجع تصديق لا يستطيع Upcast قراءته.'
      : `تثق أيضًا في مرجع التصديق هذا: ${iso(subjects)}.`,
  authorityUnreadable: UNREADABLE,
  pinned: (fingerprint: string) => `لا تقبل إلا الشهادة التي تبدأ بصمتها بـ ${iso(fingerprint)}.`,
  localAddress: (address: string) => `تستخدم العنوان المحلي ${iso(address)}.`,
  username: (name: string) => `تسجّل الدخول باسم ${iso(name)}.`,
  noProxy: 'تتصل مباشرةً بدون وكيل.',
  systemProxy: 'تستخدم وكيل النظام.',
  proxy: (host: string, canReadKey: boolean) =>
    `تستخدم الوكيل ${iso(host)}${canReadKey ? '، الذي قد يقرأ المفتاح' : ''}.`,
  proxyUnreadable: 'تستخدم وكيلًا عنوانه غير مقروء.',
  guessedEncoding: (encoding: string) =>
    `لا يحدد الملف ترميز نصه، فقرأه Upcast على أنه ${iso(encoding)}. تأكد من صحة الأسماء.`,
  doubtful: (name: string) =>
    `لم يستورد Upcast ${iso(name)}: في العنوان أو المفتاح أو اسم المستخدم أو كلمة المرور أحرف تعتمد على ترميز نص الملف. احفظ الملف بترميز UTF-8، ثم استورده من جديد.`,
  doubtfulFile:
    'في العناوين أو المفاتيح أو أسماء المستخدمين أو كلمات المرور أحرف تعتمد على ترميز نص الملف. احفظ الملف بترميز UTF-8، ثم استورده من جديد',
  cutLine: 'لم يستورد Upcast السطر الأخير: الملف تالف بعده، فقد يكون السطر غير مكتمل.',
  cutFile: 'الملف تالف بعد سطره الأول، فقد يكون ذلك السطر غير مكتمل. احفظ الملف من جديد',
  richText: 'هذا مستند نص منسق (RTF). احفظه نصًا عاديًا، ثم استورده من جديد',
};
