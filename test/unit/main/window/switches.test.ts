/** Chromium's switches on each system. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasGraphicsCard } from '../../../../electron/main/window/graphics-card.ts';
import { keepDriversOut } from '../../../../electron/main/window/graphics-drivers.ts';
import { chromiumSwitches } from '../../../../electron/main/window/switches.ts';

function switches(
  platform: NodeJS.Platform,
  { isLive = false, hasGraphics = true } = {},
): ReadonlyMap<string, string | undefined> {
  const all = chromiumSwitches({ platform, fakeDevicesFps: undefined, isLive, hasGraphics });
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
  const fakes = chromiumSwitches({
    platform: 'linux',
    fakeDevicesFps: 29.97,
    isLive: false,
    hasGraphics: true,
  });
  expect(fakes).toContainEqual(['use-fake-device-for-media-stream', 'fps=30']);
  expect(fakes).toContainEqual(['use-fake-ui-for-media-stream']);
});

test('sound is in short buffers where somebody hears it, on Linux', () => {
  expect(switches('linux').get('audio-buffer-size')).toBe('128');
  expect(switches('linux', { isLive: true }).has('audio-buffer-size')).toBe(false);
  expect(switches('win32').has('audio-buffer-size')).toBe(false);
});

test('without a graphics card the window is drawn by the processor from the start', () => {
  expect(switches('linux', { hasGraphics: false }).has('disable-gpu')).toBe(true);
  expect(switches('linux').has('disable-gpu')).toBe(false);
});

test('`live` has no graphics process on Linux', () => {
  expect([...switches('linux', { isLive: true }).keys()]).toEqual(
    expect.arrayContaining(['disable-gpu', 'in-process-gpu']),
  );
  for (const platform of ['win32', 'darwin'] as const)
    expect(switches(platform, { isLive: true }).has('in-process-gpu')).toBe(false);
  expect(switches('linux').has('in-process-gpu')).toBe(false);
});

test.each([
  ['linux', [], false],
  ['linux', ['/dev/dri'], true],
  // NVIDIA's driver without its part for the display.
  ['linux', ['/dev/nvidiactl'], true],
  ['linux', ['/dev/dxg'], true],
  ['win32', [], true],
  ['darwin', [], true],
] as const)('on %s with the devices %j a graphics card is there: %s', (platform, devices, isThere) => {
  const there: readonly string[] = devices;
  expect(hasGraphicsCard(platform, (path) => there.includes(path))).toBe(isThere);
});

describe('the computer’s graphics drivers stay out of main', () => {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-test-drivers-'));
  const icd = join(folder, 'vk_swiftshader_icd.json');
  writeFileSync(icd, '{}');
  afterAll(() => rmSync(folder, { recursive: true }));
  const executablePath = join(folder, 'electron');

  test.each([
    ['linux', false, {}, { GDK_GL: 'disable' }],
    ['linux', true, {}, { GDK_GL: 'disable', VK_ICD_FILENAMES: icd }],
    ['linux', true, { GDK_GL: 'always', VK_ICD_FILENAMES: '/mine' }, {}],
    ['win32', false, {}, {}],
    ['darwin', false, {}, {}],
  ] as const)(
    'on %s, with a graphics thread: %s, the environment %j gets %j, and nobody inherits that',
    (platform, hasThread, chosen, added) => {
      const environment: NodeJS.ProcessEnv = { ...chosen };
      const restore = keepDriversOut({ environment, platform, hasGraphicsThread: hasThread, executablePath });
      expect(environment).toEqual({ ...chosen, ...added });
      restore();
      expect(environment).toEqual(chosen);
    },
  );

  test('a Chromium without SwiftShader looks for drivers as it would', () => {
    const environment: NodeJS.ProcessEnv = {};
    keepDriversOut({
      ...{ environment, platform: 'linux', hasGraphicsThread: true },
      executablePath: '/nowhere/electron',
    });
    expect(environment).toEqual({ GDK_GL: 'disable' });
  });
});
