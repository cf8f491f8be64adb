/** What is drawn again, and what is kept, from one picture to the next. */
import { beforeEach, expect, test } from 'vitest';
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import type { Picture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { composePlainly, placeNoise, readPicture } from '../../../../../support/compositor/plain-scene.ts';

const SIZE = { width: 64, height: 36 };

let memory: PlaneMemory;
let compositor: Compositor;
let background: Picture;
let camera: Picture;

beforeEach(() => {
  memory = openMemory();
  background = placeNoise(memory, 128, 72, 1, 'opaque');
  camera = placeNoise(memory, 32, 18, 2, 'alpha');
  compositor = new Compositor(memory, SIZE);
});

function layer(id: string, picture: Picture, scale: number, x = 0, y = 0): Layer {
  const crop = { x: 0, y: 0, width: picture.width, height: picture.height };
  return {
    id,
    picture,
    placement: { crop, matrix: [scale, 0, 0, scale, x, y] },
    opacity: 1,
    isVisible: true,
  };
}

const bytesOf = (picture: Picture): string => JSON.stringify(readPicture(memory, picture));

test('the same layers give the same object, also when their list was made anew', () => {
  const scene = (): Layer[] => [layer('a', background, 0.5), layer('b', camera, 1, 7, 9)];
  const first = compositor.compose(scene());
  expect(compositor.compose(scene())).toBe(first);
});

test('a source with another picture, another revision or another place gives another revision', () => {
  const seen = new Set<number>();
  const compose = (...layers: readonly Layer[]): void => {
    seen.add(compositor.compose(layers).revision);
  };
  compose(layer('a', background, 0.5), layer('b', camera, 1));
  compose(layer('a', background, 0.5), layer('b', { ...camera, revision: 1 }, 1));
  compose(layer('a', background, 0.5), layer('b', { ...camera, revision: 2 }, 1, 0.5));
  compose(layer('a', background, 0.5));
  compose();
  expect(seen.size).toBe(5);
});

test('a layer that another one covers changes nothing, and its samples are not read', () => {
  const upper = layer('a', background, 0.5);
  const first = compositor.compose([layer('b', camera, 1, 4, 4), upper]);
  const alone = bytesOf(first);
  expect(compositor.compose([layer('b', { ...camera, revision: 5 }, 1, 4, 4), upper])).toBe(first);
  expect(bytesOf(compositor.compose([upper]))).toBe(alone);
});

test('an opaque picture that doesn’t fill its place hides nothing', () => {
  const lower = layer('b', background, 0.5);
  for (const upper of [
    { ...layer('a', background, 0.5), opacity: 0.5 },
    layer('a', background, 0.5, 1),
    { ...layer('a', background, 0.5), cornerRadius: 0.2 },
    layer('a', { ...background, ...camera, isOpaque: false }, 4),
  ]) {
    const got = readPicture(memory, compositor.compose([lower, upper]));
    expect(got).toEqual(composePlainly(memory, [lower, upper], SIZE.width, SIZE.height, false));
  }
});

test('a picture that shows for two frames is scaled once for both, from the second picture on', () => {
  const pictures = [1, 2, 3].map((revision) => ({ ...background, revision }));
  const shown = (revision: number, frame: number): number | undefined => {
    const picture = pictures[revision - 1] ?? background;
    const corner = layer('b', { ...camera, revision: frame }, 0.5, 40, 20);
    return readPicture(memory, compositor.compose([layer('a', picture, 0.5), corner])).y?.samples[0];
  };
  const paint = (value: number): void => {
    memory.bytes.fill(value, background.y.offset, background.y.offset + background.y.stride * 72);
  };
  paint(50);
  expect([shown(1, 1), shown(1, 2)]).toEqual([50, 50]);
  paint(60);
  expect(shown(2, 3)).toBe(60);
  // Nothing looks at the samples again as long as the revision is the same.
  paint(70);
  expect(shown(2, 4)).toBe(60);
  expect(shown(3, 5)).toBe(70);
});

test('samples that change in their place show when the revision says so', () => {
  const still = layer('a', background, 0.5);
  compositor.compose([still]);
  compositor.compose([{ ...still, picture: { ...background, revision: 1 } }]);
  memory.bytes.fill(200, background.y.offset, background.y.offset + background.y.stride * 72);
  const changed = { ...still, picture: { ...background, revision: 2 } };
  expect(readPicture(memory, compositor.compose([changed])).y?.samples).toEqual(
    new Uint8Array(64 * 36).fill(200),
  );
});

test('a nested scene is opaque as long as a picture covers it', () => {
  const nested = new Compositor(memory, SIZE, 'transparent');
  const whole = layer('a', background, 0.5);
  expect(nested.compose([whole]).isOpaque).toBe(true);
  expect(nested.compose([{ ...whole, opacity: 0.9 }]).isOpaque).toBe(false);
  expect(nested.compose([whole, layer('b', camera, 1)]).isOpaque).toBe(true);
  expect(nested.compose([layer('b', camera, 1)]).isOpaque).toBe(false);
});

test('layers change their order, and each keeps its own samples', () => {
  const layers = [
    layer('a', background, 0.25, 3, 3),
    layer('b', camera, 0.8, 5, 5),
    layer('c', camera, 1.5, 9, 1),
  ];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2],
    [1, 2, 0],
  ]) {
    const scene = order.flatMap((at) => layers[at] ?? []);
    const got = readPicture(memory, compositor.compose(scene));
    expect(got).toEqual(composePlainly(memory, scene, SIZE.width, SIZE.height, false));
  }
});

test('five hundred scenes, one after the other, need no more memory than the first ones', () => {
  const scene = (at: number): readonly Layer[] => [
    layer('a', background, 0.3 + (at % 50) / 100, at % 7),
    { ...layer('b', camera, 0.5 + (at % 11) / 10, 3, at % 5), opacity: (1 + (at % 4)) / 4 },
    {
      ...layer('c', camera, 1),
      placement: { ...layer('c', camera, 1).placement, matrix: [0.8, 0.1, -0.1, 0.8, 10, (at % 13) / 2] },
    },
  ];
  for (let at = 0; at < 100; at += 1) compositor.compose(scene(at));
  const size = memory.bytes.length;
  for (let at = 0; at < 500; at += 1) compositor.compose(scene(at));
  expect(memory.bytes.length).toBe(size);
  compositor.end();
  memory.free(background.y.offset);
  memory.free(camera.y.offset);
  expect(memory.usedBytes).toBe(0);
});

test('a picture without a size, a place beside the canvas and a matrix that flattens it draw nothing', () => {
  const ground = bytesOf(compositor.compose([]));
  const odd = layer('a', background, 0.5);
  const placed = (matrix: Layer['placement']['matrix'], crop = odd.placement.crop): Layer => ({
    ...odd,
    placement: { crop, matrix },
  });
  for (const each of [
    placed([1, 0, 0, 1, 64, 0]),
    placed([1, 0, 0, 1, -128, 0]),
    placed([0, 0, 0, 0, 0, 0]),
    placed([1, 1, 1, 1, 0, 0]),
    placed([Number.NaN, 0, 0, 1, 0, 0]),
    placed([1, 0, 0, 1, 0, 0], { x: 128, y: 0, width: 5, height: 5 }),
    placed([1, 0, 0, 1, 0, 0], { x: 0, y: 0, width: 0, height: 5 }),
    placed([0.001, 0, 0, 0.001, 5.6, 5.6]),
  ])
    expect(bytesOf(compositor.compose([each]))).toBe(ground);
});
