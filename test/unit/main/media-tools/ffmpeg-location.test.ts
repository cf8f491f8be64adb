/** Where ffmpeg is looked for: the packaged one first, and package managers' places, which an app's PATH doesn't have. */
import { expect, test } from 'vitest';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';
import { ffmpegCandidates, findFfmpeg } from '../../../../electron/main/media-tools/ffmpeg-location.ts';
import type { FfmpegPlaces } from '../../../../electron/main/media-tools/ffmpeg-location.ts';

function placesOn(platform: NodeJS.Platform, more: Partial<FfmpegPlaces> = {}): FfmpegPlaces {
  const isWindows = platform === 'win32';
  return {
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
}

function candidates(platform: NodeJS.Platform, there: readonly string[], more: Partial<FfmpegPlaces> = {}) {
  return ffmpegCandidates(placesOn(platform, more), (path) => there.includes(path));
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

test('a real one says its version and its cheap filter in one run; another program is refused', async () => {
  const rejected: string[] = [];
  const find = async (chosenPath: string) =>
    await findFfmpeg(placesOn('linux', { chosenPath, onRejected: (text) => rejected.push(text) }));
  expect(await find(ffmpegPath())).toEqual({
    path: ffmpegPath(),
    version: expect.stringMatching(/^\S+$/) as string,
    matrixFilter: expect.stringMatching(/^(colorspace|scale)$/) as string,
  });
  expect(await find(process.execPath)).toBeUndefined();
  expect(rejected).toHaveLength(1);
});
