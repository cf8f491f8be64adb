/** Updates: the dialog, the notices, and what can go wrong. */
import type { PackageKind } from '../../../updates/update-state.ts';
import { iso } from '../format.ts';

/** Where the newer version comes from, for packages that don't update themselves. */
const sources: Readonly<Record<PackageKind, string>> = {
  installer: '',
  mac: '',
  appimage: '',
  deb: `ثبّته بمدير الحزم، أو نزّل ملف ${iso('.deb')} من صفحة إصدارات Upcast.`,
  rpm: `ثبّته بمدير الحزم، أو نزّل ملف ${iso('.rpm')} من صفحة إصدارات Upcast.`,
  flatpak: `ثبّته من مركز البرامج، أو شغّل الأمر: ${iso('flatpak update')}`,
  snap: `ثبّته من مركز البرامج، أو شغّل الأمر: ${iso('snap refresh')}`,
  folder: 'نزّله من صفحة إصدارات Upcast.',
};

export const updates = {
  menu: 'البحث عن تحديثات…',
  title: 'التحديثات',
  version: (version: string) => iso(`Upcast ${version}`),

  off: 'لا تبحث هذه النسخة عن تحديثات.',
  idle: 'لم يبحث Upcast عن تحديثات بعد.',
  newest: 'لديك أحدث إصدار.',
  checking: 'جارٍ البحث عن تحديثات…',
  available: (version: string) => `يتوفر ${iso(`Upcast ${version}`)}.`,
  source: (kind: PackageKind) => sources[kind],
  waiting: (version: string) => `يتوفر ${iso(`Upcast ${version}`)}. سينزّله Upcast عندما لا تبث ولا تسجّل.`,
  downloading: (version: string, percent: number) =>
    `جارٍ تنزيل ${iso(`Upcast ${version}`)}: ${iso(`${percent}%`)}`,
  ready: (version: string) => `أصبح ${iso(`Upcast ${version}`)} جاهزًا للتثبيت.`,
  readyWhileBusy: 'يمكنك إعادة التشغيل عندما لا تبث ولا تسجّل.',
  installing: 'جارٍ إعادة التشغيل…',

  check: 'البحث الآن',
  restart: 'إعادة التشغيل والتحديث',
  whatsNew: 'ما الجديد',
  noNotes: 'صدر هذا الإصدار بلا ملاحظات.',
  automatic: 'البحث عن تحديثات تلقائيًا',
  automaticHint: 'يسأل Upcast خادم التحديثات عن أحدث إصدار ولا يرسل شيئًا عنك.',
  channel: 'قناة التحديثات',
  channels: { stable: 'المستقرة', beta: 'التجريبية' },

  installed: (version: string) => `حُدِّث Upcast إلى الإصدار ${iso(version)}.`,
  goBack: (version: string) =>
    `للعودة، ثبّت ${iso(`Upcast ${version}`)} من جديد. إعداداتك من قبل التحديث في المجلد ${iso('before-update')} داخل مجلد إعدادات Upcast.`,
};
