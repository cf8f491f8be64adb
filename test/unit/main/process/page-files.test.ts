/** No picture of a stream stays on the disk after the app has ended, on Windows neither, and none is copied to a company's servers. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localProfile, removePagePictures } from '../../../../electron/main/process/page-files.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'upcast-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

function put(name: string, bytes: number): string {
  const path = join(profile, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

test('pictures are removed, in either of Chromium’s places, and nothing else is', () => {
  const pictures = [
    put('File System/000/t/00/00000001', 5_500_000),
    put('WebStorage/1/FileSystem/x', 9_000_000),
  ];
  const others = [put('File System/Origins/000003.log', 400), put('Cache/Cache_Data/data_1', 5_000_000)];
  expect(removePagePictures(profile)).toBe(true);
  expect(pictures.filter((path) => existsSync(path))).toEqual([]);
  expect(others.filter((path) => !existsSync(path))).toEqual([]);
});

test('one that is still open is left for the next time, and that is no error', () => {
  put('File System/000/t/00/00000001', 5_500_000);
  const isClean = removePagePictures(profile, () => {
    throw Object.assign(new Error('busy'), { code: 'EBUSY' });
  });
  expect(isClean).toBe(false);
  expect(removePagePictures(profile)).toBe(true);
  expect(removePagePictures(join(profile, 'nowhere'))).toBe(true);
});

test('on Windows the browser profile lies in the folder that stays on the computer', () => {
  const local = 'C:\\Users\\a\\AppData\\Local';
  expect(localProfile('win32', local, 'Upcast')).toBe('C:\\Users\\a\\AppData\\Local\\Upcast');
  expect(localProfile('win32', undefined, 'Upcast')).toBeUndefined();
  expect(localProfile('linux', local, 'Upcast')).toBeUndefined();
});
