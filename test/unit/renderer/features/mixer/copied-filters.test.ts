import { expect, it } from 'vitest';
import { filtersFor } from '../../../../../renderer/features/mixer/filters/copied-filters.ts';
import { soundFilterDefaults } from '../../../../../shared/studio/mixer/sound-filter.ts';

const { gate, compressor } = soundFilterDefaults;
const ducking = { settings: { ...compressor, sideChannelId: 'voice' } };
const channels = [{ id: 'voice' }, { id: 'music' }];

it('a copied compressor listens on to the other channel', () => {
  expect(filtersFor([{ settings: gate }, ducking], 'music', channels)).toEqual([{ settings: gate }, ducking]);
});

it('a copied compressor listens to its own channel where the other one is the same or gone', () => {
  expect(filtersFor([ducking], 'voice', channels)).toEqual([{ settings: compressor }]);
  expect(filtersFor([ducking], 'music', [{ id: 'music' }])).toEqual([{ settings: compressor }]);
});
