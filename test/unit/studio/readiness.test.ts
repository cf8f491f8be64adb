import { describe, expect, it } from 'vitest';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { decideReadiness, isCaptureUnderWay } from '../../../shared/studio/readiness.ts';
import type { CaptureReport, ReadinessInput } from '../../../shared/studio/readiness.ts';
import type { ReadinessItem } from '../../../shared/studio/readiness-item.ts';
import { texts } from '../../../shared/text/text.ts';
import { whatEndingLoses } from '../../../renderer/features/go-live/ending.ts';

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
const capture = { video: 'running', audio: 'running', isAway: false } as const;
const ready: ReadinessInput = {
  hasFfmpeg: true,
  isRehearsal: false,
  destinations: [destination],
  hasPicture: true,
  sound: 'heard',
  capture,
};

describe('decideReadiness', () => {
  it('finds nothing to say when everything is there', () => {
    expect(decideReadiness(ready)).toEqual({ blockers: [], notes: [] });
  });

  it.each<[string, Partial<ReadinessInput>, ReadinessItem, RegExp]>([
    ['no destination', { destinations: [] }, { code: 'destinationMissing' }, /Add a destination/],
    [
      'no enabled destination',
      { destinations: [{ ...destination, isEnabled: false }] },
      { code: 'destinationDisabled' },
      /Turn on a destination/,
    ],
    [
      'no stream key',
      { destinations: [{ ...destination, hasKey: false }] },
      { code: 'keyMissing', name: 'Twitch' },
      /Twitch needs a stream key/,
    ],
    ['no FFmpeg', { hasFfmpeg: false }, { code: 'ffmpegMissing' }, /FFmpeg not found/],
    ['failed video', { capture: { ...capture, video: 'failed' } }, { code: 'videoFailed' }, /No video/],
    [
      'video that starts',
      { capture: { ...capture, video: 'starting' } },
      { code: 'videoStarting' },
      /starting/,
    ],
    ['no source', { capture: undefined, hasPicture: false }, { code: 'sourceMissing' }, /Add a source/],
  ])('blocks a start with %s', (_name, change, item, text) => {
    const { blockers } = decideReadiness({ ...ready, ...change });
    expect(blockers).toEqual([item]);
    expect(blockers.map(texts.readiness).join('')).toMatch(text);
  });

  it.each(['custom', 'mediamtx', 'srs'])('P4: needs no key for a server of one’s own (%s)', (serviceId) => {
    const own = { ...destination, serviceId, url: 'rtmp://127.0.0.1/mystream', hasKey: false };
    expect(decideReadiness({ ...ready, destinations: [own] }).blockers).toEqual([]);
  });

  it('needs no destination for a rehearsal', () => {
    expect(decideReadiness({ ...ready, isRehearsal: true, destinations: [] }).blockers).toEqual([]);
  });

  it('lets a stream start while the window loads, when a source is chosen', () => {
    expect(decideReadiness({ ...ready, capture: undefined }).blockers).toEqual([]);
  });

  it.each<[Partial<ReadinessInput>, ReadinessItem]>([
    [{ capture: { ...capture, audio: 'failed' } }, { code: 'audioFailed' }],
    [{ sound: 'none' }, { code: 'audioOff' }],
    [{ sound: 'muted' }, { code: 'allMuted' }],
    [{ sound: 'microphoneMuted' }, { code: 'muted' }],
    [{ capture: { ...capture, isAway: true } }, { code: 'away' }],
  ])('notes %o without blocking a start', (change, item) => {
    expect(decideReadiness({ ...ready, ...change })).toEqual({ blockers: [], notes: [item] });
    expect(texts.readiness(item)).not.toBe('');
  });
});

describe('whatEndingLoses', () => {
  it('asks after a key press or while recording, not after a click', () => {
    expect(whatEndingLoses({ isRecording: false, isRehearsing: false, isByKeyboard: false })).toBeUndefined();
    expect(
      whatEndingLoses({ isRecording: false, isRehearsing: false, isByKeyboard: true }),
    ).not.toBeUndefined();
    expect(
      whatEndingLoses({ isRecording: true, isRehearsing: false, isByKeyboard: false }),
    ).not.toBeUndefined();
    expect(whatEndingLoses({ isRecording: false, isRehearsing: true, isByKeyboard: true })).toBeUndefined();
  });
});

describe('capture', () => {
  it.each<[boolean, CaptureReport['video'], CaptureReport['audio']]>([
    [false, 'off', 'off'],
    [false, 'starting', 'running'],
    [false, 'running', 'starting'],
    [false, 'failed', 'running'],
    [true, 'running', 'running'],
    [true, 'running', 'off'],
    [true, 'running', 'failed'],
  ])('is under way (%s) where video is %s and audio %s', (isUnderWay, video, audio) => {
    expect(isCaptureUnderWay({ video, audio, isAway: false })).toBe(isUnderWay);
  });
});
