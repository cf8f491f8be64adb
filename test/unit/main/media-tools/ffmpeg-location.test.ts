/** Where ffmpeg is looked for: the packaged one first, and package managers' places, which an app's PATH doesn't have. */
import { expect, test } from 'vitest';
import { ffmpegCandidates } from '../../../../electron/main/media-tools/ffmpeg-location.ts';
import type { FfmpegPlaces } from '../../../../electron/main/media-tools/ffmpeg-location.ts';

function candidates(platform: NodeJS.Platform, there: readonly string[], more: Partial<FfmpegPlaces> = {}) {
  const isWindows = platform === 'win32';
  const places: FfmpegPlaces = {
    chosenPath: undefined,
    resourcesFolder: isWindows ? 'C:\\Upcast\\resources' : '/Applications/Upcast.app/Contents/Resources',
    distFolder: '/nowhere',
    searchPath: isWindows ? 'C:\\Windows;C:\\Tools' : '/usr/bin:/bin',
    localAppData: isWindows ? 'C:\\Users\\a\\AppData\\Local' : undefined,
    environment: {},
    platform,
    onRejected: () => undefined,
    ...more,
  };
  return ffmpegCandidates(places, (path) => there.includes(path));
}

test.each(['/opt/homebrew/bin/ffmpeg', '/usr/local/bin/ffmpeg', '/opt/local/bin/ffmpeg'])(
  'a Mac’s %s is found although the Finder’s PATH lacks it',
  (path) => {
    expect(candidates('darwin', [path])).toEqual([path]);
  },
);

test('what winget has just installed is found without a restart', () => {
  const path = 'C:\\Users\\a\\AppData\\Local\\Microsoft\\WinGet\\Links\\ffmpeg.exe';
  expect(candidates('win32', [path])).toEqual([path]);
});

test('the packaged one comes first, then those of PATH in its order', () => {
  const own = 'C:\\Upcast\\resources\\ffmpeg.exe';
  const found = ['C:\\ffmpeg\\bin\\ffmpeg.exe', 'C:\\Tools\\ffmpeg.exe', own];
  expect(candidates('win32', found)).toEqual([own, 'C:\\Tools\\ffmpeg.exe', 'C:\\ffmpeg\\bin\\ffmpeg.exe']);
  expect(candidates('linux', ['/usr/bin/ffmpeg', '/opt/homebrew/bin/ffmpeg'])).toEqual(['/usr/bin/ffmpeg']);
});

test('one that a person named is the only one', () => {
  expect(candidates('linux', ['/usr/bin/ffmpeg'], { chosenPath: '/my/ffmpeg' })).toEqual(['/my/ffmpeg']);
});
