/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Голос для подкаста',
  broadcastVoice: 'Голос для эфира',
  gentleGate: 'Мягкий гейт',
  ducking: 'Приглушение под голос',
  hum50: 'Снятие гула (50 Hz)',
  hum60: 'Снятие гула (60 Hz)',
};
