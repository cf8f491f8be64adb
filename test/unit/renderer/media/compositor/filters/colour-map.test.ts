/** Pictures by functions of colour, against the same functions for each pixel in floating point. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  correct,
  keyColour,
  keyLuma,
} from '../../../../../../renderer/media/compositor/filters/colour-functions.ts';
import { ColourMap } from '../../../../../../renderer/media/compositor/filters/colour-map.ts';
import type {
  Colour,
  ColourFunction,
} from '../../../../../../renderer/media/compositor/filters/colour-map.ts';
import { lutFunction, parseCube } from '../../../../../../renderer/media/compositor/filters/cube.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { allocatePicture, freePicture } from '../../../../../../renderer/media/compositor/picture.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { readPicture } from '../../../../../support/compositor/plain-scene.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const [RED, BLUE] = [0.2126, 0.0722];
const NEUTRAL = { gamma: 0, contrast: 0, brightness: 0, saturation: 0, hueShift: 0, opacity: 1 };

/** Y, Cb and Cr in codes. */
function encode([red, green, blue]: Colour): readonly [number, number, number] {
  const y = RED * red + (1 - RED - BLUE) * green + BLUE * blue;
  return [16 + 219 * y, 128 + (112 * (blue - y)) / (1 - BLUE), 128 + (112 * (red - y)) / (1 - RED)];
}

function decode([y, cb, cr]: readonly [number, number, number]): Colour {
  const luma = (y - 16) / 219;
  const red = luma + ((cr - 128) * (1 - RED)) / 112;
  const blue = luma + ((cb - 128) * (1 - BLUE)) / 112;
  return [red, (luma - RED * red - BLUE * blue) / (1 - RED - BLUE), blue, 1];
}

const colours = [0.03, 0.25, 0.5, 0.8, 0.97].flatMap((red) =>
  [0.03, 0.3, 0.6, 0.97].flatMap((green) => [0.03, 0.5, 0.97].map((blue): Colour => [red, green, blue, 1])),
);

/** The largest difference in codes, of luma, chroma and alpha, over blocks of one colour each. */
function furthest(map: ColourFunction): number {
  const picture = allocatePicture(memory, { width: 2 * colours.length, height: 2 }, false);
  const codes = colours.map((colour) => encode(colour).map(Math.round) as [number, number, number]);
  codes.forEach(([y, cb, cr], at) => {
    memory.kernels.fill(picture.y.offset + 2 * at, picture.y.stride, 2, 2, y);
    memory.bytes[picture.cb.offset + at] = cb;
    memory.bytes[picture.cr.offset + at] = cr;
  });
  const mapped = new ColourMap(memory, [map]);
  const got = readPicture(memory, mapped.apply(picture));
  const differences = codes.flatMap((code, at) => {
    const [red, green, blue, alpha] = map(decode(code));
    const [y, cb, cr] = encode([red, green, blue, alpha]);
    return [
      (got.y?.samples[2 * at] ?? 0) - (16 + (y - 16) * alpha),
      (got.cb?.samples[at] ?? 0) - (128 + (cb - 128) * alpha),
      (got.cr?.samples[at] ?? 0) - (128 + (cr - 128) * alpha),
      (got.alpha?.samples[2 * at] ?? 0) - 255 * alpha,
    ];
  });
  mapped.end();
  freePicture(memory, picture);
  return Math.max(...differences.map(Math.abs));
}

test('nothing changes what changes nothing', () => {
  expect(furthest((colour) => colour)).toBeLessThanOrEqual(0.5);
  expect(furthest(correct(NEUTRAL))).toBeLessThanOrEqual(0.5);
});

test.each([
  ['brightness', { brightness: 0.02 }, 1],
  ['less contrast', { contrast: -0.5 }, 1],
  ['saturation', { saturation: -1 }, 1],
  ['a turned hue', { hueShift: 20, saturation: -0.5 }, 1.5],
  ['opacity', { opacity: 0.4 }, 1],
  ['gamma', { gamma: 0.3 }, 2.5],
] as const)('%s is as far as rounding from the function itself', (_, change, most) => {
  expect(furthest(correct({ ...NEUTRAL, ...change }))).toBeLessThanOrEqual(most);
});

test('keys by brightness and by colour give alpha', () => {
  const alphaOf = (map: ColourFunction, red: number, green: number, blue: number): number =>
    map([red, green, blue, 1])[3];
  const dark = keyLuma({ darkest: 0.2, brightest: 1, darkSmoothness: 0.1, brightSmoothness: 0 });
  expect([0, 0.2, 0.25, 0.3, 1].map((grey) => alphaOf(dark, grey, grey, grey))).toEqual([
    0,
    0,
    expect.closeTo(0.5, 6) as number,
    1,
    1,
  ]);
  const blue = keyColour({ colour: [0, 0, 1], similarity: 0.3, smoothness: 0.2 });
  expect(alphaOf(blue, 0, 0, 0.8)).toBe(0);
  expect(alphaOf(blue, 0, 0, 0.6)).toBeCloseTo(0.5, 6);
  expect(alphaOf(blue, 1, 0, 1)).toBe(1);
});

test('a picture whose alpha no function changes is opaque', () => {
  const picture = allocatePicture(memory, { width: 4, height: 4 }, false);
  for (const [opacity, isOpaque] of [
    [1, true],
    [0.9, false],
  ] as const) {
    const map = new ColourMap(memory, [correct({ ...NEUTRAL, opacity })]);
    const mapped = map.apply(picture);
    expect(mapped.isOpaque).toBe(isOpaque);
    expect(map.apply(picture)).toBe(mapped);
    map.end();
  }
  freePicture(memory, picture);
  expect(memory.usedBytes).toBe(0);
});

describe('LUTs of .cube files', () => {
  const mapOf = (text: string): ColourFunction => {
    const lut = parseCube(text);
    if (lut === undefined) throw new Error('no LUT');
    return lutFunction(lut);
  };
  const nodes = [0, 1].flatMap((blue) =>
    [0, 1].flatMap((green) => [0, 1].map((red) => `${1 - red} ${green} ${blue / 2}`)),
  );

  test('of three dimensions', () => {
    const map = mapOf(['TITLE "x"', '# a note', 'LUT_3D_SIZE 2', ...nodes, ''].join('\r\n'));
    expect(map([0.25, 0.5, 0.8, 0.7])).toEqual([0.75, 0.5, expect.closeTo(0.4, 6) as number, 0.7]);
  });

  test('of one dimension, over another range', () => {
    const text = 'LUT_1D_SIZE 3\nDOMAIN_MIN 0 0 0\nDOMAIN_MAX 2 1 1\n0 0 0\n.5 .5 .5\n1 1 0\n';
    expect(mapOf(text)([1, 0.75, 1, 1])).toEqual([0.5, 0.75, 0, 1]);
  });

  test.each([
    ['nothing', ''],
    ['too few nodes', `LUT_3D_SIZE 2\n${nodes.slice(1).join('\n')}`],
    ['too many nodes', `LUT_3D_SIZE 2\n${[...nodes, '0 0 0'].join('\n')}`],
    ['a cube larger than any', 'LUT_3D_SIZE 4000\n0 0 0'],
    ['half a node', 'LUT_3D_SIZE 1.5\n0 0 0'],
    ['no number', `LUT_3D_SIZE 2\n${nodes.join('\n').replace('1', 'one')}`],
    ['an endless number', `LUT_3D_SIZE 2\n${nodes.join('\n').replace('1', '1e999')}`],
    ['two sizes', `LUT_1D_SIZE 2\nLUT_3D_SIZE 2\n${nodes.join('\n')}`],
    ['a range of nothing', `LUT_3D_SIZE 2\nDOMAIN_MIN 1 0 0\n${nodes.join('\n')}`],
    ['another file', '<html>\n<body>'],
  ])('%s is no LUT', (_, text) => {
    expect(parseCube(text)).toBe(undefined);
  });
});
