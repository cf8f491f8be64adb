/**
 * Scenes that ffmpeg's filters draw from the same pictures: the same bytes where nothing is scaled or blended, within one code
 * value where pictures are blended, 45 dB and more where they are scaled or rotated.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { PlaneMemory } from '../../../../../../renderer/media/compositor/memory.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { compare, drawByFfmpeg, placePicture, readPlanes } from './drawn-by-ffmpeg.ts';
import type { Difference, Size, Source } from './drawn-by-ffmpeg.ts';

let memory: PlaneMemory;

beforeAll(() => {
  memory = openMemory();
});

const pattern = (width: number, height: number): Source => ({ lavfi: 'testsrc2', width, height });
const bars = (width: number, height: number): Source => ({ lavfi: 'smptehdbars', width, height });
const smooth = (width: number, height: number): Source => ({ lavfi: 'mandelbrot', width, height });
const shaded = (width: number, height: number): Source => ({
  ...pattern(width, height),
  alpha: `mod(X*3+Y*5,256)`,
});

type Place = Omit<Layer, 'id' | 'picture'>;

interface Scene {
  readonly name: string;
  readonly canvas: Size;
  readonly sources: readonly Source[];
  /** Of ffmpeg. */
  readonly graph: string;
  /** Of each source, back to front; the whole source at its own size, top left, where nothing else is said. */
  readonly places: readonly Partial<Place>[];
  /** Pixels at the edges, where the two fill what lies beyond differently. */
  readonly margin?: number;
}

async function draw({ canvas, sources, graph, places, margin }: Scene): Promise<Difference> {
  const layers = await Promise.all(
    sources.map(async (source, index) => {
      const plain = await drawByFfmpeg([source], '[0]null', source, source.alpha !== undefined);
      return {
        id: String(index),
        picture: placePicture(memory, plain),
        placement: {
          crop: { x: 0, y: 0, width: source.width, height: source.height },
          matrix: [1, 0, 0, 1, 0, 0],
        },
        opacity: 1,
        isVisible: true,
        ...places[index],
      } satisfies Layer;
    }),
  );
  const expected = await drawByFfmpeg(sources, graph, canvas);
  const compositor = new Compositor(memory, canvas);
  return compare(readPlanes(memory, compositor.compose(layers)), expected, margin);
}

const HD: Size = { width: 320, height: 180 };

const at = (
  width: number,
  height: number,
  matrix: Place['placement']['matrix'],
  [x, y] = [0, 0],
): Partial<Place> => ({ placement: { crop: { x, y, width, height }, matrix } });

const exact: readonly Scene[] = [
  {
    name: 'one picture in another, partly outside',
    canvas: HD,
    sources: [pattern(320, 180), bars(160, 90)],
    graph: '[0][1]overlay=x=-20:y=120',
    places: [{}, at(160, 90, [1, 0, 0, 1, -20, 120])],
  },
  {
    name: 'a part of a picture',
    canvas: HD,
    sources: [bars(320, 180), pattern(320, 180)],
    graph: '[1]crop=100:60:38:22[part];[0][part]overlay=x=64:y=40',
    places: [{}, at(100, 60, [1, 0, 0, 1, 64, 40], [38, 22])],
  },
  {
    name: 'a mirrored picture',
    canvas: HD,
    sources: [pattern(320, 180)],
    graph: '[0]hflip',
    places: [at(320, 180, [-1, 0, 0, 1, 320, 0])],
  },
  {
    name: 'a picture upside down',
    canvas: HD,
    sources: [pattern(320, 180)],
    graph: '[0]hflip,vflip',
    places: [at(320, 180, [-1, 0, 0, -1, 320, 180])],
  },
  {
    name: 'a picture turned by a quarter, clockwise',
    canvas: { width: 180, height: 320 },
    sources: [pattern(320, 180)],
    graph: '[0]transpose=clock',
    places: [at(320, 180, [0, 1, -1, 0, 180, 0])],
  },
  {
    name: 'a picture turned by a quarter, the other way, beside a ground of black',
    canvas: HD,
    sources: [pattern(160, 90)],
    graph: '[0]transpose=cclock,pad=320:180:40:10:color=black',
    places: [at(160, 90, [0, -1, 1, 0, 40, 170])],
  },
];

const blended: readonly Scene[] = [
  {
    name: 'a picture with alpha over another',
    canvas: HD,
    sources: [bars(320, 180), shaded(320, 180)],
    graph: '[0][1]overlay=format=yuv420',
    places: [{}, {}],
  },
  {
    name: 'a picture with alpha, partly outside',
    canvas: HD,
    sources: [bars(320, 180), shaded(200, 100)],
    graph: '[0][1]overlay=x=180:y=-30:format=yuv420',
    places: [{}, at(200, 100, [1, 0, 0, 1, 180, -30])],
  },
  {
    name: 'two pictures, the upper one by 60 %',
    canvas: HD,
    sources: [bars(320, 180), pattern(320, 180)],
    graph: '[1][0]blend=all_mode=normal:all_opacity=0.6',
    places: [{}, { opacity: 0.6 }],
  },
  {
    name: 'a picture at an odd place',
    canvas: HD,
    sources: [bars(320, 180), pattern(160, 90)],
    graph:
      '[0]scale=flags=neighbor,format=yuv444p[a];[1]scale=flags=neighbor,format=yuv444p[b];' +
      '[a][b]overlay=x=33:y=17:format=yuv444,scale=flags=area,format=yuv420p',
    places: [{}, at(160, 90, [1, 0, 0, 1, 33, 17])],
  },
];

const scaled: readonly Scene[] = [
  {
    name: 'a picture at two thirds of its size',
    canvas: { width: 640, height: 360 },
    sources: [smooth(960, 540)],
    graph: '[0]scale=640:360:flags=area+accurate_rnd',
    places: [at(960, 540, [2 / 3, 0, 0, 2 / 3, 0, 0])],
  },
  {
    name: 'a picture at a third of its size, in a corner',
    canvas: HD,
    sources: [bars(320, 180), pattern(480, 270)],
    graph: '[1]scale=160:90:flags=area+accurate_rnd[small];[0][small]overlay=x=150:y=80',
    places: [{}, at(480, 270, [1 / 3, 0, 0, 1 / 3, 150, 80])],
  },
  {
    name: 'a picture at one and a half of its size',
    canvas: { width: 960, height: 540 },
    sources: [smooth(640, 360)],
    graph: '[0]scale=960:540:flags=bilinear+accurate_rnd',
    places: [at(640, 360, [1.5, 0, 0, 1.5, 0, 0])],
  },
  {
    name: 'a picture rotated by 20 degrees',
    canvas: { width: 640, height: 360 },
    sources: [smooth(640, 360)],
    graph: '[0]rotate=20*PI/180:bilinear=1',
    places: [at(640, 360, rotation(20, 640, 360))],
    margin: 80,
  },
];

/** About the middle, clockwise. */
function rotation(degrees: number, width: number, height: number): Place['placement']['matrix'] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

describe('the same bytes', () => {
  test.each(exact)('$name', async (scene) => {
    expect((await draw(scene)).most).toBe(0);
  });
});

describe('within one code value', () => {
  test.each(blended)('$name', async (scene) => {
    expect((await draw(scene)).most).toBeLessThanOrEqual(1);
  });
});

describe('45 dB and more', () => {
  test.each(scaled)('$name', async (scene) => {
    const { psnr } = await draw(scene);
    expect(psnr).toBeGreaterThanOrEqual(45);
  });
});
