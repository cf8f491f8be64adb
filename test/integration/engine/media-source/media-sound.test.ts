/** The sound of media files as sources: real ffmpeg, real files, judged by the samples and the pictures that a page gets. */
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MEDIA_BLOCK_MS, MEDIA_SOUND_BLOCKS } from '../../../../shared/media/media-source-port.ts';
import { MediaPage } from '../../../support/media/clips/media-page.ts';
import { lossless, middleOf, numbered } from '../../../support/media/clips/numbered-clips.ts';
import { levelAt } from '../../../support/media/sound/decoded-sound.ts';
import type { DecodedSound } from '../../../support/media/sound/decoded-sound.ts';

const RATE = 48_000;

let page: MediaPage;
beforeEach(() => {
  page = new MediaPage();
});
afterEach(() => page.end());

const tone = (hz: number, seconds: number, rate = RATE): string[] => [
  ...['-f', 'lavfi', '-i', `sine=frequency=${hz}:sample_rate=${rate}:duration=${seconds}`],
];
/** Pictures by the last input, sound by the one before. */
const clipOf = (
  sound: readonly string[],
  pictures: readonly string[],
  codec: readonly string[],
): string[] => [...sound, ...pictures, ...['-map', '1:v', '-map', '0:a', ...codec]];
/** Pictures of 25 a second. `-frames:v` would end the sound too. */
const plain = (seconds: number): string[] => [
  ...['-f', 'lavfi', '-i', `testsrc2=s=128x96:r=25:d=${seconds}`],
];
const flash = [
  '-f',
  'lavfi',
  '-i',
  "color=black:s=128x96:r=25:d=3,format=yuv420p,geq=lum='if(gte(N,30),235,16)':cb=128:cr=128",
];

/** Everything that came, by its places on the line: what is missing is silent. Left channel. */
function heard(): DecodedSound {
  const end = Math.max(
    0,
    ...page.sounds.map(({ lineUs, data }) => (lineUs / 1e6) * RATE + data.byteLength / 8),
  );
  const samples = new Float32Array(Math.ceil(end));
  for (const { lineUs, data } of page.sounds) {
    const left = new Float32Array(data).filter((_, at) => at % 2 === 0);
    samples.set(left, Math.round((lineUs / 1e6) * RATE));
  }
  return { sampleRate: RATE, samples };
}

/** Places where a block doesn't begin where the one before ends, µs. */
function seams(): number[] {
  return page.sounds.slice(1).map(({ lineUs }, at) => {
    const before = page.sounds[at];
    const lengthUs = ((before?.data.byteLength ?? 0) / 8 / RATE) * 1e6;
    return lineUs - (before?.lineUs ?? 0) - lengthUs;
  });
}

test('a flash and a beep at the same time in the file come at the same time', async () => {
  // White from frame 30 on; the beep begins at 1.2 s.
  const path = await page.make('flash.mkv', [
    ...clipOf(tone(1000, 1.8), flash, ['-af', 'adelay=1200:all=1', '-c:a', 'pcm_s16le', ...lossless]),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  const flashUs = page.pictures.find((picture) => middleOf(picture) > 128)?.lineUs ?? -1;
  const beepUs = (heard().samples.findIndex((sample) => Math.abs(sample) > 0.02) / RATE) * 1e6;
  expect(flashUs).toBeCloseTo(1_200_000, -3);
  expect(Math.abs(beepUs - flashUs)).toBeLessThan(5000);
});

test.each([
  ['AAC in MP4', 'a.mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
  ['MP3 in AVI', 'a.avi', ['-c:v', 'mpeg4', '-c:a', 'libmp3lame']],
  ['AAC in MPEG-TS', 'a.ts', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
  ['Opus in WebM', 'a.webm', ['-c:v', 'libvpx', '-c:a', 'libopus']],
  ['AAC in FLV', 'a.flv', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
])('%s: a beep comes with its flash, within 20 ms', async (_name, file, codec) => {
  const path = await page.make(file, [
    ...clipOf(tone(1000, 1.8), flash, ['-af', 'adelay=1200:all=1', ...codec]),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  const flashUs = page.pictures.find((picture) => middleOf(picture) > 128)?.lineUs ?? -1;
  const beepUs = (heard().samples.findIndex((sample) => Math.abs(sample) > 0.02) / RATE) * 1e6;
  expect(Math.abs(beepUs - flashUs)).toBeLessThan(20_000);
});

test('from a place in the file on, sound and pictures are of that place', async () => {
  const path = await page.make('a.mkv', [
    ...clipOf(tone(1000, 0.8), plain(2), ['-af', 'adelay=1200:all=1', '-c:a', 'pcm_s16le', ...lossless]),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE, atUs: 1_000_000 });
  await page.untilEnded();
  expect(page.pictures[0]?.positionUs).toBeCloseTo(1_000_000, 3);
  const beepUs = (heard().samples.findIndex((sample) => Math.abs(sample) > 0.02) / RATE) * 1e6;
  expect(Math.abs(beepUs - 200_000)).toBeLessThan(5000);
});

test('no sound is decoded where nobody wants it, nor of a file without sound', async () => {
  const silent = await page.make('silent.mkv', [...numbered('64x48', '25', 10), ...lossless]);
  const loud = await page.make('loud.mkv', [
    ...clipOf(tone(440, 0.4), plain(0.4), ['-c:a', 'pcm_s16le', ...lossless]),
  ]);
  page.setFiles([loud]);
  page.play();
  await page.untilEnded();
  expect(page.sounds).toEqual([]);
  page.setFiles([silent]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(page.sounds).toEqual([]);
  expect(page.pictures).toHaveLength(20);
});

test.each([44_100, 22_050, 96_000])('a file of %i Hz comes at the program’s rate, in tune', async (rate) => {
  const path = await page.make('a.mkv', [
    ...clipOf(tone(1000, 2, rate), plain(2), ['-c:a', 'pcm_s16le', ...lossless]),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(page.sounds.every(({ sampleRate }) => sampleRate === RATE)).toBe(true);
  // The level of `sine` is an eighth. Mono is as loud on both sides.
  expect(Math.abs(levelAt(heard(), 1000, 200, 1800) - 20 * Math.log10(1 / 8))).toBeLessThan(0.3);
  expect(levelAt(heard(), 1010, 200, 1800)).toBeLessThan(-50);
});

test('a loop’s sound goes on without a gap and without a drift, whatever padding its codec has', async () => {
  const path = await page.make('a.mp4', [
    ...clipOf(tone(1000, 0.8), plain(0.8), ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']),
  ]);
  page.setFiles([path], { isLooping: true });
  page.keepsBytes = false;
  page.play({ sampleRate: RATE });
  await page.until('twelve loops', () => page.passes.length > 12);
  page.stop();
  expect(Math.max(...seams().map(Math.abs))).toBeLessThan(25);
  for (let loop = 1; loop < 11; loop += 1) {
    const begins = page.sounds.find(({ lineUs }) => lineUs >= loop * 800_000 - 50);
    expect(begins?.lineUs).toBeCloseTo(loop * 800_000, -1);
  }
  // 800 ms are a whole number of its periods: the tone goes on.
  expect(levelAt(heard(), 1000, 400, 8000)).toBeGreaterThan(-19);
});

test('a song in a play list sounds for its whole length and shows nothing; then the list goes on', async () => {
  const clip = await page.make('clip.mkv', [...numbered('64x48', '25', 5), ...lossless]);
  const song = await page.make('song.mp3', [...tone(1000, 1.5), '-c:a', 'libmp3lame']);
  page.setFiles([clip, song, clip]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(page.passes.map(({ name, hasPictures }) => [name, hasPictures])).toEqual([
    ['clip.mkv', true],
    ['song.mp3', false],
    ['clip.mkv', true],
  ]);
  const blank = page.pictures.filter(({ pass }) => pass.name === 'song.mp3');
  expect(blank.length).toBeGreaterThan(13);
  expect(blank.every(({ bytes }) => bytes.every((byte) => byte === 0))).toBe(true);
  expect(levelAt(heard(), 1000, 400, 1600)).toBeGreaterThan(-19);
  const third = page.pictures.at(-5)?.lineUs ?? 0;
  expect(third).toBeGreaterThan(1_690_000);
  expect(third).toBeLessThan(1_760_000);
  expect(page.failures).toEqual([]);
});

test('a song whose sound nobody wants passes its time all the same', async () => {
  const song = await page.make('song.wav', [...tone(1000, 1), '-c:a', 'pcm_s16le']);
  page.setFiles([song]);
  page.play();
  await page.untilEnded();
  expect(page.sounds).toEqual([]);
  expect(page.ended?.lineUs).toBeCloseTo(1_000_000, -3);
});

test('a song loops without a gap', async () => {
  const song = await page.make('song.wav', [...tone(1000, 0.75), '-c:a', 'pcm_s16le']);
  page.setFiles([song], { isLooping: true });
  page.play({ sampleRate: RATE });
  await page.until('six loops', () => page.passes.length > 6);
  page.stop();
  expect(Math.max(...seams().map(Math.abs))).toBeLessThan(1);
});

test('a picture with a long sound, as a podcast has it, sounds to its end', async () => {
  const path = await page.make('a.mkv', [
    ...clipOf(
      tone(1000, 4),
      ['-f', 'lavfi', '-i', 'color=red:s=64x48:r=1:d=1'],
      ['-c:a', 'pcm_s16le', ...lossless],
    ),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(page.ended?.lineUs).toBeCloseTo(4_000_000, -4);
  expect(heard().samples.length).toBeCloseTo(4 * RATE, -3);
});

test('a page that takes no sound gets no more than a second of it, and the rest when it takes it', async () => {
  const song = await page.make('song.wav', [...tone(1000, 4), '-c:a', 'pcm_s16le']);
  page.isTaking = false;
  page.setFiles([song]);
  page.play({ sampleRate: RATE });
  await page.until(
    'all that may wait',
    () => page.pictures.length === 10 || page.sounds.length === MEDIA_SOUND_BLOCKS,
  );
  expect(page.sounds.length).toBeLessThanOrEqual(MEDIA_SOUND_BLOCKS);
  expect(Math.max(...page.sounds.map(({ data }) => data.byteLength))).toBe(
    (RATE * MEDIA_BLOCK_MS * 8) / 1000,
  );
  page.isTaking = true;
  const { length } = page.sounds;
  page.takeKept();
  page.takeSound(length);
  await page.untilEnded();
  expect(page.sounds).toHaveLength(4000 / MEDIA_BLOCK_MS);
});

test('sound comes with its pictures from a file that has a second of each in turn', async () => {
  const inTurn = ['-movflags', '+frag_keyframe+empty_moov', '-frag_duration', '1000000', '-g', '25'];
  const codec = ['-c:v', 'libx264', '-bf', '0', '-pix_fmt', 'yuv420p', '-c:a', 'aac', ...inTurn];
  page.setFiles([await page.make('a.mp4', clipOf(tone(1000, 6), plain(6), codec))]);
  page.keepsBytes = false;
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(page.soundBehindUs).toBeLessThan(150_000);
});

test('sound with a hole, and pictures that come late, stay in step behind it', async () => {
  // Sound from 0 to 0.5 s and from 1.5 s on, with nothing between.
  const hole = "aselect='lt(t,0.5)+gte(t,1.5)'";
  const path = await page.make('a.mkv', [
    ...clipOf(tone(1000, 3), plain(3), ['-af', hole, '-c:a', 'pcm_s16le', ...lossless]),
  ]);
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.untilEnded();
  expect(levelAt(heard(), 1000, 100, 400)).toBeGreaterThan(-19);
  expect(levelAt(heard(), 1000, 700, 1300)).toBeLessThan(-60);
  expect(levelAt(heard(), 1000, 1700, 2700)).toBeGreaterThan(-19);
  expect(page.pictures).toHaveLength(75);
});

test('what is neither video nor sound is refused as before', async () => {
  const path = join(page.folder, 'clip.mp3');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(path, 'hello '.repeat(1000));
  page.setFiles([path]);
  page.play({ sampleRate: RATE });
  await page.until('the failure', () => page.failures.length > 0);
  expect(page.failures[0]).toMatchObject({ isWaiting: true, error: { code: 'source/file-unreadable' } });
});
