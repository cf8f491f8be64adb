/** Media files as sources: real ffmpeg, real files, judged by the pictures that a page gets. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEDIA_FILE_SLOTS } from '../../../../shared/media/media-source-port.ts';
import { ffmpegPath } from '../../../support/media/ffmpeg.ts';
import { MediaPage } from '../../../support/media/clips/media-page.ts';
import type { SeenPicture } from '../../../support/media/clips/media-page.ts';
import { lossless, middleOf as middle, numbered } from '../../../support/media/clips/numbered-clips.ts';
import { waitUntil } from '../../../support/processes/processes.ts';

const run = promisify(execFile);

let page: MediaPage;
beforeEach(() => {
  page = new MediaPage();
});
afterEach(() => page.end());

test('gives each picture of a file once, in order, at its own time', async () => {
  page.setFiles([await page.make('a.mkv', [...numbered('64x48', '30000/1001', 20), ...lossless])]);
  page.play();
  await page.untilEnded();
  expect(page.pictures.map(middle).map((luma) => Math.round((luma - 16) / 4))).toEqual([...Array(20).keys()]);
  const frameUs = (1e6 * 1001) / 30_000;
  page.pictures.forEach(({ lineUs }, at) => expect(lineUs).toBeCloseTo(at * frameUs, 3));
  expect(page.ended?.lineUs).toBeCloseTo(20 * frameUs, 3);
  expect(page.passes[0]).toMatchObject({
    ...{ width: 64, height: 48, pictureWidth: 64, pictureHeight: 48 },
    ...{ format: 'I420', entry: 0, entries: 1, name: 'a.mkv' },
  });
});

test('loops without a gap: a loop begins where the one before ends', async () => {
  page.setFiles([await page.make('a.mkv', [...numbered('64x48', '30', 5), ...lossless])], {
    isLooping: true,
  });
  page.play();
  await page.until('six loops', () => page.passes.length > 6);
  page.stop();
  const seen = page.pictures.slice(0, 30);
  expect(seen.map(middle).map((luma) => Math.round((luma - 16) / 4))).toEqual(
    Array.from({ length: 30 }, (_, at) => at % 5),
  );
  seen.forEach(({ lineUs }, at) => expect(lineUs).toBeCloseTo((at * 1e6) / 30, 3));
});

test('pictures of a file with its own times keep them', async () => {
  const times = ["settb=1/1000,setpts='if(eq(N,0),0,if(eq(N,1),40,if(eq(N,2),520,560)))'"];
  const path = await page.make('vfr.mkv', [
    ...numbered('64x48', '25', 4),
    ...['-vf', times.join(','), '-fps_mode', 'passthrough', ...lossless],
  ]);
  page.setFiles([path]);
  page.play();
  await page.untilEnded();
  expect(page.pictures.map(({ lineUs }) => Math.round(lineUs / 1000))).toEqual([0, 40, 520, 560]);
});

test('a play list plays its files one after the other, of whatever size, and ends', async () => {
  const small = await page.make('small.mkv', [...numbered('64x48', '25', 3), ...lossless]);
  const odd = ['-vf', 'format=yuv444p,scale=321:181,setsar=1', '-c:v', 'ffv1'];
  const large = await page.make('large.mkv', [...numbered('320x180', '50', 4), ...odd]);
  page.setFiles([small, large, small]);
  page.play();
  await page.untilEnded();
  expect(page.passes.map(({ name }) => name)).toEqual(['small.mkv', 'large.mkv', 'small.mkv']);
  expect(page.pictures.map(({ lineUs }) => Math.round(lineUs / 1000))).toEqual([
    0, 40, 80, 120, 140, 160, 180, 200, 240, 280,
  ]);
  expect(page.pictures[3]?.bytes).toHaveLength(321 * 181 + 2 * 161 * 91);
  expect(page.filesMade).toBe(2);
});

test.each([
  ['VP9', 'a.webm', ['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-b:v', '1M']],
  ['VP8', 'a.webm', ['-c:v', 'libvpx', '-pix_fmt', 'yuva420p', '-auto-alt-ref', '0', '-b:v', '1M']],
  ['ProRes 4444', 'a.mov', ['-c:v', 'prores_ks', '-profile:v', '4444', '-pix_fmt', 'yuva444p10le']],
  ['PNG in MOV', 'a.mov', ['-c:v', 'png', '-pix_fmt', 'rgba']],
  ['QuickTime animation', 'a.mov', ['-c:v', 'qtrle', '-pix_fmt', 'argb']],
])('%s keeps its alpha', async (_name, file, codec) => {
  const half = "format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,32),0,if(lt(X,64),128,255))'";
  page.setFiles([
    await page.make(file, [
      '-f',
      'lavfi',
      '-i',
      `color=red:s=96x64:r=10,${half}`,
      '-frames:v',
      '3',
      ...codec,
    ]),
  ]);
  page.play();
  await page.untilEnded();
  expect(page.passes[0]?.format).toBe('RGBA');
  expect(page.pictures).toHaveLength(3);
  const pixel = (x: number): readonly number[] => [
    ...(page.pictures[1]?.bytes.subarray(4 * (32 * 96 + x), 4 * (32 * 96 + x) + 4) ?? []),
  ];
  expect(pixel(16)[3]).toBeLessThan(6);
  expect(Math.abs((pixel(48)[3] ?? 0) - 128)).toBeLessThan(6);
  expect(pixel(80)[3]).toBeGreaterThan(249);
  const [red = 0, green = 0, blue = 0] = pixel(80);
  expect(red).toBeGreaterThan(240);
  expect(Math.max(green, blue)).toBeLessThan(16);
});

test('a picture larger than it shows is made smaller, without fringes at its alpha', async () => {
  const edge = "format=rgba,geq=r='if(lt(X,100),0,255)':g=0:b='if(lt(X,100),255,0)':a='if(lt(X,100),0,255)'";
  page.setFiles([
    await page.make('a.mov', [
      '-f',
      'lavfi',
      '-i',
      `color=red:s=200x100:r=10,${edge}`,
      '-frames:v',
      '2',
      '-c:v',
      'png',
    ]),
  ]);
  page.play({ limit: { width: 100, height: 100 } });
  await page.untilEnded();
  expect(page.passes[0]).toMatchObject({
    ...{ width: 200, height: 100, pictureWidth: 100, pictureHeight: 50, format: 'premultipliedRGBA' },
  });
  const { bytes } = page.pictures[0] as SeenPicture;
  // The blue of what isn't there shows nowhere.
  for (let at = 2; at < bytes.length; at += 4) expect(bytes[at]).toBeLessThan(12);
});

test('pixels that are not square, and a picture that lies on its side, come upright and square', async () => {
  const wide = await page.make('sar.mkv', [
    ...numbered('120x100', '25', 2),
    '-vf',
    'setsar=2/1',
    ...lossless,
  ]);
  const plain = await page.make('plain.mp4', [
    ...numbered('96x64', '25', 2),
    '-c:v',
    'libx264',
    '-pix_fmt',
    'yuv420p',
  ]);
  const turned = join(page.folder, 'turned.mp4');
  await run(ffmpegPath(), [
    ...['-v', 'error', '-y', '-i', plain, '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned],
  ]);
  page.setFiles([wide, turned]);
  page.play();
  await page.untilEnded();
  expect(page.passes.map(({ width, height }) => [width, height])).toEqual([
    [240, 100],
    [64, 96],
  ]);
});

test('a source that waits costs nothing: no more pictures than slots, and no processor time', async () => {
  page.isTaking = false;
  page.setFiles([await page.make('a.mkv', [...numbered('640x360', '30', 60), ...lossless])]);
  page.play();
  await page.until('all slots', () => page.pictures.length === MEDIA_FILE_SLOTS);
  const [pid = 0] = page.pids;
  const ticks = (): number => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  };
  let before = -1;
  // It fills the pipe, and then stands still.
  await waitUntil('ffmpeg to stand still', async () => {
    const now = ticks();
    const isStill = now === before;
    before = now;
    return isStill;
  });
  expect(page.pictures).toHaveLength(MEDIA_FILE_SLOTS);
  page.isTaking = true;
  page.takeKept();
  await page.untilEnded();
  expect(page.pictures).toHaveLength(60);
});

test('starts at a place in the file, to the frame', async () => {
  page.setFiles([await page.make('a.mkv', [...numbered('64x48', '25', 30), ...lossless])]);
  page.play({ from: 'at', atUs: 400_000 });
  await page.untilEnded();
  expect(middle(page.pictures[0] as SeenPicture)).toBeCloseTo(16 + 4 * 10, -1);
  expect(page.pictures[0]).toMatchObject({ lineUs: 0, positionUs: 400_000 });
  expect(page.pictures).toHaveLength(20);
});
