import { expect, test } from 'vitest';
import { readEnvironment } from '../../../../electron/main/process/environment.ts';
import { findRefusedSwitch } from '../../../../electron/main/process/launch-guard.ts';

const withSwitches =
  (...given: readonly string[]) =>
  (name: string): boolean =>
    given.includes(name);

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'js-flags', 'no-sandbox', 'host-rules'])(
  'a release does not start with --%s; development and the build for tests do',
  (name) => {
    const hasSwitch = withSwitches('force-device-scale-factor', name);
    expect(findRefusedSwitch({ build: 'release', isRootOnLinux: false, hasSwitch })).toBe(name);
    for (const build of ['development', 'test'] as const)
      expect(findRefusedSwitch({ build, isRootOnLinux: false, hasSwitch })).toBeUndefined();
  },
);

test('a release starts with harmless switches, and as root on Linux without a sandbox', () => {
  const isFine = (isRootOnLinux: boolean, ...given: readonly string[]) =>
    findRefusedSwitch({ build: 'release', isRootOnLinux, hasSwitch: withSwitches(...given) });
  expect(isFine(false, 'disable-gpu', 'ozone-platform')).toBeUndefined();
  expect(isFine(true, 'no-sandbox')).toBeUndefined();
});

test('a release takes neither an ffmpeg nor developer tools from the environment', () => {
  const variables = { UPCAST_FFMPEG: '/tmp/ffmpeg', UPCAST_DEV_TOOLS: '1', UPCAST_USER_DATA: '/data' };
  expect(readEnvironment(variables, true, 'linux')).toMatchObject({
    mayOpenDevTools: false,
    userDataFolder: '/data',
  });
  expect(readEnvironment(variables, true, 'linux').ffmpegPath).toBeUndefined();
  expect(readEnvironment(variables, false, 'linux')).toMatchObject({
    mayOpenDevTools: true,
    ffmpegPath: '/tmp/ffmpeg',
  });
});
