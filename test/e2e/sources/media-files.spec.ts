/** Media files on air: what the server recorded shows each picture of a clip once and in its turn, over its loops and commands. */
import { execFile } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { buildDocument, newItem } from '../../../shared/studio/document.ts';
import type { StudioDocument, VideoSource } from '../../../shared/studio/document-schema.ts';
import type { Command } from '../../../shared/studio/commands.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import type { MediaFileInput } from '../../../shared/studio/files/media-input.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import { makeClip } from '../../support/media/clips/numbered-clips.ts';
import { STEPS, stepOf, stepped } from '../../support/media/clips/stepped-clips.ts';
import { ffmpegPath } from '../../support/media/ffmpeg.ts';
import { colourAt, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { openStudios } from '../../support/window/studio-fixture.ts';
import {
  endBroadcast,
  runCommand,
  stayOnAir,
  waitForBadge,
  waitOnAir,
} from '../../support/window/window-driver.ts';

const run = promisify(execFile);
const CANVAS = { width: 640, height: 360 };

const studios = openStudios();

const numberedClip = async (name: string, frames: number): Promise<string> =>
  await makeClip(studios.folder, name, stepped(frames));

/** A red that is half there, on the right half alone. */
async function clearClip(name: string): Promise<string> {
  const path = join(studios.folder, name);
  const picture = "color=red:s=320x180:r=30,format=rgba,geq=r=255:g=0:b=0:a='if(lt(X,160),0,128)'";
  await run(ffmpegPath(), [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-frames:v', '15'],
    ...['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuva420p', '-b:v', '1M', path],
  ]);
  return path;
}

const clip = (path: string, rules: Partial<MediaFileInput> = {}): VideoSource => ({
  ...{ id: 'clip', name: 'Clip', kind: 'video' },
  input: { ...newMedia, paths: [path], isLooping: true, ...rules },
});

function studioOf(...sources: readonly VideoSource[]): StudioDocument {
  const encoding = { ...defaultEncodingProfile, ...CANVAS, videoKbps: 2000, fps: 30 };
  const none = { type: 'none' } as const;
  const studio = buildDocument({ source: none, audio: none, isMuted: false, gain: 1, encoding });
  const items = sources.map(({ id }) => newItem(`item-${id}`, id, canvasTransform('inner', CANVAS)));
  const [scene] = studio.scenes;
  if (scene === undefined) throw new Error('a document has a scene');
  return { ...studio, sources: [...sources], scenes: [{ ...scene, items }] };
}

async function command(page: Page, wanted: Command): Promise<void> {
  const answer = await runCommand(page, wanted);
  if (!answer.isDone) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
}

const stepsOf = (recorded: readonly SmallPicture[]): readonly number[] => recorded.map(stepOf);

/** How far the clip went from picture to picture. */
function advances(steps: readonly number[]): readonly number[] {
  return steps.slice(1).map((step, at) => (step - (steps[at] ?? 0) + STEPS) % STEPS);
}

it('a clip that loops is on air frame by frame: none doubled, none lost, at no seam', async () => {
  const { page } = await studios.launch(studioOf(clip(await numberedClip('second.mp4', 30))));
  await goLiveTo(page, studios.server.url, 'clip');
  await waitOnAir(page, 20);
  await endBroadcast(page);
  const seen = advances(stepsOf(await smallPictures(await studios.server.finishedRecording('clip'))));
  expect(seen.length).toBeGreaterThan(540);
  // On a busy machine a frame is late now and then, and the clip makes up for it. A fault at each seam would be more than that.
  const others = seen.flatMap((step, at) => (step === 1 ? [] : [[at, step]]));
  expect(others.length, JSON.stringify(others)).toBeLessThan(seen.length / 40);
  expect(seen.reduce((sum, step) => sum + step, 0)).toBeGreaterThan(seen.length - 6);
});

it('pause, play, seek and stop are on air; a clip with alpha lies over what is below', async () => {
  const blue: VideoSource = {
    ...{ id: 'blue', name: 'Blue', kind: 'video' },
    input: { type: 'colour', colour: '#0000ffff', ...CANVAS },
  };
  const over = { ...clip(await clearClip('clear.webm')), id: 'over', name: 'Over' };
  const { page } = await studios.launch(studioOf(blue, over));
  await goLiveTo(page, studios.server.url, 'alpha');
  await waitOnAir(page, 3);
  await command(page, { type: 'controlMedia', sourceId: 'over', action: 'stop' });
  await waitOnAir(page, 5);
  await endBroadcast(page);
  const recorded = await smallPictures(await studios.server.finishedRecording('alpha'));
  const blended = recorded.filter((picture) => {
    const [red = 0, green = 0, below = 0] = colourAt(picture, 24, 9);
    const left = colourAt(picture, 8, 9);
    return Math.abs(red - 128) < 24 && green < 24 && Math.abs(below - 127) < 24 && (left[2] ?? 0) > 230;
  });
  expect(blended.length).toBeGreaterThan(45);
  const [, , last = 0] = colourAt(recorded.at(-1) as SmallPicture, 24, 9);
  expect(last).toBeGreaterThan(230);
});

it('a paused clip stands and goes on where it stood; a file that is gone is said, and plays when it is back', async () => {
  const path = await numberedClip('short.mp4', 20);
  const { page } = await studios.launch(studioOf(clip(path)));
  await goLiveTo(page, studios.server.url, 'pause');
  await waitOnAir(page, 3);
  await command(page, { type: 'controlMedia', sourceId: 'clip', action: 'pause' });
  await waitOnAir(page, 5);
  await command(page, { type: 'controlMedia', sourceId: 'clip', action: 'play' });
  await waitOnAir(page, 7);
  renameSync(path, `${path}.gone`);
  await page.waitForFunction(async () => {
    const history = await window.upcast.invoke('engine:history', undefined);
    const errors = history.ok ? history.value.events.flatMap(({ error }) => error ?? []) : [];
    return errors.some(
      ({ details }) => details['reason'] === 'fileMissing' && details['path'] === 'short.mp4',
    );
  });
  renameSync(`${path}.gone`, path);
  await waitOnAir(page, 15);
  await endBroadcast(page);
  const steps = stepsOf(await smallPictures(await studios.server.finishedRecording('pause')));
  const seen = advances(steps);
  // The longest time that the clip stood: the pause. It went on with the next frame.
  let longest = { at: 0, length: 0 };
  let length = 0;
  seen.forEach((step, at) => {
    length = step === 0 ? length + 1 : 0;
    if (length > longest.length && at < 210) longest = { at, length };
  });
  expect(longest.length).toBeGreaterThan(20);
  expect(seen[longest.at + 1]).toBe(1);
  // It moves at the end.
  expect(seen.slice(-20).filter((step) => step === 1).length).toBeGreaterThan(15);
});

it('an engine that dies takes the clip down for a moment; it comes back', async () => {
  const { app, page } = await studios.launch(studioOf(clip(await numberedClip('engine.mp4', 30))));
  await goLiveTo(page, studios.server.url, 'before');
  await waitOnAir(page, 2);
  const enginePid = () => sampleProcesses(app.process().pid ?? 0).find(({ part }) => part === 'engine')?.pid;
  const before = enginePid() ?? 0;
  process.kill(before, 'SIGKILL');
  await waitUntil('another engine', () => enginePid() !== undefined && enginePid() !== before);
  // The stream begins again by itself.
  await waitForBadge(page, 'live');
  await stayOnAir(page, 4);
  await endBroadcast(page);
  const seen = advances(stepsOf(await smallPictures(await studios.server.finishedRecording('before'))));
  expect(seen.slice(-20).filter((step) => step === 1).length).toBeGreaterThan(15);
});

it('a clip that a person chooses plays in the window; pause and stop are buttons, and say what they did', async () => {
  const { app, page } = await studios.launch(studioOf());
  const path = await numberedClip('chosen.mp4', 600);
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths });
    },
    [path],
  );
  await page.getByRole('button', { name: 'Add source' }).first().click();
  await page.getByRole('menuitem', { name: 'Media file or playlist…' }).click();
  const playback = page.getByRole('group', { name: 'Playback' });
  await playback.getByText(/^Playing 00:00:0\d of 00:00:20$/).waitFor();
  await playback.getByRole('button', { name: 'Pause' }).click();
  await playback.getByText(/^Paused/).waitFor();
  await playback.getByRole('button', { name: 'Play' }).click();
  await playback.getByText(/^Playing/).waitFor();
  await playback.getByRole('button', { name: 'Stop' }).click();
  await playback.getByText('Stopped', { exact: true }).waitFor();
  // Without a source that plays, no ffmpeg is left.
  const root = app.process().pid ?? 0;
  await waitUntil('no ffmpeg', () => sampleProcesses(root).every(({ part }) => part !== 'ffmpeg'));
});
