/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

const names: Readonly<Record<SoundPresetId, { readonly name: string; readonly about: string }>> = {
  podcastVoice: { name: 'Podcast voice', about: 'Noise suppression, low cut, soft compression.' },
  broadcastVoice: { name: 'Broadcast voice', about: 'Noise suppression, gate, EQ, dense compression.' },
  gentleGate: { name: 'Gentle gate', about: 'Mutes a quiet room between sentences.' },
  ducking: { name: 'Ducking', about: 'Turns this channel down while your microphone is heard.' },
  hum50: { name: 'Hum removal (50 Hz)', about: 'For mains hum in Europe, Asia, Africa and Australia.' },
  hum60: { name: 'Hum removal (60 Hz)', about: 'For mains hum in the Americas.' },
};

export const soundPresets = names;
