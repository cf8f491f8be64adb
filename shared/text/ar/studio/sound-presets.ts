/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';
import { iso } from '../format.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'صوت بودكاست',
  broadcastVoice: 'صوت إذاعي',
  gentleGate: 'بوابة خفيفة',
  ducking: 'خفض تلقائي',
  hum50: `إزالة الطنين (${iso('50 Hz')})`,
  hum60: `إزالة الطنين (${iso('60 Hz')})`,
};
