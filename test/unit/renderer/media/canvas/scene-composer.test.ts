import { describe, expect, it } from 'vitest';
import type { CanvasScene } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import { drawColour } from '../../../../../renderer/media/canvas/draw-colour.ts';
import { SceneComposer } from '../../../../../renderer/media/canvas/scene-composer.ts';
import { openMemory } from '../../../../support/compositor/open-memory.ts';
import { freePicture } from '../../../../../renderer/media/compositor/picture.ts';
import type { Picture } from '../../../../../renderer/media/compositor/picture.ts';
import type { LayerSource } from '../../../../../renderer/media/layers/layer-source.ts';
import type { ProgramFormat } from '../../../../../renderer/media/worker/worker-messages.ts';
import { canvasTransform } from '../../../../../shared/studio/transform.ts';
import type { Transition } from '../../../../../shared/studio/transition.ts';

const program: ProgramFormat = { width: 34, height: 18, fps: 30, sampleRate: 48_000, channels: 2 };
const LUMA = program.width * program.height;
/** BT.709 of limited range. */
const RED = [63, 102, 240];
const BLUE = [32, 240, 118];
const BLACK = [16, 128, 128];

class Still implements LayerSource {
  readonly asked: number[] = [];
  picture: Picture | undefined;

  constructor(picture: Picture | undefined) {
    this.picture = picture;
  }

  prepare(timestampUs: number): Picture | undefined {
    this.asked.push(timestampUs);
    return this.picture;
  }

  end(): void {}
}

function sceneOf(id: string, transition: Transition, sourceIds: readonly string[] = [id]): CanvasScene {
  const transform = canvasTransform('stretch', program);
  const layers = sourceIds.map((sourceId) => ({ id: sourceId, sourceId, transform, outer: [], opacity: 1 }));
  return { sceneId: id, layers, transition };
}

function begin() {
  const memory = openMemory();
  const red = new Still(drawColour(memory, '#ff0000ff'));
  const blue = new Still(drawColour(memory, '#0000ffff'));
  const layers = new Map<string, LayerSource>([
    ['red', red],
    ['blue', blue],
  ]);
  const composer = new SceneComposer(memory, program, layers, sceneOf('red', { kind: 'cut' }));
  let frame = 0;
  /** The colour of each corner in the next frame. */
  const next = async () => {
    const composed = await composer.compose(Math.round((frame++ * 1_000_000) / program.fps));
    if (composed === undefined) throw new Error('ended');
    const { data, revision } = composed;
    expect(data).toHaveLength((LUMA * 3) / 2);
    const [half, rows] = [program.width / 2, program.height / 2];
    const at = (x: number, y: number) => [
      data[y * program.width + x],
      data[LUMA + (y >> 1) * half + (x >> 1)],
      data[LUMA + half * rows + (y >> 1) * half + (x >> 1)],
    ];
    return { left: at(0, 0), right: at(program.width - 1, program.height - 1), revision };
  };
  return { memory, red, blue, layers, composer, next };
}

it('a cut shows the next scene in the next frame', async () => {
  const { composer, next } = begin();
  expect(await next()).toMatchObject({ left: RED, right: RED });
  composer.show(sceneOf('blue', { kind: 'cut' }));
  expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
});

it('an unchanged picture keeps its revision', async () => {
  const { composer, next, red, memory } = begin();
  const { revision } = await next();
  expect((await next()).revision).toBe(revision);
  composer.show(sceneOf('red', { kind: 'fade', durationMs: 300 }));
  expect((await next()).revision).toBe(revision);
  red.picture = drawColour(memory, '#0000ffff');
  expect((await next()).revision).not.toBe(revision);
});

describe('a fade of 300 ms at 30 fps', () => {
  it('has 9 frames, each exactly as much of the next scene as its place says', async () => {
    const { composer, next } = begin();
    await next();
    composer.show(sceneOf('blue', { kind: 'fade', durationMs: 300 }));
    for (let frame = 1; frame <= 9; frame += 1) {
      const { left, right } = await next();
      const opacity = Math.round((frame / 10) * 255);
      const mixed = RED.map((from, plane) => (from * (255 - opacity) + (BLUE[plane] ?? 0) * opacity) / 255);
      for (const corner of [left, right])
        corner.forEach((value, plane) =>
          expect(Math.abs((value ?? -1) - (mixed[plane] ?? 0))).toBeLessThanOrEqual(1),
        );
    }
    expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
  });

  it('that another scene interrupts goes on from the scene that was coming', async () => {
    const { composer, next } = begin();
    await next();
    composer.show(sceneOf('blue', { kind: 'fade', durationMs: 300 }));
    await next();
    composer.show(sceneOf('red', { kind: 'cut' }));
    expect(await next()).toMatchObject({ left: RED, right: RED });
  });

  it('asks a source that both scenes show once a frame', async () => {
    const { composer, next, red } = begin();
    await next();
    composer.show(sceneOf('both', { kind: 'fade', durationMs: 300 }, ['blue', 'red']));
    red.asked.length = 0;
    await next();
    await next();
    expect(red.asked).toHaveLength(2);
  });
});

it('a wipe to the right begins at the left edge', async () => {
  const { composer, next } = begin();
  await next();
  composer.show(sceneOf('blue', { kind: 'wipe', durationMs: 300, direction: 'right' }));
  await next();
  expect(await next()).toMatchObject({ left: BLUE, right: RED });
});

it('a fade to a colour is nothing but that colour in its middle', async () => {
  const { composer, next } = begin();
  await next();
  composer.show(sceneOf('blue', { kind: 'fadeToColour', durationMs: 300, colour: '#000000ff' }));
  const seen = [];
  for (let frame = 1; frame <= 9; frame += 1) seen.push((await next()).left);
  expect(seen[4]).toEqual(BLACK);
  expect(await next()).toMatchObject({ left: BLUE });
});

it('a source without a picture, and one that is closed meanwhile, show nothing', async () => {
  const { composer, next, layers, red, memory } = begin();
  const { picture } = red;
  await next();
  red.picture = undefined;
  expect(await next()).toMatchObject({ left: BLACK });
  red.picture = picture;
  expect(await next()).toMatchObject({ left: RED });
  layers.delete('red');
  expect(await next()).toMatchObject({ left: BLACK });
  composer.end();
  expect(await composer.compose(0)).toBeUndefined();
  for (const each of [picture, (layers.get('blue') as Still).picture])
    if (each !== undefined) freePicture(memory, each);
  expect(memory.usedBytes).toBe(0);
});

it('another size is composed anew', async () => {
  const { composer } = begin();
  await composer.compose(0);
  composer.setProgram({ ...program, width: 64, height: 36 });
  expect((await composer.compose(33_333))?.data).toHaveLength((64 * 36 * 3) / 2);
});

it('the first picture waits a moment for a source that has none yet', async () => {
  const { composer, red } = begin();
  const { picture } = red;
  red.picture = undefined;
  expect(await composer.compose(0)).toBeUndefined();
  expect(await composer.compose(100_000)).toBeUndefined();
  red.picture = picture;
  expect(await composer.compose(120_000)).toBeDefined();
  red.picture = undefined;
  expect(await composer.compose(130_000)).toBeDefined();
});

it('the first picture does not wait for a source that never has one', async () => {
  const { composer, red } = begin();
  red.picture = undefined;
  expect(await composer.compose(0)).toBeUndefined();
  expect(await composer.compose(150_000)).toBeDefined();
});
