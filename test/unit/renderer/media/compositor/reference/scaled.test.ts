/** Where pictures are scaled, rotated or sheared, a scene is within 45 dB of what ffmpeg's filters give. */
import { expect, test } from 'vitest';
import { HD, bars, draw, part, pattern, rotation, smooth, together } from './reference-scene.ts';
import type { Scene } from './reference-scene.ts';

const LARGE = { width: 640, height: 360 };
const area = (width: number, height: number): string => `scale=${width}:${height}:flags=area+accurate_rnd`;
const bilinear = (width: number, height: number): string =>
  `scale=${width}:${height}:flags=bilinear+accurate_rnd`;

const shrunk = [2 / 3, 1 / 2, 1 / 4, 1 / 8].map((scale): Scene => {
  const [width, height] = [Math.round(960 * scale), Math.round(576 * scale)];
  return {
    name: `a picture ${scale.toFixed(2)} times its size`,
    canvas: { width, height },
    sources: [smooth(960, 576)],
    graph: `[0]${area(width, height)}`,
    places: [part(960, 576, [scale, 0, 0, scale, 0, 0])],
  };
});

const grown = [1.25, 1.5, 2].map((scale): Scene => {
  const [width, height] = [320 * scale, 200 * scale];
  return {
    name: `a picture ${scale} times its size`,
    canvas: { width, height },
    sources: [smooth(320, 200)],
    graph: `[0]${bilinear(width, height)}`,
    places: [part(320, 200, [scale, 0, 0, scale, 0, 0])],
  };
});

/** The filter turns a picture within its own size; so does the canvas, and the corners are left out. */
const rotated = [5, 20, 45, 100, 200, 330].map((degrees): Scene => ({
  name: `a picture rotated by ${degrees} degrees`,
  canvas: LARGE,
  sources: [{ ...smooth(640, 640) }],
  graph: `[0]rotate=${degrees}*PI/180:bilinear=1,crop=640:360`,
  places: [part(640, 640, rotation(degrees, { width: 640, height: 640 }, LARGE))],
  margin: 160,
}));

const scenes: readonly Scene[] = [
  ...shrunk,
  ...grown,
  ...rotated,
  {
    name: 'a small picture in a corner',
    canvas: HD,
    sources: [bars(320, 180), pattern(480, 270)],
    graph: `[1]${area(160, 90)}[small];[0][small]overlay=x=150:y=80`,
    places: [{}, part(480, 270, [1 / 3, 0, 0, 1 / 3, 150, 80])],
  },
  {
    name: 'a part of a picture of NV12, smaller',
    canvas: HD,
    sources: [bars(320, 180), together(pattern(480, 270))],
    graph: `[1]crop=240:180:80:40,${area(120, 90)}[small];[0][small]overlay=x=150:y=80`,
    places: [{}, part(240, 180, [0.5, 0, 0, 0.5, 150, 80], [80, 40])],
  },
  {
    name: 'a picture made wider and lower',
    canvas: LARGE,
    sources: [smooth(320, 540)],
    graph: `[0]${area(320, 360)},${bilinear(640, 360)}`,
    places: [part(320, 540, [2, 0, 0, 2 / 3, 0, 0])],
  },
  {
    name: 'a small mirrored picture',
    canvas: HD,
    sources: [bars(320, 180), pattern(480, 270)],
    graph: `[1]hflip,${area(160, 90)}[small];[0][small]overlay=x=150:y=80`,
    places: [{}, part(480, 270, [-1 / 3, 0, 0, 1 / 3, 310, 80])],
  },
  {
    name: 'a small picture, turned by a quarter',
    canvas: HD,
    sources: [bars(320, 180), pattern(480, 270)],
    graph: `[1]transpose=clock,${area(90, 160)}[small];[0][small]overlay=x=150:y=10`,
    places: [{}, part(480, 270, [0, 1 / 3, -1 / 3, 0, 240, 10])],
  },
  {
    name: 'a small disc of one color with soft edges',
    canvas: HD,
    sources: [
      bars(320, 180),
      {
        ...{ lavfi: 'color=c=0x2060c0', width: 320, height: 180 },
        alpha: 'clip((80-hypot(X-160,Y-90))*20,0,255)',
      },
    ],
    graph: `[1]${area(160, 90)}[small];[0][small]overlay=x=90:y=40:format=yuv420`,
    places: [{}, part(320, 180, [0.5, 0, 0, 0.5, 90, 40])],
  },
  {
    name: 'a picture at half its size, rotated by 30 degrees',
    canvas: HD,
    sources: [smooth(640, 640)],
    graph: `[0]${area(320, 320)},rotate=30*PI/180:bilinear=1,crop=320:180`,
    places: [part(640, 640, rotation(30, { width: 640, height: 640 }, HD, 0.5))],
    margin: 76,
  },
  {
    name: 'a picture slanted to the right',
    canvas: LARGE,
    sources: [smooth(640, 360)],
    graph: '[0]shear=shx=0.2:interp=bilinear',
    places: [part(640, 360, [1, 0, -0.2, 1, 36, 0])],
    margin: 60,
  },
];

test.each(scenes)('$name', async (scene) => {
  const { psnr } = await draw(scene);
  expect(psnr).toBeGreaterThanOrEqual(45);
});
