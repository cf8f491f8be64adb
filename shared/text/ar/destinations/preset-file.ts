/** Why a file can't be imported. */
import { format, iso } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE = `يستورد Upcast الوجهات المصدَّرة منه، وملف service.json من OBS، وملفات ${iso('obs-multi-rtmp')} أو ${iso('Aitum Multistream')}. ويستورد أيضًا الملفات النصية التي فيها عنوان واحد في كل سطر.`;

export const presetFile = {
  notAFile: 'هذا ليس ملفًا يستطيع Upcast قراءته. اختر ملفًا لا مجلدًا.',
  unreadable: 'تعذّرت قراءة الملف.',
  tooLarge: (maximumBytes: number) => `الملف كبير جدًا. الحد الأقصى ${format.bytes(maximumBytes)}.`,
  notText: `هذا ليس ملفًا نصيًا. ${IMPORTABLE}`,
  damagedJson: 'الملف تالف: يبدأ على أنه JSON لكنه غير مكتمل.',
  foreign: `لا يستطيع Upcast استيراد هذا الملف. ${IMPORTABLE}`,
  outputsUnreadable: 'تعذّرت قراءة الوجهات في هذا الملف.',
  noAddress: 'لا يحتوي الملف على عناوين خوادم.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `تعذّرت قراءة أي عنوان في الملف. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `حُفظ هذا الملف بإصدار أحدث من Upcast (التنسيق ${format.number(version)}؛ يقرأ هذا الإصدار حتى التنسيق ${format.number(known)}). حدِّث Upcast لاستيراده.`,
  damaged: (place: string) => (place === '' ? 'الملف تالف.' : `الملف تالف عند «${iso(place)}».`),
  changedKeys: 'تلف الملف أو تغيّر بعد حفظه، فلا يستطيع Upcast استخدام مفاتيحه.',
  tooSlow: 'استغرقت قراءة الملف وقتًا طويلًا. قد يكون الملف كبيرًا جدًا.',
  tooMuchMemory: 'استهلكت قراءة الملف ذاكرة كبيرة. قد يكون الملف كبيرًا جدًا.',
  readerFailed: 'تعذّرت قراءة الملف. أعد المحاولة.',
};
