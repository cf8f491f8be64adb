/** Chromium's switches on each system. */
import { expect, test } from 'vitest';
import { chromiumSwitches } from '../../../../electron/main/window/switches.ts';

function switches(platform: NodeJS.Platform): ReadonlyMap<string, string | undefined> {
  return new Map(
    chromiumSwitches({ platform, fakeDevicesFps: undefined }).map(([name, value]) => [name, value]),
  );
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
  const fakes = chromiumSwitches({ platform: 'linux', fakeDevicesFps: 29.97 });
  expect(fakes).toContainEqual(['use-fake-device-for-media-stream', 'fps=30']);
  expect(fakes).toContainEqual(['use-fake-ui-for-media-stream']);
});
