/** A laptop with two graphics cards, the first of which has no encoder: the other one is found, and used on air. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFfmpegArguments } from '../../../../electron/engine/ffmpeg/ffmpeg-arguments.ts';
import { probeEncoders } from '../../../../electron/engine/ffmpeg/probe-encoders.ts';
import { defaultEncodingProfile } from '../../../../shared/encoding/profile.ts';
import { findFfmpeg } from '../encode/synthetic.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-cards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An ffmpeg that has VAAPI on the second card alone, and encodes there with x264. */
async function ffmpegWithCards(): Promise<string> {
  const path = join(folder, 'ffmpeg');
  const real = await findFfmpeg();
  writeFileSync(
    path,
    `#!/bin/sh
case "$*" in
  *-version*) exec ${real} "$@" ;;
  *-encoders*) echo " V....D h264_vaapi H.264" ;;
  *vaapi=device:/dev/dri/renderD129*)
    exec ${real} -loglevel error -f lavfi -i testsrc2=size=320x180:rate=30 -t 1 -c:v libx264 -f flv pipe:1 ;;
  *) echo "Failed to initialise VAAPI connection" >&2; exit 1 ;;
esac
`,
  );
  chmodSync(path, 0o755);
  return path;
}

test('the card that works is found, and the one of a broadcast', async () => {
  const cards = ['/dev/dri/renderD128', '/dev/dri/renderD129'];
  const probes = await probeEncoders(await ffmpegWithCards(), () => performance.now(), undefined, cards);
  const vaapi = probes.find(({ encoder }) => encoder === 'h264_vaapi');
  expect(vaapi).toMatchObject({ isWorking: true, device: '/dev/dri/renderD129' });
  const args = buildFfmpegArguments({
    profile: defaultEncodingProfile,
    input: { width: 1280, height: 720, format: 'I420', colour: 'bt709-limited' },
    encoder: 'h264_vaapi',
    processors: 2,
    matrixFilter: 'scale',
    device: vaapi?.device,
  });
  expect(args).toContain('vaapi=device:/dev/dri/renderD129');
});

test('with one card its first error is what is said', async () => {
  const probes = await probeEncoders(await ffmpegWithCards(), () => performance.now(), undefined, [
    '/dev/dri/renderD128',
  ]);
  expect(probes.find(({ encoder }) => encoder === 'h264_vaapi')).toMatchObject({
    isWorking: false,
    reason: 'Failed to initialise VAAPI connection',
  });
});
