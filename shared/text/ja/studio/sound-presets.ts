/** Presets of sound filters: what a channel gets by one click. */
import type { SoundPresetId } from '../../../studio/mixer/sound-presets.ts';

export const soundPresets: Readonly<Record<SoundPresetId, string>> = {
  podcastVoice: 'ポッドキャストの声',
  broadcastVoice: '放送の声',
  gentleGate: '穏やかなゲート',
  ducking: 'ダッキング',
  hum50: 'ハムノイズ除去 (50 Hz)',
  hum60: 'ハムノイズ除去 (60 Hz)',
};
