/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Podcast voice',
  broadcastVoice: 'Broadcast voice',
  gentleGate: 'Gentle gate',
  ducking: 'Ducking',
  hum50: 'Hum removal (50 Hz)',
  hum60: 'Hum removal (60 Hz)',
};
