/** What the engine and ffmpeg get of the environment, on each system: what drivers need, and nothing that a user set for others. */
import { expect, test } from 'vitest';
import { readEnvironment } from '../../../../electron/main/process/environment.ts';

const variables = {
  ...{ PATH: '/bin', HOME: '/home/a', AWS_SECRET_ACCESS_KEY: 'secret', HTTPS_PROXY: 'http://a:b@c' },
  ...{ LIBVA_DRIVER_NAME: 'iHD', XDG_RUNTIME_DIR: '/run/user/1', LD_LIBRARY_PATH: '/opt/lib' },
  ...{ SystemRoot: 'C:\\Windows', ProgramData: 'C:\\ProgramData', LOCALAPPDATA: 'C:\\Users\\a\\Local' },
  ...{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1/bus', XDG_CURRENT_DESKTOP: 'sway' },
};
const namesOn = (platform: NodeJS.Platform, more = {}): readonly string[] =>
  Object.keys(readEnvironment({ ...variables, ...more }, true, platform).childEnvironment);

test('Windows’ drivers find the system’s folders', () => {
  expect(namesOn('win32')).toEqual(expect.arrayContaining(['SystemRoot', 'ProgramData', 'LOCALAPPDATA']));
});

test('Linux’ drivers find the chosen card and its driver', () => {
  expect(namesOn('linux')).toEqual(expect.arrayContaining(['LIBVA_DRIVER_NAME', 'XDG_RUNTIME_DIR']));
});

test.each(['win32', 'linux', 'darwin'] as const)('on %s nothing of others goes along', (platform) => {
  const names = namesOn(platform);
  expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME']));
  for (const name of ['AWS_SECRET_ACCESS_KEY', 'HTTPS_PROXY', 'DBUS_SESSION_BUS_ADDRESS'])
    expect(names).not.toContain(name);
});

test('the libraries of an AppImage are not given to a system’s ffmpeg', () => {
  expect(namesOn('linux')).toContain('LD_LIBRARY_PATH');
  expect(namesOn('linux', { APPIMAGE: '/home/a/Upcast.AppImage' })).not.toContain('LD_LIBRARY_PATH');
});
