/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Voz de pódcast',
  broadcastVoice: 'Voz de radio',
  gentleGate: 'Puerta suave',
  ducking: 'Atenuación por voz',
  hum50: 'Quitar zumbido (50 Hz)',
  hum60: 'Quitar zumbido (60 Hz)',
};
