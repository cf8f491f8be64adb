/** D5: what is kept awake. Situations after public reports on OBS: recording alone, a display that dims in a long take, a file cut by sleep. */
import { expect, it } from 'vitest';
import { hasScreen, keptAwakeFor } from '../../../../electron/main/process/keep-awake.ts';
import { defaultDocument } from '../../../../shared/studio/document.ts';
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
  ['a camera on air', live, off, false, 'computer'],
  ['a file on air, which nobody looks at here', live, off, false, 'computer'],
  ['a recording before its first frame', idle, waiting, true, 'computer'],
  ['a recording that is being finished', idle, finishing, true, 'computer'],
  ['a failed recording beside a stream', live, failed, true, 'display'],
  ['a failed recording alone', idle, failed, true, 'nothing'],
  ['a screen in the preview alone', idle, off, true, 'nothing'],
] as const)('D5: %s', (_what, broadcast, recorder, isScreenCaptured, kept) => {
  expect(keptAwakeFor({ broadcast, recorder }, isScreenCaptured)).toBe(kept);
});

it('D5: a screen counts beside a camera that fills the scene, and in a scene that is not on air', () => {
  const screen = { id: 'screen', name: 'Screen', kind: 'video', input: { type: 'screen' } } as const;
  expect(hasScreen(defaultDocument)).toBe(false);
  expect(hasScreen({ ...defaultDocument, sources: [...defaultDocument.sources, screen] })).toBe(true);
});
