/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Podcast-Stimme',
  broadcastVoice: 'Radiostimme',
  gentleGate: 'Sanftes Gate',
  ducking: 'Ducking',
  hum50: 'Brummen entfernen (50 Hz)',
  hum60: 'Brummen entfernen (60 Hz)',
};
