/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Voix de podcast',
  broadcastVoice: 'Voix de radio',
  gentleGate: 'Noise gate doux',
  ducking: 'Ducking',
  hum50: 'Anti-ronflement (50 Hz)',
  hum60: 'Anti-ronflement (60 Hz)',
};
