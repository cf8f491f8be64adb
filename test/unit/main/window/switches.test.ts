/** Chromium's switches on each system. */
import { expect, test } from 'vitest';
import { chromiumSwitches } from '../../../../electron/main/window/switches.ts';

function switches(platform: NodeJS.Platform, hasPages = false): ReadonlyMap<string, string | undefined> {
  return new Map(
    chromiumSwitches({ platform, hasPages, fakeDevicesFps: undefined }).map(([name, value]) => [name, value]),
  );
}

test.each([
  ['linux', false, true],
  ['linux', true, false],
  ['win32', false, false],
  ['darwin', false, false],
] as const)(
  'the network service runs in the main process where Chromium supports that and no page uses it: %s, pages %s',
  (platform, hasPages, isInside) => {
    const features = switches(platform, hasPages).get('enable-features') ?? '';
    expect(features.split(',').includes('NetworkServiceInProcess2')).toBe(isInside);
  },
);

test.each(['linux', 'win32', 'darwin'] as const)(
  'on %s a screen may be captured as often as the program wants',
  (platform) => {
    expect(switches(platform).get('webrtc-max-cpu-consumption-percentage')).toBe('100');
  },
);

test('Chromium’s own camera comes in the program’s rate, and without a question', () => {
  const fakes = chromiumSwitches({ platform: 'linux', hasPages: false, fakeDevicesFps: 29.97 });
  expect(fakes).toContainEqual(['use-fake-device-for-media-stream', 'fps=30']);
  expect(fakes).toContainEqual(['use-fake-ui-for-media-stream']);
});
