/** The filter of some settings. */
import { missingCase } from '../../../../shared/assert.ts';
import type { SoundFilterSettings } from '../../../../shared/studio/mixer/sound-filter.ts';
import { Compressor } from './compressor.ts';
import { factorOfDb } from './decibels.ts';
import { Delay } from './delay.ts';
import { Expander } from './expander.ts';
import { Gain } from './gain.ts';
import { Gate } from './gate.ts';
import { NoiseSuppressor } from './noise/noise-suppressor.ts';
import { Parametric } from './parametric.ts';
import type { SoundFilter } from './sound-filter.ts';
import { ThreeBand } from './three-band.ts';

/** OBS Studio's too: at once, so that no sample passes above the threshold. */
const LIMITER_ATTACK_MS = 0.001;

/**
 * @param before a filter that the new one replaces: what it knows of the sound goes on where both are of one type.
 * @param isSameInput whether the new one gets the sound that the one before got
 */
export function createSoundFilter(
  settings: SoundFilterSettings,
  sampleRate: number,
  before?: SoundFilter,
  isSameInput = true,
): SoundFilter {
  switch (settings.type) {
    case 'gain':
      return new Gain(factorOfDb(settings.db));
    case 'invert':
      return new Gain(-1);
    case 'gate':
      return new Gate(settings, sampleRate, before);
    case 'expander':
    case 'upward':
      return new Expander(settings, sampleRate, before);
    case 'compressor': {
      const { ratio, sideChannelId, ...times } = settings;
      const curve = { ...times, share: 1 - 1 / ratio, hasSideChain: sideChannelId !== undefined };
      return new Compressor(curve, sampleRate, before);
    }
    case 'limiter': {
      const curve = { ...settings, share: 1, attackMs: LIMITER_ATTACK_MS, outputDb: 0, hasSideChain: false };
      return new Compressor(curve, sampleRate, before);
    }
    case 'threeBand':
      return new ThreeBand(settings, sampleRate, before);
    case 'parametric':
      return new Parametric(settings, sampleRate, before);
    case 'noise':
      return new NoiseSuppressor(sampleRate);
    case 'delay':
      return new Delay(settings.ms, sampleRate, before, isSameInput);
    default:
      return missingCase(settings);
  }
}
