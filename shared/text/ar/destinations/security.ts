/** What people read of a destination's encryption and of its name. */
import { iso } from '../format.ts';

export const security = {
  tls: 'TLS',
  notEncrypted: 'غير مشفّر',
  notEncryptedHint: 'غير مشفّر: يستطيع الآخرون على الشبكة قراءة مفتاح البث.',
  flows: 'بروتوكول RTMFP، الخادم غير متحقَّق منه',
  flowsHint: 'لا يتحقق RTMFP من الخادم: يستطيع من هم على الشبكة قراءة مفتاح البث.',
  backupNotEncrypted: 'الاحتياطي غير مشفّر',
  backupNotEncryptedHint: 'عندما يستخدم Upcast الخادم الاحتياطي، يستطيع الآخرون على الشبكة قراءة مفتاح البث.',
  backupGetsKey: 'يستخدم مفتاح البث نفسه.',
  backupGetsKeyPlain: 'يستخدم مفتاح البث نفسه بلا تشفير.',
  backupIsWeaker: `الخادم الأساسي مشفّر، أما هذا فلا: يستطيع الآخرون على الشبكة قراءة مفتاح البث. استخدم ${iso('rtmps://')}، أو اسمح به أدناه.`,
  allowPlainBackup: 'السماح بهذا الخادم الاحتياطي بلا تشفير',
  allowPlainBackupHint: 'قد يحجب أحد على شبكتك الخادم الأساسي، فيفرض استخدام الاحتياطي ويقرأ مفتاح البث.',
  nameHasInvisible: 'يحتوي الاسم على حرف غير مرئي قد يخفي النص أو يغيّر ترتيبه. أدخل الاسم من جديد.',
};
