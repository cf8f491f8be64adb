/** A stinger of a video file with alpha: what the server recorded shows both scenes through it, and the cut on its frame. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultEncodingProfile } from '../../../shared/encoding/profile.ts';
import { newItem } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import { newMedia } from '../../../shared/studio/files/media-input.ts';
import { canvasTransform } from '../../../shared/studio/transform.ts';
import type { Transition } from '../../../shared/studio/transition.ts';
import {
  STINGER_FRAMES,
  makeStinger,
  stingerFormats,
  stingerFrame,
} from '../../support/media/clips/stinger-clips.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { colourAt, isNear, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { runLive } from '../../support/processes/run-live.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';

const CANVAS = { width: 640, height: 360 };
const FPS = 30;
/** A third of a second into the stinger. */
const CUT_FRAME = 10;
/** That a clip is late on a busy machine, at most. */
const BUSY_FRAMES = 3;
const RED = [255, 0, 0];
const BLUE = [0, 0, 255];

let server: NginxServer;
let folder: string;

beforeEach(async () => {
  server = await startNginx();
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-stinger-'));
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Two scenes of one colour each; the stinger leads to blue. */
function collection(stingerFile: string): StudioDocument {
  const colour = (id: string, value: string): Source => ({
    ...{ id, name: id, kind: 'video' },
    input: { type: 'colour', colour: value, ...CANVAS },
  });
  const scene = (sourceId: string) => ({
    ...{ id: `scene-${sourceId}`, name: sourceId },
    items: [newItem(`item-${sourceId}`, sourceId, canvasTransform('stretch', CANVAS))],
  });
  const millisecondsOf = (frames: number): number => Math.round((frames * 1000) / FPS);
  const transition: Transition = {
    ...({ kind: 'stinger', sourceId: 'stinger' } as const),
    cutMs: millisecondsOf(CUT_FRAME),
    durationMs: millisecondsOf(STINGER_FRAMES),
  };
  return {
    sources: [
      colour('red', '#ff0000ff'),
      colour('blue', '#0000ffff'),
      {
        ...{ id: 'stinger', name: 'Stinger', kind: 'video' },
        input: { ...newMedia, paths: [stingerFile] },
      },
      { id: 'tone', name: 'Tone', kind: 'audio', input: { type: 'tone' } },
    ],
    scenes: [scene('red'), { ...scene('blue'), transition }],
    canvases: [{ id: 'main', name: 'Main', sceneId: 'scene-red', transition: { kind: 'cut' } }],
    channels: [{ id: 'main', sourceId: 'tone', isMuted: false, gain: 1 }],
    encodings: [
      {
        ...{ id: 'main', name: 'Main', canvasId: 'main' },
        profile: { ...defaultEncodingProfile, ...CANVAS, videoKbps: 4000, fps: FPS },
      },
    ],
  };
}

interface StingerPicture {
  /** Of the change, by the packet's time: the stinger's own number is where the count begins. */
  readonly frame: number;
  /** The stinger's own, as its grey says. */
  readonly clipFrame: number;
  readonly clear: readonly number[];
  readonly veil: readonly number[];
}

const isGrey = ([red = 0, green = 0, blue = 0]: readonly number[]): boolean =>
  Math.max(red, green, blue) - Math.min(red, green, blue) < 12;
const blended = (scene: readonly number[]): readonly number[] => scene.map((value) => (value + 255) / 2);

/** The pictures with the stinger over a scene, in order. */
function stingerPictures(
  pictures: readonly SmallPicture[],
  timesMs: readonly number[],
): readonly StingerPicture[] {
  const seen = pictures.flatMap((picture, at) => {
    const [clear, veil, grey] = [4, 16, 27].map((column) => colourAt(picture, column, 9)) as [
      readonly number[],
      readonly number[],
      readonly number[],
    ];
    const clipFrame = Math.round(stingerFrame(grey[1] ?? 0));
    const isThere = isGrey(grey) && clipFrame >= 0 && clipFrame < STINGER_FRAMES;
    return isThere ? [{ timeMs: timesMs[at] ?? 0, clipFrame, clear, veil }] : [];
  });
  const first = seen[0] ?? { timeMs: 0, clipFrame: 0 };
  return seen.map(({ timeMs, ...parts }) => ({
    ...{ frame: first.clipFrame + Math.round(((timeMs - first.timeMs) * FPS) / 1000), ...parts },
  }));
}

it.each(stingerFormats)(
  '$name shows both scenes through its alpha, and the scene changes on the frame of its cut',
  async (format) => {
    await makeStinger(folder, format);
    const file = join(folder, 'collection.json');
    writeFileSync(file, JSON.stringify(collection(format.name)));
    const commands = join(folder, 'commands.ndjson');
    const command = { type: 'switchScene', canvasId: 'main', sceneId: 'scene-blue' };
    writeFileSync(commands, `${JSON.stringify({ at: 3, command })}\n`);
    const result = await runLive({
      args: [
        ...['--collection', file, '--command', commands, '--to', `${server.url}/stinger`],
        ...['--key-in-arguments', '--seconds', '6'],
      ],
      userData: join(folder, 'user-data'),
    });
    expect(result).toMatchObject({ code: 0 });

    const recording = await server.finishedRecording('stinger');
    const pictures = await smallPictures(recording);
    const times = (await probe(recording)).videoPackets
      .map(({ ptsMs }) => ptsMs)
      .toSorted((one, other) => one - other);
    expect(times).toHaveLength(pictures.length);
    const seen = stingerPictures(pictures, times);
    expect(seen.length).toBeGreaterThan(STINGER_FRAMES / 2);
    const isBefore = seen.map(({ clear }) => isNear(clear, RED));
    const cut = isBefore.indexOf(false);
    expect(cut).toBeGreaterThan(0);
    for (const [at, { clear, veil }] of seen.entries()) {
      const scene = at < cut ? RED : BLUE;
      expect(isNear(clear, scene), `the clear part, ${at}: ${clear.join()}`).toBe(true);
      expect(isNear(veil, blended(scene)), `the half clear part, ${at}: ${veil.join()}`).toBe(true);
    }
    // A busy machine that misses the frame of the cut shows the one after.
    expect(seen[cut - 1]?.frame).toBeLessThan(CUT_FRAME);
    expect(seen[cut]?.frame).toBeGreaterThanOrEqual(CUT_FRAME);
    // The clip keeps step with the change, and is late only where its decoder is.
    for (const { frame, clipFrame } of seen) {
      expect(clipFrame).toBeLessThanOrEqual(frame);
      expect(clipFrame).toBeGreaterThanOrEqual(frame - BUSY_FRAMES);
    }
    const isWhole = (picture: SmallPicture | undefined, scene: readonly number[]): boolean =>
      [4, 16, 27].every((column) => picture !== undefined && isNear(colourAt(picture, column, 9), scene));
    expect(isWhole(pictures[0], RED)).toBe(true);
    expect(isWhole(pictures.at(-1), BLUE)).toBe(true);
  },
);
