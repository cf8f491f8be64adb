import { expect, it } from 'vitest';
import { presetsFor } from '../../../../../renderer/features/mixer/filters/preset-filters.ts';

const channel = (id: string) => ({ id, sourceId: `source-${id}`, isMuted: false, gain: 1 });
const listenedTo = (channelId: string, ids: readonly string[]) =>
  presetsFor(channelId, ids.map(channel))
    .find(({ label }) => label === 'Ducking')
    ?.filters.map(({ settings }) => settings.type === 'compressor' && settings.sideChannelId);

it('a preset for ducking listens to the main channel, else to the first other one', () => {
  expect(listenedTo('music', ['game', 'music', 'main'])).toEqual(['main']);
  expect(listenedTo('main', ['main', 'guest', 'music'])).toEqual(['guest']);
});

it('the only channel is offered no ducking', () => {
  expect(listenedTo('main', ['main'])).toBeUndefined();
  expect(presetsFor('main', [channel('main')]).map(({ label }) => label)).toContain('Podcast voice');
});
