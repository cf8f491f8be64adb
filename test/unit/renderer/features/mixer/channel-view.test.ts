import { describe, expect, it } from 'vitest';
import { channelName, filterLine } from '../../../../../renderer/features/mixer/strip/channel-view.ts';
import type { SoundFilter } from '../../../../../shared/studio/document-schema.ts';
import { soundFilterDefaults } from '../../../../../shared/studio/mixer/sound-filter.ts';

const { gate, limiter, compressor } = soundFilterDefaults;
const microphone = { id: 'source', kind: 'audio', input: { type: 'microphone' } } as const;

describe('the name of a strip', () => {
  it('is the one that a person gave the source', () => {
    expect(channelName({ ...microphone, name: 'Ada' }, 'USB microphone')).toBe('Ada');
  });

  it('is the device’s while nobody gave one, and the kind’s while the device is unknown', () => {
    expect(channelName({ ...microphone, name: 'Audio' }, 'USB microphone')).toBe('USB microphone');
    expect(channelName({ ...microphone, name: 'Audio' }, undefined)).toBe('Microphone');
  });

  it('says that a channel without a source has no audio', () => {
    expect(channelName(undefined, 'USB microphone')).toBe('No audio');
  });
});

describe('the filters on a strip', () => {
  const filter = (name: string, settings: SoundFilter['settings'], isEnabled = true): SoundFilter => ({
    ...{ id: name.toLowerCase(), name, settings, isEnabled },
  });
  const line = (...filters: SoundFilter[]) =>
    filterLine({ id: 'music', sourceId: 'source', isMuted: false, gain: 1, filters }, (id) =>
      id === 'voice' ? 'Ada' : undefined,
    );

  it('are those that are on, in their order', () => {
    expect(line()).toBeUndefined();
    expect(line(filter('Gate', gate), filter('Off', limiter, false), filter('Limiter', limiter))).toBe(
      'Gate, Limiter',
    );
  });

  it('say whose voice turns the channel down', () => {
    const ducking = { ...compressor, sideChannelId: 'voice' };
    expect(line(filter('Gate', gate), filter('Ducking', ducking))).toBe('Ducked by Ada, Gate');
  });
});
