import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { decideReadiness, whatEndingLoses } from '../../../renderer/features/go-live/readiness.ts';
import type { ReadinessInput } from '../../../renderer/features/go-live/readiness.ts';

const destination: Destination = {
  id: 'a',
  name: 'Twitch',
  serviceId: 'twitch',
  url: 'rtmp://live.example/app',
  backupMode: 'failover',
  isEnabled: true,
  hasKey: true,
  hasPassword: false,
  tls: { minimumVersion: 'TLSv1.2' },
};
const ready: ReadinessInput = {
  isRehearsing: false,
  destinations: [destination],
  capture: {
    video: { phase: 'running' },
    audio: { phase: 'running' },
    audioChoice: { type: 'microphone' },
    source: { type: 'camera' },
    isAway: false,
  },
  facts: { ffmpeg: { path: 'ffmpeg', version: '6' } },
  isMuted: false,
};

describe('decideReadiness', () => {
  it('misses nothing when all is there', () => {
    expect(decideReadiness(ready)).toEqual({ missing: [], notes: [] });
  });

  it.each<[string, Partial<ReadinessInput>, RegExp]>([
    ['no destination', { destinations: [] }, /Add a destination/],
    ['none switched on', { destinations: [{ ...destination, isEnabled: false }] }, /Switch a destination on/],
    ['no key', { destinations: [{ ...destination, hasKey: false }] }, /Twitch has no stream key/],
    ['no ffmpeg', { facts: { ffmpeg: null } }, /ffmpeg was not found/],
    ['no picture', { capture: { ...ready.capture, video: { phase: 'failed' } } }, /no picture/],
  ])('names %s', (_name, change, expected) => {
    const { missing } = decideReadiness({ ...ready, ...change });
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatch(expected);
  });

  it('needs no destination to rehearse', () => {
    expect(decideReadiness({ ...ready, isRehearsing: true, destinations: [] }).missing).toEqual([]);
  });

  it('warns of silence without standing in the way', () => {
    const silent = { ...ready.capture, audio: { phase: 'failed' as const } };
    expect(decideReadiness({ ...ready, capture: silent })).toEqual({
      missing: [],
      notes: [expect.stringMatching(/silent/)],
    });
  });
});

describe('whatEndingLoses', () => {
  it('asks by keyboard or while recording, not after a deliberate press', () => {
    expect(whatEndingLoses({ isRecording: false, isRehearsing: false, isByKeyboard: false })).toBeNull();
    expect(whatEndingLoses({ isRecording: false, isRehearsing: false, isByKeyboard: true })).not.toBeNull();
    expect(whatEndingLoses({ isRecording: true, isRehearsing: false, isByKeyboard: false })).not.toBeNull();
    expect(whatEndingLoses({ isRecording: false, isRehearsing: true, isByKeyboard: true })).toBeNull();
  });
});
