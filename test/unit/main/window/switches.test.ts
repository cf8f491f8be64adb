/** Chromium's switches on each system. */
import { expect, test } from 'vitest';
import { chromiumSwitches } from '../../../../electron/main/window/switches.ts';

function switches(
  platform: NodeJS.Platform,
  { hasHeadphones = true } = {},
): ReadonlyMap<string, string | undefined> {
  const all = chromiumSwitches({ platform, fakeDevicesFps: undefined, hasHeadphones });
  return new Map(all.map(([name, value]) => [name, value]));
}

test('Chromium’s network code runs in a process of its own, on every system', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const)
    expect(switches(platform).get('enable-features') ?? '').not.toContain('NetworkServiceInProcess');
});

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s a screen may be captured as often as the program wants',
  (platform) => {
    expect(switches(platform).get('webrtc-max-cpu-consumption-percentage')).toBe('100');
  },
);

test('Chromium’s own camera comes in the program’s rate, and without a question', () => {
  const fakes = chromiumSwitches({ platform: 'linux', fakeDevicesFps: 29.97, hasHeadphones: true });
  expect(fakes).toContainEqual(['use-fake-device-for-media-stream', 'fps=30']);
  expect(fakes).toContainEqual(['use-fake-ui-for-media-stream']);
});

test('sound is in short buffers where somebody hears it, on Linux', () => {
  expect(switches('linux').get('audio-buffer-size')).toBe('128');
  expect(switches('linux', { hasHeadphones: false }).has('audio-buffer-size')).toBe(false);
  expect(switches('win32').has('audio-buffer-size')).toBe(false);
});
