/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'Voz de podcast',
  broadcastVoice: 'Voz de rádio',
  gentleGate: 'Gate suave',
  ducking: 'Ducking',
  hum50: 'Remover zumbido (50 Hz)',
  hum60: 'Remover zumbido (60 Hz)',
};
