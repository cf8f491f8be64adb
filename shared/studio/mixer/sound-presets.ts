/** Filters that serve a purpose together, as data: to be added to a channel in this order. Their names are in the text catalogue. */
import { bandDefaults, soundFilterDefaults } from './sound-filter.ts';
import type { SoundFilterSettings } from './sound-filter.ts';

/** As the menu lists them. */
export const soundPresetIds = [
  'podcastVoice',
  'broadcastVoice',
  'gentleGate',
  'ducking',
  'hum50',
  'hum60',
] as const;
export type SoundPresetId = (typeof soundPresetIds)[number];

const { compressor, limiter, gate, noise } = soundFilterDefaults;

/** @param voiceChannelId the channel that ducking listens to */
export function soundPresetOf(id: SoundPresetId, voiceChannelId: string): readonly SoundFilterSettings[] {
  const presets: Readonly<Record<SoundPresetId, readonly SoundFilterSettings[]>> = {
    podcastVoice: [
      noise,
      { type: 'parametric', bands: [{ ...bandDefaults, kind: 'highPass', hz: 80, q: 0.7 }] },
      { ...compressor, ratio: 3, thresholdDb: -22, attackMs: 5, releaseMs: 120, outputDb: 4 },
      { ...limiter, thresholdDb: -3 },
    ],
    broadcastVoice: [
      noise,
      { ...gate, openDb: -42, closeDb: -48, attackMs: 5, releaseMs: 200 },
      {
        type: 'parametric',
        bands: [
          { ...bandDefaults, kind: 'highPass', hz: 90, q: 0.7 },
          { ...bandDefaults, hz: 300, db: -3 },
          { ...bandDefaults, hz: 3500, db: 3, q: 0.8 },
          { ...bandDefaults, kind: 'highShelf', hz: 9000, db: 2, q: 0.7 },
        ],
      },
      { ...compressor, ratio: 4, thresholdDb: -26, attackMs: 3, releaseMs: 100, outputDb: 8 },
      { ...limiter, thresholdDb: -3 },
    ],
    gentleGate: [{ ...gate, openDb: -40, closeDb: -46, attackMs: 10, holdMs: 250, releaseMs: 250 }],
    ducking: [
      {
        ...{ ...compressor, ratio: 3, thresholdDb: -40, attackMs: 15, releaseMs: 500 },
        sideChannelId: voiceChannelId,
      },
    ],
    hum50: [withoutHum(50)],
    hum60: [withoutHum(60)],
  };
  return presets[id];
}

/** Of the mains and its louder harmonics. */
function withoutHum(hz: number): SoundFilterSettings {
  const bands = [1, 2, 3, 4, 5, 7].map((harmonic) => ({
    ...{ ...bandDefaults, kind: 'notch' as const, hz: harmonic * hz, q: 15 },
  }));
  return { type: 'parametric', bands };
}
