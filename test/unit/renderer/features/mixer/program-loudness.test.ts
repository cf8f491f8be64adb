import { expect, it } from 'vitest';
import { targetOf } from '../../../../../renderer/features/mixer/master/program-loudness.ts';

const to = (serviceId: string, isEnabled = true) => ({ serviceId, isEnabled, relayedServiceIds: undefined });

it('the target is the chosen one, or the chosen loudness', () => {
  expect(targetOf('ebu-r128', [to('youtube')])).toMatchObject({ id: 'ebu-r128', lufs: -23 });
  expect(targetOf(-18.5, [])).toMatchObject({ id: 'own', lufs: -18.5 });
});

it('the target follows the services that are sent to, those behind a relay as well', () => {
  expect(targetOf('auto', [to('youtube')]).id).toBe('youtube');
  expect(targetOf('auto', [to('youtube'), to('facebook', false)]).id).toBe('youtube');
  expect(targetOf('auto', [to('youtube'), to('facebook')]).id).toBe('facebook');
  const relay = { serviceId: 'relay', relayedServiceIds: ['twitch'], isEnabled: true };
  expect(targetOf('auto', [relay]).id).toBe('twitch');
  expect(targetOf('auto', []).id).toBe('streaming');
});

it('a target that nothing is known of counts as none', () => {
  expect(targetOf('a-newer-one', [to('twitch')]).id).toBe('twitch');
});
