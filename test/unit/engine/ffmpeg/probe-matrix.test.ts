import { expect, test } from 'vitest';
import { parseMatrix } from '../../../../electron/engine/ffmpeg/probe-matrix.ts';

test.each([
  ['h264 (High) (avc1 / 0x31637661), yuv420p(tv, bt709, progressive), 1920x1080 [SAR 1:1', 'asTagged'],
  ['vp9 (Profile 0), yuv420p(tv, smpte170m/unknown/unknown, progressive), 1280x720', 'asTagged'],
  ['hevc (Main 10), yuv420p10le(tv, bt2020nc/bt2020/smpte2084), 3840x2160', 'asTagged'],
  ['h264 (High) (avc1 / 0x31637661), yuv420p(progressive), 1280x720 [SAR 1:1', 'bt709'],
  ['h264 (High), yuv420p(tv, unknown/bt709/bt709, progressive), 1920x1080', 'bt709'],
  ['h264 (High), yuv420p, 1280x720', 'bt709'],
  ['h264 (High), yuv420p(progressive), 720x576', 'asTagged'],
  ['png, rgb24(pc), 1920x1080', 'asTagged'],
])('%s: %s', (stream, matrix) => {
  const listing = `Input #0, mov, from 'x':\n  Duration: 00:00:02.00\n  Stream #0:1[0x1](und): Video: ${stream}, 25 fps\n`;
  expect(parseMatrix(listing)).toBe(matrix);
});

test('a listing without video says nothing', () => {
  expect(parseMatrix("file:x: No such file or directory\nStream #0:0: Audio: aac, 'Video: '")).toBe(
    'asTagged',
  );
});
