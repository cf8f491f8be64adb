/** D5: what is kept awake. Situations after public reports on OBS: recording alone, a display that dims in a long take, a file cut by sleep. */
import { expect, it } from 'vitest';
import { keptAwakeFor } from '../../../../electron/main/process/keep-awake.ts';
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
  ['a screen on air', live, off, 'screen', 'display'],
  ['a screen that is recorded alone', idle, recording, 'screen', 'display'],
  ['a screen while the stream starts', { phase: 'starting', sinceMs: 1 }, off, 'screen', 'display'],
  ['a screen while the rest is sent', { phase: 'stopping', deadlineMs: 2 }, off, 'screen', 'display'],
  ['a camera on air', live, off, 'camera', 'computer'],
  ['a file on air, which nobody looks at here', live, off, 'file', 'computer'],
  ['a recording before its first frame', idle, waiting, 'screen', 'computer'],
  ['a recording that is being finished', idle, finishing, 'screen', 'computer'],
  ['a failed recording beside a stream', live, failed, 'screen', 'display'],
  ['a failed recording alone', idle, failed, 'screen', 'nothing'],
  ['a screen in the preview alone', idle, off, 'screen', 'nothing'],
] as const)('D5: %s', (_what, broadcast, recorder, source, kept) => {
  expect(keptAwakeFor({ broadcast, recorder }, source)).toBe(kept);
});
