/** Names that Upcast gives to what it makes. They are saved, so they have no isolates: the window isolates names itself. */
export const names = {
  /** Of a destination without a name. */
  destination: 'وجهة',
  rehearsal: 'بث تجريبي',
  relay: 'المرحّل',
  /** The second server of a destination. */
  backupOf: (destination: string) => `${destination} (احتياطي)`,
  videoSource: 'فيديو',
  audioSource: 'صوت',
  microphone: 'ميكروفون',
  systemAudio: 'صوت سطح المكتب',
  tone: 'نغمة اختبار',
  /** The sound that comes with a captured picture. */
  soundOf: (source: string) => `صوت ${source}`,
  scene: 'مشهد',
  canvas: 'الرئيسية',
  encoding: 'الرئيسي',
  /** Of a track of sound without a name, 1 to 6. */
  track: (track: number) => `المسار ${track}`,
};
