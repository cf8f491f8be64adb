import { describe, expect, it } from 'vitest';
import { drawColour } from '../../../../../renderer/media/canvas/draw-colour.ts';
import { freePicture } from '../../../../../renderer/media/compositor/picture.ts';
import {
  BLACK,
  BLUE,
  RED,
  beginComposer,
  program,
  sceneOf,
} from '../../../../support/compositor/composer-rig.ts';
import type { Still } from '../../../../support/compositor/composer-rig.ts';

it('a cut shows the next scene in the next frame', async () => {
  const { composer, next } = beginComposer();
  expect(await next()).toMatchObject({ left: RED, right: RED });
  composer.show(sceneOf('blue', { kind: 'cut' }));
  expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
});

it('an unchanged picture keeps its revision', async () => {
  const { composer, next, red, memory } = beginComposer();
  const { revision } = await next();
  expect((await next()).revision).toBe(revision);
  composer.show(sceneOf('red', { kind: 'fade', durationMs: 300 }));
  expect((await next()).revision).toBe(revision);
  red.picture = drawColour(memory, '#0000ffff');
  expect((await next()).revision).not.toBe(revision);
});

describe('a fade of 300 ms at 30 fps', () => {
  it('has 9 frames, each exactly as much of the next scene as its place says', async () => {
    const { composer, next } = beginComposer();
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
    const { composer, next } = beginComposer();
    await next();
    composer.show(sceneOf('blue', { kind: 'fade', durationMs: 300 }));
    await next();
    composer.show(sceneOf('red', { kind: 'cut' }));
    expect(await next()).toMatchObject({ left: RED, right: RED });
  });

  it('asks a source that both scenes show once a frame', async () => {
    const { composer, next, red } = beginComposer();
    await next();
    composer.show(sceneOf('both', { kind: 'fade', durationMs: 300 }, ['blue', 'red']));
    red.asked.length = 0;
    await next();
    await next();
    expect(red.asked).toHaveLength(2);
  });
});

it('a wipe to the right begins at the left edge', async () => {
  const { composer, next } = beginComposer();
  await next();
  composer.show(sceneOf('blue', { kind: 'wipe', durationMs: 300, direction: 'right' }));
  await next();
  expect(await next()).toMatchObject({ left: BLUE, right: RED });
});

it('a fade to a colour is nothing but that colour in its middle', async () => {
  const { composer, next } = beginComposer();
  await next();
  composer.show(sceneOf('blue', { kind: 'fadeToColour', durationMs: 300, colour: '#000000ff' }));
  const seen = [];
  for (let frame = 1; frame <= 9; frame += 1) seen.push((await next()).left);
  expect(seen[4]).toEqual(BLACK);
  expect(await next()).toMatchObject({ left: BLUE });
});

it('a source without a picture, and one that is closed meanwhile, show nothing', async () => {
  const { composer, next, layers, red, memory } = beginComposer();
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
  const { composer } = beginComposer();
  await composer.compose(0);
  composer.setProgram({ ...program, width: 64, height: 36 });
  expect((await composer.compose(33_333))?.data).toHaveLength((64 * 36 * 3) / 2);
});

it('the first picture waits a moment for a source that has none yet', async () => {
  const { composer, red } = beginComposer();
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
  const { composer, red } = beginComposer();
  red.picture = undefined;
  expect(await composer.compose(0)).toBeUndefined();
  expect(await composer.compose(150_000)).toBeDefined();
});
