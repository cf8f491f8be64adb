/** A media source's sound comes and goes with its picture, judged by what the streaming server recorded. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { crossingsOf } from '../../support/media/sound/picture-and-tone.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { waitForPreviewColour } from '../../support/window/preview-colour.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import { endBroadcast, runCommand, stayOnAir, waitOnAir } from '../../support/window/window-driver.ts';

const CANVAS = { width: 320, height: 180 } as const;
const AMPLITUDE = 0.25;
/** Half a frame of 60 a second, and what a cut between two frames may be off by. */
const TOLERANCE_SECONDS = 0.02;

/** A file that begins to play is heard from its second block on. */
const STINGER_TOLERANCE_SECONDS = 0.04;

const studios = openStudios();

async function whiteClip(seconds = 60): Promise<string> {
  const path = join(studios.folder, `white-${seconds}.mp4`);
  await promisify(execFile)(ffmpegPath(), [
    ...['-v', 'error', '-f', 'lavfi', '-i', `color=white:s=${CANVAS.width}x${CANVAS.height}:r=60`],
    ...[
      '-f',
      'lavfi',
      '-i',
      `aevalsrc=${AMPLITUDE}*sin(2*PI*1000*t):s=48000:c=stereo`,
      '-t',
      String(seconds),
    ],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-y', path],
  ]);
  return path;
}

/** The clip in one scene, black in the other. */
function studioOf(path: string): StudioDocument {
  const encoding = { ...defaultEncodingProfile, ...CANVAS, videoKbps: 1000, fps: 60 };
  const none = { type: 'none' } as const;
  const studio = buildDocument({ source: none, audio: none, isMuted: false, gain: 1, encoding });
  const clip: Source = {
    ...{ id: 'clip', name: 'Clip', kind: 'video' },
    input: { ...newMedia, paths: [path], isLooping: true, whenHidden: 'playOn' },
  };
  const black: Source = {
    ...{ id: 'black', name: 'Black', kind: 'video' },
    input: { type: 'colour', colour: '#000000ff', ...CANVAS },
  };
  const transform = canvasTransform('inner', CANVAS);
  return {
    ...studio,
    sources: [clip, black],
    scenes: [
      { id: 'main', name: 'Clip', items: [newItem('item-clip', 'clip', transform)] },
      { id: 'other', name: 'Black', items: [newItem('item-black', 'black', transform)] },
    ],
    channels: [...studio.channels, { id: 'channel-clip', sourceId: 'clip', isMuted: false, gain: 1 }],
  };
}

/** Both scenes are black; the clip plays between them. */
function stingerStudioOf(path: string): StudioDocument {
  const studio = studioOf(path);
  const others = studio.sources.filter(({ id }) => id !== 'clip');
  const stinger: Source = {
    ...{ id: 'clip', name: 'Clip', kind: 'video' },
    input: { ...newMedia, paths: [path], whenHidden: 'restart' },
  };
  const transition = { kind: 'stinger', sourceId: 'clip', cutMs: 500, durationMs: 1000 } as const;
  const scene = (id: string) => ({
    ...{ id, name: id },
    items: [newItem(`black-${id}`, 'black', canvasTransform('inner', CANVAS))],
  });
  return {
    ...studio,
    sources: [stinger, ...others],
    scenes: [scene('main'), scene('other')],
    canvases: studio.canvases.map((canvas) => ({ ...canvas, transition })),
  };
}

it('a clip’s sound goes and comes within 20 ms of its picture, by a cut and by a fade', async () => {
  const { page } = await studios.launch(studioOf(await whiteClip()));
  const go = async (sceneId: string, transition: Transition): Promise<void> => {
    const answer = await runCommand(page, { type: 'switchScene', canvasId: 'main', sceneId, transition });
    expect(answer.isDone).toBe(true);
    await stayOnAir(page, 2);
  };
  await waitForPreviewColour(page, 'white');
  await goLiveTo(page, studios.server.url, 'scenes');
  await waitOnAir(page, 5);
  await go('other', { kind: 'cut' });
  await go('main', { kind: 'cut' });
  await go('other', { kind: 'fade', durationMs: 600 });
  await go('main', { kind: 'fade', durationMs: 600 });
  await endBroadcast(page);
  const { picture, sound } = await crossingsOf(await studios.server.finishedRecording('scenes'), AMPLITUDE);
  // The last four; the beginning of the stream may be another.
  const pairs = picture.slice(-4).map((time, at) => (sound.slice(-4)[at] ?? NaN) - time);
  const told = JSON.stringify({ picture, sound });
  expect(pairs.length, told).toBe(4);
  for (const late of pairs) expect(Math.abs(late), told).toBeLessThanOrEqual(TOLERANCE_SECONDS);
});

it('a stinger’s own sound plays with its picture, and ends with the stinger', async () => {
  const { page } = await studios.launch(stingerStudioOf(await whiteClip(3)));
  await waitForPreviewColour(page, 'black');
  await goLiveTo(page, studios.server.url, 'stinger-sound');
  await waitOnAir(page, 5);
  for (const sceneId of ['other', 'main']) {
    const answer = await runCommand(page, { type: 'switchScene', canvasId: 'main', sceneId });
    expect(answer.isDone).toBe(true);
    await stayOnAir(page, 3);
  }
  await endBroadcast(page);
  const file = await studios.server.finishedRecording('stinger-sound');
  const { picture, sound } = await crossingsOf(file, AMPLITUDE);
  const told = JSON.stringify({ picture, sound });
  expect([picture.length, sound.length], told).toEqual([4, 4]);
  for (const [at, time] of picture.entries())
    expect(Math.abs((sound[at] ?? NaN) - time), told).toBeLessThanOrEqual(STINGER_TOLERANCE_SECONDS);
});
