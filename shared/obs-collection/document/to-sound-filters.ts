/** OBS's filters of sound as those of a channel, and what of each is lost on the way. Pure. */
import { numberAt, textAt } from '../json/fields.ts';
import type { SoundFilter } from '../../studio/document-schema.ts';
import { MAX_FILTERS } from '../../studio/filters/filter.ts';
import type { SoundFilterSettings } from '../../studio/mixer/sound-filter.ts';
import type { FilterFamily } from '../kinds.ts';
import type { ObsFilter } from '../collection.ts';
import type { Loss } from './found-input.ts';

export interface FoundSoundFilter {
  readonly from: ObsFilter;
  /** Undefined where the filter is not taken. */
  readonly filter: SoundFilter | undefined;
  readonly loss: Loss | undefined;
}

/** The id of the channel of a source with that name, where there is one. */
export type FindChannel = (sourceName: string) => string | undefined;

const soundFamilies: ReadonlySet<FilterFamily | 'unknown'> = new Set<FilterFamily>([
  ...(['gain', 'compressor', 'limiter', 'expander', 'upwardCompressor', 'noiseGate'] as const),
  ...(['noiseSuppression', 'equaliser', 'invertPolarity', 'vst'] as const),
]);

export function isSoundFilter({ family }: ObsFilter): boolean {
  return soundFamilies.has(family);
}

/** Of a source's filters those that change its sound, in the order of their work. */
export function toSoundFilters(
  filters: readonly ObsFilter[],
  findChannel: FindChannel,
): readonly FoundSoundFilter[] {
  return filters.filter(isSoundFilter).map((from, index) => {
    if (index >= MAX_FILTERS) return { from, ...lost('tooMany', { maximum: MAX_FILTERS }) };
    const { key: id, name, isEnabled } = from;
    const settings = settingsOf(from, findChannel);
    if (settings === undefined) return { from, ...lost('kindUnknown', {}) };
    const parts = lostParts(from, settings);
    return {
      ...{ from, filter: { id, name, isEnabled, settings } },
      loss: parts.length === 0 ? undefined : { reason: 'filterParts', details: { parts: parts.join(' ') } },
    };
  });
}

function settingsOf(
  { family, settings }: ObsFilter,
  findChannel: FindChannel,
): SoundFilterSettings | undefined {
  const number = (name: string, least: number, most: number): number =>
    Math.min(most, Math.max(least, numberAt(settings, name, { least: -1e6, most: 1e6, otherwise: 0 })));
  const thresholdDb = number('threshold', -60, 0);
  const releaseMs = number('release_time', 1, 1000);
  const outputDb = number('output_gain', -32, 32);
  switch (family) {
    case 'gain':
      return { type: 'gain', db: number('db', -30, 30) };
    case 'noiseGate':
      return {
        type: 'gate',
        ...{ openDb: number('open_threshold', -96, 0), closeDb: number('close_threshold', -96, 0) },
        ...{ attackMs: number('attack_time', 0, 10_000), holdMs: number('hold_time', 0, 10_000) },
        releaseMs: number('release_time', 0, 10_000),
      };
    case 'expander':
      return {
        ...{ type: 'expander', ratio: number('ratio', 1, 20), thresholdDb, releaseMs, outputDb },
        attackMs: number('attack_time', 1, 100),
        detector: textAt(settings, 'detector') === 'peak' ? 'peak' : 'rms',
      };
    case 'upwardCompressor':
      return {
        ...{ type: 'upward', ratio: number('ratio', 0, 1), thresholdDb, releaseMs },
        ...{ attackMs: number('attack_time', 1, 100), kneeDb: number('knee_width', 0, 20) },
      };
    case 'compressor': {
      const sideChannelId = findChannel(sideChainOf(settings));
      return {
        ...{ type: 'compressor', ratio: number('ratio', 1, 32), thresholdDb, releaseMs, outputDb },
        attackMs: number('attack_time', 1, 500),
        ...(sideChannelId !== undefined && { sideChannelId }),
      };
    }
    case 'limiter':
      return { type: 'limiter', thresholdDb, releaseMs };
    case 'equaliser':
      return {
        type: 'threeBand',
        ...{ lowDb: number('low', -20, 20), midDb: number('mid', -20, 20), highDb: number('high', -20, 20) },
      };
    case 'noiseSuppression':
      return { type: 'noise' };
    case 'invertPolarity':
      return { type: 'invert' };
    default:
      return undefined;
  }
}

/** Empty where there is none. */
function sideChainOf(settings: ObsFilter['settings']): string {
  const name = textAt(settings, 'sidechain_source');
  return name === 'none' ? '' : name;
}

function lostParts({ family, settings }: ObsFilter, taken: SoundFilterSettings): readonly string[] {
  const isGained = numberAt(settings, 'output_gain', { least: -100, most: 100, otherwise: 0 }) !== 0;
  const isAlone = taken.type === 'compressor' && taken.sideChannelId === undefined;
  return [
    ...(family === 'noiseSuppression' && textAt(settings, 'method') !== 'rnnoise' ? ['suppression'] : []),
    ...(family === 'upwardCompressor' && isGained ? ['outputGain'] : []),
    ...(isAlone && sideChainOf(settings) !== '' ? ['sideChain'] : []),
  ];
}

function lost(reason: Loss['reason'], details: Loss['details']): Omit<FoundSoundFilter, 'from'> {
  return { filter: undefined, loss: { reason, details } };
}
