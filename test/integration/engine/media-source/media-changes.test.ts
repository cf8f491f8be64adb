/** Media files and play lists that change, lie, are gone or come back, while they are sources. */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEDIA_FILE_SLOTS } from '../../../../shared/media/media-source-port.ts';
import { MediaPage } from '../../../support/media/clips/media-page.ts';
import { lossless, middleOf as middle, numbered } from '../../../support/media/clips/numbered-clips.ts';
import { waitUntil } from '../../../support/processes/processes.ts';

let page: MediaPage;
beforeEach(() => {
  page = new MediaPage();
});
afterEach(() => page.end());

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['a playlist that calls itself a video', 'fileNotMedia', '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'],
  ['a list of files for ffmpeg', 'fileNotMedia', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['text', 'fileNotMedia', 'hello '.repeat(1000)],
  ['nothing', 'fileEmpty', ''],
])('%s is refused and said, without its folder', async (_what, reason, content) => {
  const path = join(page.folder, 'clip.mp4');
  writeFileSync(path, content);
  page.setFiles([path]);
  page.play();
  await page.until('the failure', () => page.failures.length > 0);
  const [failure] = page.failures;
  expect(failure).toMatchObject({ isWaiting: true, error: { code: 'source/file-unreadable' } });
  expect(failure?.error.details).toMatchObject({ path: 'clip.mp4' });
  expect([reason, 'fileFormatRefused', 'fileIndexMissing', 'ffmpegSaid']).toContain(
    failure?.error.details['reason'],
  );
  expect(page.pictures).toHaveLength(0);
});

test('of a truncated file, what is there is shown', async () => {
  const path = await page.make('a.mkv', [...numbered('320x180', '25', 40), ...lossless]);
  truncateSync(path, Math.floor(readFileSync(path).length / 2));
  page.setFiles([path]);
  page.play();
  await page.untilEnded();
  expect(page.pictures.length).toBeGreaterThan(5);
  expect(page.pictures.length).toBeLessThan(40);
});

test('a file that is deleted while it loops is said to be missing, and plays on when it is back', async () => {
  const path = await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless]);
  const aside = join(page.folder, 'aside.mkv');
  page.setFiles([path], { isLooping: true });
  page.play();
  await page.until('a loop', () => page.passes.length > 1);
  renameSync(path, aside);
  await page.until('the failure', () => page.failures.length > 0);
  expect(page.failures[0]?.error.details).toMatchObject({ reason: 'fileMissing', path: 'a.mkv' });
  const before = page.passes.length;
  renameSync(aside, path);
  await page.until('another loop', () => page.passes.length > before + 1);
  expect(page.failures).toHaveLength(1);
});

test('a file that is replaced is another from its next loop on', async () => {
  const path = await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless]);
  const other = await page.make('b.mkv', [...numbered('128x96', '25', 3), ...lossless]);
  page.setFiles([path], { isLooping: true });
  page.play();
  await page.until('a loop', () => page.passes.length > 1);
  renameSync(other, path);
  await page.until('the other file', () => page.passes.at(-1)?.width === 128 && page.ended === undefined);
  await page.until('its pictures', () => page.pictures.at(-1)?.pass.width === 128);
});

test('a file that is replaced while it waits to be shown is begun anew', async () => {
  const path = await page.make('a.mkv', [...numbered('64x48', '30', 40), ...lossless]);
  const other = await page.make('b.mkv', [...numbered('128x96', '25', 40), ...lossless]);
  page.setFiles([path]);
  page.isTaking = false;
  page.play();
  await page.until('pictures', () => page.pictures.length === MEDIA_FILE_SLOTS);
  renameSync(other, path);
  await page.until('the change', () => page.changed === 1);
  page.play();
  await page.until('the other file', () => page.passes.at(-1)?.width === 128);
});

test('a file of a list that cannot be read is left out and said; the list goes on', async () => {
  const path = await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless]);
  page.setFiles([path, join(page.folder, 'missing.mkv'), path]);
  page.play();
  await page.untilEnded();
  expect(page.failures).toMatchObject([{ isWaiting: false, error: { details: { reason: 'fileMissing' } } }]);
  expect(page.pictures).toHaveLength(10);
});

test('the next file is the one after that which plays, though another was begun ahead', async () => {
  const paths = await Promise.all(
    ['a', 'b', 'c'].map(
      async (name) => await page.make(`${name}.mkv`, [...numbered('64x48', '30', 40), ...lossless]),
    ),
  );
  page.setFiles(paths);
  page.isTaking = false;
  page.play();
  await page.until('the next file to be ready', () => page.pids.length === 2);
  page.play({ from: 'next' });
  await page.until('a picture', () => page.pictures.at(-1)?.pass.name !== 'a.mkv');
  expect(page.pictures.at(-1)?.pass.name).toBe('b.mkv');
  page.play({ from: 'previous' });
  await page.until('a picture', () => page.passes.at(-1)?.name !== 'b.mkv');
  expect(page.passes.at(-1)?.name).toBe('a.mkv');
});

test('a file that is added to the list plays after the one under way, which plays on', async () => {
  const first = await page.make('a.mkv', [...numbered('64x48', '30', 40), ...lossless]);
  const added = await page.make('b.mkv', [...numbered('64x48', '30', 5), ...lossless]);
  page.setFiles([first]);
  page.isTaking = false;
  page.play();
  await page.until('pictures', () => page.pictures.length === MEDIA_FILE_SLOTS);
  page.setFiles([added, first, added]);
  page.isTaking = true;
  page.takeKept();
  await page.untilEnded();
  expect(page.changed).toBe(0);
  expect(page.passes.map(({ name, entry }) => [name, entry])).toEqual([
    ['a.mkv', 0],
    ['b.mkv', 2],
  ]);
  expect(page.pictures).toHaveLength(45);
});

test('a list that changes while its file is being opened: the file is told where it stands now', async () => {
  const clip = [...numbered('64x48', '30', 5), ...lossless];
  const [first, second] = [await page.make('a.mkv', clip), await page.make('b.mkv', clip)];
  page.setFiles([first, second]);
  page.play({ from: 'at', entry: 1 });
  page.setFiles([second, first]);
  await page.until('the file', () => page.passes.length > 0);
  expect(page.passes[0]).toMatchObject({ name: 'b.mkv', entry: 0 });
});

test('without private files pictures come over the port', async () => {
  page.end();
  page = new MediaPage({ hasStorage: false });
  page.setFiles([await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless])]);
  page.play();
  await page.untilEnded();
  expect(page.pictures.map(middle).map((luma) => Math.round((luma - 16) / 4))).toEqual([0, 1, 2, 3, 4]);
});

test('a page that starts a source before main has told of its files gets its pictures', async () => {
  const path = await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless]);
  page.play();
  page.setFiles([path]);
  await page.untilEnded();
  expect(page.pictures).toHaveLength(5);
});

test('a source whose files change asks for another start; one that goes ends its ffmpeg', async () => {
  page.isTaking = false;
  const path = await page.make('a.mkv', [...numbered('640x360', '30', 60), ...lossless]);
  const other = join(page.folder, 'other.mkv');
  copyFileSync(path, other);
  page.setFiles([path]);
  page.play();
  await page.until('pictures', () => page.pictures.length === MEDIA_FILE_SLOTS);
  page.setFiles([other]);
  expect(page.changed).toBe(1);
  page.play();
  await page.until(
    'pictures of the other',
    () => page.passes.at(-1)?.name === 'other.mkv' && page.pids.length > 0,
  );
  const { pids } = page;
  page.setFiles([], {});
  page.stop();
  await page.until('no ffmpeg', () => pids.every((pid) => !isRunning(pid)));
  rmSync(other);
});

test('a hundred loops of a short clip leave nothing behind: no process and no open file', async () => {
  page.setFiles([await page.make('a.mkv', [...numbered('64x48', '30', 3), ...lossless])], {
    isLooping: true,
  });
  page.keepsBytes = false;
  page.play();
  const openFiles = (): number => readdirSync('/proc/self/fd').length;
  const loops = async (count: number): Promise<void> => {
    const wanted = page.passes.length + count;
    await waitUntil('loops', async () => page.passes.length >= wanted, 240_000);
    page.pictures.length = 0;
  };
  await loops(20);
  const filesBefore = openFiles();
  await loops(80);
  // One ffmpeg that plays and one that is ready, each with its pipes.
  expect(openFiles()).toBeLessThanOrEqual(filesBefore + 12);
  expect(page.pids.length).toBeLessThanOrEqual(2);
  expect(page.filesMade).toBe(1);
  expect(page.failures).toEqual([]);
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  // What plays, what is ready, what was just ended, and ps itself.
  expect(children.trim().split('\n').length).toBeLessThanOrEqual(6);
}, 250_000);
