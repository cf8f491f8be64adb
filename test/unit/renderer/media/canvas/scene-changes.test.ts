/** Scenes that give way to each other by hand, anew, or by a pattern, and items that come and go. */
import { describe, expect, it } from 'vitest';
import {
  BLACK,
  BLUE,
  GREEN,
  RED,
  Still,
  beginComposer,
  program,
  sceneOf,
} from '../../../../support/compositor/composer-rig.ts';
import { drawColour } from '../../../../../renderer/media/canvas/draw-colour.ts';
import type { CanvasScene } from '../../../../../renderer/media/canvas/canvas-scene.ts';
import type { ItemTransition } from '../../../../../shared/studio/transition.ts';

const fade = { kind: 'fade', durationMs: 300 } as const;
const cut = { kind: 'cut' } as const;
const red = sceneOf('red', cut);
const blue = sceneOf('blue', cut);

function between(share: number): readonly number[] {
  return RED.map((from, plane) => from + ((BLUE[plane] ?? 0) - from) * share);
}

function isNear(found: readonly (number | undefined)[], wanted: readonly number[]): void {
  found.forEach((value, plane) =>
    expect(Math.abs((value ?? -1) - (wanted[plane] ?? 0))).toBeLessThanOrEqual(1.01),
  );
}

async function skip(next: () => Promise<unknown>, frames: number): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- frame after frame
  for (let frame = 0; frame < frames; frame += 1) await next();
}

describe('the T-bar', () => {
  const at = (share: number): CanvasScene => ({
    ...red,
    coming: { layers: blue.layers, transition: fade, share },
  });

  it('shows so much of the scene that comes as it says, for as long as it stands', async () => {
    const { composer, next } = beginComposer();
    await next();
    for (const share of [0.2, 0.6, 0.6, 0.4]) {
      composer.show(at(share));
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      isNear((await next()).left, between(Math.round(share * 255) / 255));
    }
    composer.show(red);
    expect(await next()).toMatchObject({ left: RED, right: RED });
  });

  it('leaves the scene on air at its end, in the next frame', async () => {
    const { composer, next } = beginComposer();
    await next();
    composer.show(at(0.9));
    await next();
    composer.show({ ...blue, arrival: 1 });
    expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
  });

  it('takes over from a transition that runs by itself', async () => {
    const { composer, next } = beginComposer();
    await next();
    composer.show({ ...blue, transition: fade });
    await next();
    composer.show({ ...blue, coming: { layers: red.layers, transition: fade, share: 0.5 } });
    isNear((await next()).left, between(0.5));
    composer.show(blue);
    expect(await next()).toMatchObject({ left: BLUE });
  });
});

it('a scene that comes on air anew after edits comes by its transition', async () => {
  const { composer, next } = beginComposer();
  await next();
  composer.show({ ...red, layers: blue.layers, transition: fade, arrival: 1 });
  isNear((await next()).left, between(0.1));
});

describe('a luma wipe', () => {
  const wipe = { kind: 'lumaWipe', durationMs: 300, pattern: 'right', softness: 0 } as const;

  it('uncovers the next scene where its pattern is dark, and gives its memory back', async () => {
    const { composer, next, memory } = beginComposer();
    await next();
    composer.show({ ...blue, transition: { ...wipe, isInverted: false } });
    await next();
    expect(await next()).toMatchObject({ left: BLUE, right: RED });
    const during = memory.usedBytes;
    for (let frame = 3; frame <= 9; frame += 1) {
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      expect(await next()).toMatchObject({ left: BLUE });
    }
    expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
    expect(memory.usedBytes).toBeLessThan(during);
  });

  it('goes the other way when it is inverted', async () => {
    const { composer, next } = beginComposer();
    await next();
    composer.show({ ...blue, transition: { ...wipe, isInverted: true } });
    await next();
    expect(await next()).toMatchObject({ left: RED, right: BLUE });
  });
});

describe('an item with transitions of its own', () => {
  const withItem = (isVisible: boolean, transition: ItemTransition): CanvasScene => {
    const both = sceneOf('scene', cut, ['red', 'blue']);
    const layers = both.layers.map((layer) => ({ ...layer, show: transition, hide: transition }));
    return { ...both, layers: isVisible ? layers : layers.slice(0, 1) };
  };

  it('fades in over 9 frames and out again, each exact, while the rest stands', async () => {
    const { composer, next } = beginComposer();
    composer.show(withItem(false, fade));
    expect(await next()).toMatchObject({ left: RED });
    composer.show(withItem(true, fade));
    for (let frame = 1; frame <= 9; frame += 1)
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      isNear((await next()).left, between(Math.round((frame / 10) * 255) / 255));
    expect(await next()).toMatchObject({ left: BLUE });
    composer.show(withItem(false, fade));
    for (let frame = 1; frame <= 9; frame += 1)
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      isNear((await next()).left, between(Math.round((1 - frame / 10) * 255) / 255));
    expect(await next()).toMatchObject({ left: RED });
  });

  it('that is hidden while it comes goes back from where it is', async () => {
    const { composer, next } = beginComposer();
    composer.show(withItem(false, fade));
    await next();
    composer.show(withItem(true, fade));
    await skip(next, 5);
    composer.show(withItem(false, fade));
    isNear((await next()).left, between(0.45));
  });

  it('that slides to the left comes from the right edge of its box, and leaves at the left', async () => {
    const slide = { kind: 'slide', durationMs: 300, direction: 'left' } as const;
    const { composer, next } = beginComposer();
    composer.show(withItem(false, slide));
    await next();
    composer.show(withItem(true, slide));
    // The source has two columns: half of it is one.
    await skip(next, 5);
    expect(await next()).toMatchObject({ left: RED, right: BLUE });
    await skip(next, 4);
    expect(await next()).toMatchObject({ left: BLUE, right: BLUE });
    composer.show(withItem(false, slide));
    await skip(next, 3);
    expect(await next()).toMatchObject({ left: BLUE, right: RED });
  });

  it('is cut when the scene comes on air or goes', async () => {
    const { composer, next } = beginComposer();
    await next();
    composer.show(withItem(true, fade));
    expect(await next()).toMatchObject({ left: BLUE });
    composer.show(sceneOf('none', cut, []));
    expect(await next()).toMatchObject({ left: BLACK });
  });
});

describe('a stinger', () => {
  const stinger = { kind: 'stinger', sourceId: 'green', cutMs: 100, durationMs: 300 } as const;

  it('plays over both scenes, and cuts from one to the other on its frame', async () => {
    const { composer, next, layers, memory } = beginComposer();
    const green = new Still(drawColour(memory, '#00ff00ff'));
    layers.set('green', green);
    await next();
    expect(green.asked).toHaveLength(0);
    composer.show({ ...blue, transition: stinger });
    // 100 ms are three frames at 30 a second.
    for (let frame = 0; frame < 9; frame += 1) {
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      const { left, right, middle } = await next();
      expect([left, right]).toEqual(frame < 3 ? [RED, RED] : [BLUE, BLUE]);
      expect(middle).toEqual(GREEN);
    }
    expect(await next()).toMatchObject({ left: BLUE, middle: BLUE });
    expect(green.asked).toHaveLength(9);
    await next();
    expect(green.asked).toHaveLength(9);
  });

  it('without a picture is a cut in its place', async () => {
    const { composer, next } = beginComposer();
    await next();
    composer.show({ ...blue, transition: stinger });
    for (let frame = 0; frame < 3; frame += 1)
      // oxlint-disable-next-line no-await-in-loop -- frame after frame
      expect(await next()).toMatchObject({ left: RED });
    expect(await next()).toMatchObject({ left: BLUE });
  });
});

it('composes for the size that the program has', async () => {
  const { composer } = beginComposer();
  composer.setProgram({ ...program, width: 64, height: 36 });
  composer.show({ ...blue, transition: fade });
  await composer.compose(0);
  expect((await composer.compose(33_333))?.data).toHaveLength((64 * 36 * 3) / 2);
});
