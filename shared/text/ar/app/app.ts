/** The items of the menu that every program has, and the choice of the language. */
import { iso } from '../format.ts';

export const appMenu = {
  edit: 'تحرير',
  undo: 'تراجع',
  redo: 'إعادة',
  cut: 'قص',
  copy: 'نسخ',
  paste: 'لصق',
  pasteAsText: 'لصق بلا تنسيق',
  delete: 'حذف',
  selectAll: 'تحديد الكل',
  actualSize: 'الحجم الفعلي',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  fullScreen: 'ملء الشاشة',
  developerTools: 'أدوات المطوّرين',
  close: 'إغلاق النافذة',
  quit: 'إنهاء Upcast',
  about: 'حول Upcast',
  services: 'الخدمات',
  hide: 'إخفاء Upcast',
  hideOthers: 'إخفاء البقية',
  showAll: 'إظهار الكل',
  window: 'نافذة',
};

export const languageSettings = {
  label: 'اللغة',
  /** What the system prefers, by its own name. */
  system: (language: string) => `لغة النظام (${iso(language)})`,
  reload: 'يعيد Upcast تحميل نافذته عند الحفظ.',
  busy: 'يمكنك تغيير اللغة عندما لا تكون على الهواء ولا تسجّل.',
};

/** For those who hear the messages at the edge of the window. `{hotkey}` stays as it is. */
export const toasts = {
  list: 'الإشعارات ({hotkey})',
  one: 'إشعار',
};
