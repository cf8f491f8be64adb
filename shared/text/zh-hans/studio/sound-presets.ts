/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: '播客人声',
  broadcastVoice: '广播人声',
  gentleGate: '柔和噪声门',
  ducking: '闪避',
  hum50: '去除嗡声 (50 Hz)',
  hum60: '去除嗡声 (60 Hz)',
};
