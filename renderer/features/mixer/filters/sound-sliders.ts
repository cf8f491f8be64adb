/** The numbers of each audio filter as sliders: their range, and what one step is. The ranges are those of the schema. */
import { MAX_SOUND_DELAY_MS } from '../../../../shared/studio/mixer/sound-filter-limits.ts';
import type { SoundFilterType } from '../../../../shared/studio/mixer/sound-filter.ts';
import { texts } from '../../../../shared/text/text.ts';
import type { PlainText, Slider } from '../../filters/index.ts';

type SliderName = PlainText<typeof texts.soundFilters>;

function decibels(key: SliderName, min: number, max: number): Slider {
  const words = texts.soundFilters;
  return { key, label: words[key], unit: words.units.decibels, min, max, step: 0.5, decimals: 1 };
}

function milliseconds(key: SliderName, min: number, max: number): Slider {
  const words = texts.soundFilters;
  return { key, label: words[key], unit: words.units.milliseconds, min, max, step: 1, decimals: 0 };
}

function ratio(min: number, max: number, step: number, decimals: number): Slider {
  const { ratio: label, units } = texts.soundFilters;
  return { key: 'ratio', label, unit: units.ratio, min, max, step, decimals };
}

/** Of each type, in the words of now. */
export function soundSliders(): Readonly<Record<SoundFilterType, readonly Slider[]>> {
  const attackMs = milliseconds('attackMs', 1, 100);
  const releaseMs = milliseconds('releaseMs', 1, 1000);
  const thresholdDb = decibels('thresholdDb', -60, 0);
  const outputDb = decibels('outputDb', -32, 32);
  return {
    noise: [],
    gate: [
      ...[decibels('closeDb', -96, 0), decibels('openDb', -96, 0)],
      ...[milliseconds('attackMs', 0, 10_000), milliseconds('holdMs', 0, 10_000)],
      milliseconds('releaseMs', 0, 10_000),
    ],
    expander: [ratio(1, 20, 0.1, 1), thresholdDb, attackMs, releaseMs, outputDb],
    upward: [ratio(0, 1, 0.01, 2), thresholdDb, attackMs, releaseMs, decibels('kneeDb', 0, 20)],
    compressor: [
      ...[ratio(1, 32, 0.1, 1), thresholdDb, milliseconds('attackMs', 1, 500)],
      ...[releaseMs, outputDb],
    ],
    limiter: [thresholdDb, releaseMs],
    gain: [decibels('db', -30, 30)],
    threeBand: [decibels('highDb', -20, 20), decibels('midDb', -20, 20), decibels('lowDb', -20, 20)],
    parametric: [],
    invert: [],
    delay: [milliseconds('ms', 0, MAX_SOUND_DELAY_MS)],
  };
}
