/** Where a media source stands: playing, pausing, waiting for its scene, seeking. */
import { expect, test } from 'vitest';
import {
  caughtUp,
  controlled,
  ended,
  held,
  newClock,
  placeAt,
  sped,
  started,
} from '../../../../../renderer/media/layers/media/media-clock.ts';

const SECOND = 1_000_000;
const playing = started(newClock, 5 * SECOND);

test('moves from its first picture on, and not before', () => {
  expect(placeAt(newClock, 99 * SECOND)).toBe(0);
  expect(placeAt(playing, 5 * SECOND)).toBe(0);
  expect(placeAt(playing, 7 * SECOND)).toBe(2 * SECOND);
});

test('stands while paused, and goes on where it stood', () => {
  const paused = controlled(playing, { action: 'pause' }, 7 * SECOND).clock;
  expect(placeAt(paused, 60 * SECOND)).toBe(2 * SECOND);
  const again = started(controlled(paused, { action: 'play' }, 60 * SECOND).clock, 61 * SECOND);
  expect(placeAt(again, 62 * SECOND)).toBe(3 * SECOND);
});

test('moves as fast as it is told, and goes on from its place when that changes', () => {
  const twice = sped(playing, 2, 6 * SECOND);
  expect(placeAt(twice, 6 * SECOND)).toBe(SECOND);
  expect(placeAt(twice, 7 * SECOND)).toBe(3 * SECOND);
  const paused = sped(controlled(twice, { action: 'pause' }, 7 * SECOND).clock, 0.5, 8 * SECOND);
  const again = started(controlled(paused, { action: 'play' }, 9 * SECOND).clock, 9 * SECOND);
  expect(placeAt(again, 10 * SECOND)).toBe(3.5 * SECOND);
});

test('waits while its scene is not on air, whether it plays or is paused', () => {
  const waiting = held(playing, true, 6 * SECOND);
  expect(placeAt(waiting, 60 * SECOND)).toBe(SECOND);
  expect(started(waiting, 60 * SECOND)).toBe(waiting);
  const shown = started(held(waiting, false, 61 * SECOND), 61 * SECOND);
  expect(placeAt(shown, 63 * SECOND)).toBe(3 * SECOND);
  const paused = controlled(playing, { action: 'pause' }, 7 * SECOND).clock;
  expect(placeAt(held(held(paused, true, 8 * SECOND), false, 9 * SECOND), 10 * SECOND)).toBe(2 * SECOND);
});

test('a source that came too late goes on from where it is; a little late is made up for', () => {
  expect(placeAt(caughtUp(playing, SECOND, 6.4 * SECOND), 6.4 * SECOND)).toBeCloseTo(1.4 * SECOND);
  expect(placeAt(caughtUp(playing, SECOND, 9 * SECOND), 9 * SECOND)).toBe(SECOND);
});

test.each([
  ['play', 'stopped', 'playing', { type: 'play', from: 'first', atUs: 0 }],
  ['play', 'ended', 'playing', { type: 'play', from: 'first', atUs: 0 }],
  ['play', 'playing', 'playing', undefined],
  ['play', 'paused', 'playing', undefined],
  ['pause', 'playing', 'paused', undefined],
  ['pause', 'ended', 'ended', undefined],
  ['stop', 'paused', 'stopped', { type: 'stop' }],
  ['stop', 'stopped', 'stopped', undefined],
  ['restart', 'paused', 'playing', { type: 'play', from: 'first', atUs: 0 }],
  ['seek', 'playing', 'playing', { type: 'play', from: 'here', atUs: 700 }],
  ['seek', 'paused', 'paused', { type: 'play', from: 'here', atUs: 700 }],
  ['seek', 'ended', 'playing', { type: 'play', from: 'here', atUs: 700 }],
  ['seek', 'stopped', 'stopped', undefined],
  ['next', 'paused', 'paused', { type: 'play', from: 'next', atUs: 0 }],
  ['previous', 'playing', 'playing', { type: 'play', from: 'previous', atUs: 0 }],
  ['playFile', 'stopped', 'playing', { type: 'play', from: 2, atUs: 0 }],
] as const)('%s while %s leads to %s', (action, phase, wanted, request) => {
  const result = controlled({ ...playing, phase }, { action, atMs: 0.7, entry: 2 }, 6 * SECOND);
  expect(result.clock.phase).toBe(wanted);
  expect(result.request).toEqual(request);
});

test('at its end it stands', () => {
  expect(placeAt(ended(playing, 3 * SECOND), 99 * SECOND)).toBe(3 * SECOND);
});
