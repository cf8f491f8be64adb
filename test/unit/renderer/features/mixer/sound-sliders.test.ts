import { describe, expect, it } from 'vitest';
import { soundSliders } from '../../../../../renderer/features/mixer/filters/sound-sliders.ts';
import {
  soundFilterDefaults,
  soundFilterSettingsSchema,
  soundFilterTypes,
} from '../../../../../shared/studio/mixer/sound-filter.ts';

describe.each(soundFilterTypes)('the sliders of %s', (type) => {
  const defaults: Readonly<Record<string, unknown>> = soundFilterDefaults[type];

  it('are there for every number of its settings, and for nothing else', () => {
    const numbers = Object.keys(defaults).filter((key) => typeof defaults[key] === 'number');
    expect(
      soundSliders()
        [type].map(({ key }) => key)
        .toSorted(),
    ).toEqual(numbers.toSorted());
  });

  it.each(soundSliders()[type])(
    '$key goes as far as the document takes, and no further',
    ({ key, min, max, step }) => {
      const isTaken = (value: number) =>
        soundFilterSettingsSchema.safeParse({ ...defaults, [key]: value }).success;
      expect([min - step, min, max, max + step].map(isTaken)).toEqual([false, true, true, false]);
    },
  );
});
