/** `live` with a collection of scenes, changed by commands: judged in what the server recorded. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { SMALL_HEIGHT, SMALL_WIDTH, colourAt, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { runLive } from '../../support/processes/run-live.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import {
  collection as collectionOfObs,
  item,
  scene,
  source,
} from '../../unit/shared/obs-collection/builders.ts';
import { FADE, threeScenes } from '../../support/studio/live-collections.ts';

const FPS = 30;
const FADE_FRAMES = 9;
/** That a busy machine misses in a row, at most. */
const BUSY_FRAMES = 6;

let server: NginxServer;
let folder: string;
let collection: string;

beforeAll(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-collection-'));
  collection = join(folder, 'three.json');
  writeFileSync(collection, JSON.stringify(threeScenes()));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly at: number;
  readonly requestId: string;
  readonly isDone: boolean;
  readonly error?: { readonly code: string; readonly text: string };
}

function answersIn(stdout: string): readonly Answer[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

const switchTo = (sceneId: string) => ({ type: 'switchScene', canvasId: 'main', sceneId });
const lines = (values: readonly unknown[]): string =>
  values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');

const middle = (picture: SmallPicture) => colourAt(picture, SMALL_WIDTH / 2, SMALL_HEIGHT / 2);
const corner = (picture: SmallPicture) => colourAt(picture, 1, 1);
const isNear = (seen: readonly number[], wanted: readonly number[], by = 12): boolean =>
  wanted.every((value, at) => Math.abs((seen[at] ?? -1) - value) <= by);
const isRed = (picture: SmallPicture) =>
  isNear(middle(picture), [255, 0, 0]) && isNear(corner(picture), [255, 0, 0]);
const isBlue = (picture: SmallPicture) =>
  isNear(middle(picture), [0, 0, 255]) && isNear(corner(picture), [0, 0, 255]);

it('scenes change at their times: a cut in one frame, a fade of 300 ms in nine', async () => {
  const userData = join(folder, 'user-data');
  const settings = join(userData, 'settings.json');
  const saved = JSON.stringify(defaultSettings);
  mkdirSync(userData);
  writeFileSync(settings, saved);
  const commands = join(folder, 'commands.ndjson');
  writeFileSync(
    commands,
    lines([
      { at: 2, command: switchTo('scene-red') },
      { at: 3, command: switchTo('scene-blue') },
      { at: 4.5, command: switchTo('scene-red') },
      { at: 4.5, requestId: 'nowhere', command: switchTo('scene-green') },
      'no command',
    ]),
  );
  const result = await runLive({
    args: [
      ...['--collection', collection, '--scene', 'Pattern', '--command', commands],
      ...['--to', `${server.url}/scenes`, '--key-in-arguments', '--seconds', '6'],
    ],
    userData,
  });
  expect(result).toMatchObject({ code: 0 });
  expect(readFileSync(settings, 'utf8')).toBe(saved);

  const answers = answersIn(result.stdout);
  expect(answers.map(({ requestId, isDone }) => [requestId, isDone])).toEqual([
    ['line-1', true],
    ['line-2', true],
    ['line-3', true],
    ['nowhere', false],
    ['line-5', false],
  ]);
  expect(answers[3]?.error?.code).toBe('studio/refused');
  expect(answers[4]?.error?.text).toBe('The line isn’t valid JSON.');

  const file = await server.finishedRecording('scenes');
  const { videoPackets } = await probe(file);
  const pictures = await smallPictures(file);
  expect(pictures).toHaveLength(videoPackets.length);
  const first = pictures.findIndex(isRed);
  const fade = pictures.findIndex((picture, at) => at > first && !isRed(picture));
  const blue = pictures.findIndex(isBlue);
  const cut = pictures.findIndex((picture, at) => at > blue && !isBlue(picture));
  // The cuts: a whole picture of the one scene, then one of the other.
  expect(first).toBeGreaterThan(FPS);
  expect(pictures.slice(0, first).some((picture) => isRed(picture) || isBlue(picture))).toBe(false);
  expect(isRed(pictures[cut] as SmallPicture)).toBe(true);
  expect(pictures.slice(cut).every(isRed)).toBe(true);
  expect(pictures.slice(blue, cut).every(isBlue)).toBe(true);
  // The fade: each of its frames a tenth further. A busy machine that misses one shows the one before again.
  expect(FADE).toEqual({ kind: 'fade', durationMs: 300 });
  expect(Math.abs(blue - fade - FADE_FRAMES)).toBeLessThanOrEqual(BUSY_FRAMES);
  const shares = Array.from({ length: FADE_FRAMES }, (_, frame) => (frame + 1) / (FADE_FRAMES + 1));
  const seen = pictures
    .slice(fade, blue)
    .map((picture) =>
      shares.findIndex((share) => isNear(middle(picture), [255 * (1 - share), 0, 255 * share])),
    );
  expect(seen).not.toContain(-1);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  // Each in the frame after its command: what lies between two changes is what lay between their commands.
  const [toRed, toBlue, toRedAgain] = answers.map(({ at }) => at);
  const timeOf = (at: number): number => videoPackets[at]?.ptsMs ?? Number.NaN;
  const late = (at: number, command: number | undefined): number =>
    timeOf(at) / 1000 - (command ?? Number.NaN);
  const delays = [late(first, toRed), late(fade, toBlue), late(cut, toRedAgain)];
  expect(Math.max(...delays) - Math.min(...delays)).toBeLessThanOrEqual((2 + BUSY_FRAMES) / FPS);
});

it('keys and then commands come on standard input, each as it is written', async () => {
  const seen: Answer[] = [];
  const result = await runLive({
    args: [
      ...['--collection', collection, '--command', '-', '--audio', 'none', '--size', '320x180'],
      ...['--to', server.url, '--key-stdin'],
    ],
    userData: join(folder, 'by-hand'),
    // The command waits for the stream.
    input: `by-hand\n${lines([{ command: switchTo('scene-red') }])}`,
    onLine: (line, write) => {
      if (!line.startsWith('{')) return;
      seen.push(JSON.parse(line) as Answer);
      if (seen.length === 1) write(lines([{ at: 2, command: { type: 'endStream' } }]));
    },
  });
  expect(result).toMatchObject({ code: 0 });
  expect(seen[0]).toMatchObject({ requestId: 'line-1', isDone: true });
  const file = await server.finishedRecording('by-hand');
  expect((await probe(file)).video).toMatchObject({ width: 320, height: 180 });
  expect(isRed((await smallPictures(file)).at(-1) as SmallPicture)).toBe(true);
});

it('goes live with the sources that are there', async () => {
  const { sources, scenes, ...others } = threeScenes();
  const [first, ...rest] = scenes;
  const camera = { id: 'camera', name: 'Camera', kind: 'video', input: { type: 'camera', deviceId: 'gone' } };
  const items = [...(first?.items ?? []), { ...first?.items[0], id: 'item-camera', sourceId: 'camera' }];
  const file = join(folder, 'camera.json');
  writeFileSync(
    file,
    JSON.stringify({ ...others, sources: [...sources, camera], scenes: [{ ...first, items }, ...rest] }),
  );
  const result = await runLive({
    args: ['--collection', file, '--rehearse', '--seconds', '2'],
    userData: join(folder, 'no-camera'),
  });
  expect(result).toMatchObject({ code: 0 });
  expect(result.stderr).toMatch(/camera/i);
});

it('a collection of OBS is on air with the scene that was asked for, and says what it left out', async () => {
  const card = (name: string, color: number) =>
    source('color_source_v3', name, { color, width: 640, height: 360 });
  const file = join(folder, 'obs.json');
  writeFileSync(
    file,
    collectionOfObs({
      resolution: { x: 640, y: 360 },
      sources: [
        card('Red', 0xff_00_00_ff),
        card('Blue', 0xff_ff_00_00),
        source('ndi_source', 'Alerts', { ndi_source_name: 'Alerts' }),
        // Nothing listens there: what Electron says of it names the whole address.
        source('browser_source', 'Goals', { url: 'http://127.0.0.1:1/secret' }),
        scene('Game', [item('Red')]),
        scene('Pause', [item('Goals'), item('Blue'), item('Alerts')]),
      ],
    }),
  );
  const result = await runLive({
    args: [
      ...['--import-obs', file, '--scene', 'Pause', '--seconds', '2'],
      ...['--to', `${server.url}/obs`, '--key-in-arguments'],
    ],
    userData: join(folder, 'obs'),
  });
  expect(result).toMatchObject({ code: 0 });
  expect(result.stderr).toContain('Source “Alerts”: left out');
  expect(result.stderr).not.toContain('secret');
  const recording = await server.finishedRecording('obs');
  expect((await probe(recording)).video).toMatchObject({ width: 640, height: 360 });
  expect((await smallPictures(recording)).every(isBlue)).toBe(true);
});

it.each([
  ['a collection that is not there', ['--collection', 'no-such.json'], /can’t read .*no-such\.json/],
  ['a scene that the collection has not', ['--scene', 'Green'], /no scene named “Green”.*“Pattern”/],
  ['a source beside the collection', ['--source', 'camera'], /its own sources/],
])('%s ends with 2 before anything starts', async (_what, args, message) => {
  const all = args.includes('--collection') ? args : ['--collection', collection, ...args];
  const result = await runLive({ args: ['--rehearse', ...all], userData: join(folder, 'never') });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toMatch(message);
});
