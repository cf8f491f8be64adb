/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'إظهار الرمز',
  title: 'رمز التحكم عن بُعد',
  description: 'تستطيع تطبيقات هذا الكمبيوتر التحكم في Upcast بهذا الرمز. لا تُظهره في البث.',
  copy: 'نسخ الرمز',
  copied: 'نُسخ الرمز.',
  close: 'إغلاق',
};
