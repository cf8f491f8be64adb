/** What ffmpeg's listing says of a file's video. */
import { expect, test } from 'vitest';
import { parseFileFacts, parseSound } from '../../../../electron/engine/media-source/file-facts.ts';
import { shapeOf } from '../../../../electron/engine/media-source/picture-shape.ts';

const listing = (...lines: readonly string[]): string =>
  [
    "Input #0, mov,mp4, from 'file:a.mp4':",
    '  Duration: 00:01:02.50, start: 0.000000, bitrate: 1 kb/s',
    ...lines,
  ].join('\n');

test.each([
  [
    '  Stream #0:0[0x1](und): Video: h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1280x720 [SAR 1:1 DAR 16:9], 252 kb/s, 29.97 fps, 29.97 tbr, 30k tbn (default)',
    { width: 1280, height: 720, codec: 'h264', hasAlpha: false, fps: 30_000 / 1001, durationUs: 62_500_000 },
  ],
  [
    '  Stream #0:0: Video: prores (4444) (ap4h / 0x68347061), yuva444p12le(bt709, progressive), 1920x1080, 7 kb/s, 25 fps, 25 tbr, 12800 tbn',
    { width: 1920, height: 1080, codec: 'prores', hasAlpha: true, fps: 25, durationUs: 62_500_000 },
  ],
  [
    '  Stream #0:0[0x1](und): Video: mpeg4 (Simple Profile), yuv420p, 720x576 [SAR 64:45 DAR 16:9], 25 fps, 25 tbr, 1k tbn',
    { width: 1024, height: 576, codec: 'mpeg4', hasAlpha: false, fps: 25, durationUs: 62_500_000 },
  ],
  [
    '  Stream #0:0: Video: gif, bgra, 200x100, 10 fps, 10 tbr, 100 tbn',
    { width: 200, height: 100, codec: 'gif', hasAlpha: true, fps: 10, durationUs: 62_500_000 },
  ],
])('reads size, rate, length and alpha: %s', (line, facts) => {
  expect(parseFileFacts(listing(line))).toEqual(facts);
});

test('alpha that only the container tells of counts, of this stream alone', () => {
  const video =
    '  Stream #0:0: Video: vp9 (Profile 0), yuv420p(tv, progressive), 320x180, SAR 1:1 DAR 16:9, 30 fps, 30 tbr, 1k tbn';
  const alpha = ['    Metadata:', '      alpha_mode      : 1'];
  expect(parseFileFacts(listing(video, ...alpha))?.hasAlpha).toBe(true);
  const other = '  Stream #0:1: Audio: opus, 48000 Hz, stereo, fltp';
  expect(parseFileFacts(listing(video, other, ...alpha))?.hasAlpha).toBe(false);
});

test('a picture that lies on its side is as it shows', () => {
  const video = '  Stream #0:0: Video: h264, yuv420p, 1920x1080 [SAR 1:1 DAR 16:9], 30 fps, 30 tbr';
  const side = ['    Side data:', '      displaymatrix: rotation of -90.00 degrees'];
  expect(parseFileFacts(listing(video, ...side))).toMatchObject({ width: 1080, height: 1920 });
});

test('the cover of a song is no video, and neither is nothing', () => {
  const cover = '  Stream #0:1: Video: mjpeg, yuvj420p(pc), 600x600, 90k tbr, 90k tbn (attached pic)';
  expect(parseFileFacts(listing('  Stream #0:0: Audio: mp3, 44100 Hz', cover))).toBeUndefined();
  expect(parseFileFacts('file:a.mp4: Invalid data found when processing input')).toBeUndefined();
});

test.each([
  ['none', '  Stream #0:0: Video: h264, yuv420p, 64x48, 25 fps'],
  ['mono', '  Stream #0:1[0x2](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, mono, fltp, 69 kb/s'],
  ['mono', '  Stream #0:0: Audio: pcm_s16le ([1][0][0][0] / 0x0001), 48000 Hz, 1 channels, s16, 768 kb/s'],
  ['several', '  Stream #0:1: Audio: opus, 48000 Hz, stereo, fltp'],
  ['several', '  Stream #0:1: Audio: ac3, 48000 Hz, 5.1(side), fltp, 448 kb/s'],
])('sound: %s, of %s', (sound, line) => expect(parseSound(listing(line))).toBe(sound));

const facts = { codec: 'x', fps: 30, durationUs: 1, hasAlpha: false };

test.each([
  [{ width: 1920, height: 1080 }, { width: 1280, height: 720 }, [1280, 720]],
  [{ width: 321, height: 181 }, { width: 1280, height: 720 }, [321, 181]],
  [{ width: 3840, height: 1080 }, { width: 1280, height: 720 }, [1280, 360]],
  [{ width: 7680, height: 4320 }, { width: 8192, height: 8192 }, [3840, 2160]],
  [{ width: 2, height: 9000 }, { width: 1280, height: 720 }, [1, 720]],
])('a picture of %o on a canvas of %o comes as %o', (size, limit, [width, height]) => {
  const shape = shapeOf({ ...facts, ...size }, limit);
  expect([shape.pictureWidth, shape.pictureHeight]).toEqual([width, height]);
  expect([shape.width, shape.height]).toEqual([size.width, size.height]);
});
