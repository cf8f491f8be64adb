import { expect, it } from 'vitest';
import { hasCrashed, partOf } from '../../../../electron/main/diagnostics/crashed-process.ts';

const gone = (reason: string, exitCode: number) => ({ type: 'GPU', reason, exitCode });

it.each([
  ['linux', gone('crashed', 139), true],
  ['linux', gone('killed', 9), true],
  ['darwin', gone('oom', 0), true],
  ['win32', gone('crashed', -1073741819), true],
  // A terminal’s Ctrl-C, the app itself, the Task Manager.
  ['linux', gone('killed', 2), false],
  ['linux', gone('killed', 15), false],
  ['win32', gone('killed', 1), false],
  ['win32', gone('clean-exit', 0), false],
] as const)('on %s %o is a crash: %s', (platform, process, isCrash) => {
  expect(hasCrashed(process, platform)).toBe(isCrash);
});

it('each process is a part of Upcast', () => {
  const utility = (serviceName: string) => partOf({ ...gone('crashed', 1), type: 'Utility', serviceName });
  expect(partOf(gone('crashed', 1))).toBe('graphics');
  expect(utility('audio.mojom.AudioService')).toBe('audio');
  expect(utility('network.mojom.NetworkService')).toBe('network');
  expect(utility('node.mojom.NodeService')).toBe('engine');
  expect(utility('video_capture.mojom.VideoCaptureService')).toBe('other');
});
