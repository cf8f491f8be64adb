/** D5: what is kept awake. Situations after public reports on OBS: recording alone, a display that dims in a long take, a file cut by sleep. */
import { expect, it } from 'vitest';
import { isDisplayNeeded, keptAwakeFor } from '../../../../electron/main/process/keep-awake.ts';
import type { BroadcastState, RecorderView } from '../../../../shared/broadcast/state.ts';

const live: BroadcastState = { phase: 'live', sinceMs: 1 };
const idle: BroadcastState = { phase: 'idle' };
const off: RecorderView = { phase: 'off' };
const path = '/videos/a.mp4';
const recording: RecorderView = { phase: 'recording', path, sinceMs: 1, bytes: 0 };
const waiting: RecorderView = { phase: 'waiting' };
const finishing: RecorderView = { phase: 'finishing', path, sinceMs: 1 };
const failed: RecorderView = { phase: 'failed', path, error: { code: 'record/disk-full', details: {} } };

it.each([
  ['a screen on air', live, off, true, 'display'],
  ['a screen that is recorded alone', idle, recording, true, 'display'],
  ['a screen while the stream starts', { phase: 'starting', sinceMs: 1 }, off, true, 'display'],
  ['a screen while the rest is sent', { phase: 'stopping', deadlineMs: 2 }, off, true, 'display'],
  ['a camera or a file on air, which nobody looks at here', live, off, false, 'computer'],
  ['a recording before its first frame', idle, waiting, true, 'computer'],
  ['a recording that is being finished', idle, finishing, true, 'computer'],
  ['a failed recording beside a stream', live, failed, true, 'display'],
  ['a failed recording alone', idle, failed, true, 'nothing'],
  ['a screen in the preview alone', idle, off, true, 'nothing'],
] as const)('D5: %s', (_what, broadcast, recorder, isNeeded, kept) => {
  expect(keptAwakeFor({ broadcast, recorder }, isNeeded)).toBe(kept);
});

const screen = { id: 'screen', name: 'Screen', kind: 'video', input: { type: 'screen' } } as const;
const camera = { id: 'camera', name: 'Camera', kind: 'video', input: { type: 'camera' } } as const;

it('D5: somebody at the window sees the graph and the messages, also with a camera alone', () => {
  const attended = { isUnattended: false, isFile: false };
  expect(isDisplayNeeded(attended, { sources: [camera] })).toBe(true);
});

it('D5: without anybody the display is needed for screens alone, beside a camera that fills the scene too', () => {
  const unattended = { isUnattended: true, isFile: false };
  expect(isDisplayNeeded(unattended, { sources: [camera] })).toBe(false);
  expect(isDisplayNeeded(unattended, { sources: [camera, screen] })).toBe(true);
  expect(isDisplayNeeded({ ...unattended, isFile: true }, { sources: [screen] })).toBe(false);
});
