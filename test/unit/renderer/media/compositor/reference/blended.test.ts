/** Where pictures are blended, a scene is within one code value of what ffmpeg's filters give. */
import { expect, test } from 'vitest';
import { HD, bars, draw, part, pattern, shaded, together } from './reference-scene.ts';
import type { Scene } from './reference-scene.ts';

/** Overlays without subsampling, and means of four afterwards: where places are odd. */
const finely = (steps: string): string =>
  '[0]scale=flags=neighbor,format=yuv444p[a];' +
  `[1]scale=flags=neighbor,format=${steps.includes('yuva') ? 'yuva444p' : 'yuv444p'}${steps},` +
  'scale=flags=area,format=yuv420p';

const faded = [0.1, 0.25, 0.5, 0.75, 0.9].map((opacity): Scene => ({
  name: `two pictures, the upper one by ${opacity}`,
  canvas: HD,
  sources: [bars(320, 180), pattern(320, 180)],
  graph: `[1][0]blend=all_mode=normal:all_opacity=${opacity}`,
  places: [{}, { opacity }],
}));

const scenes: readonly Scene[] = [
  ...faded,
  {
    name: 'a picture with alpha over another',
    canvas: HD,
    sources: [bars(320, 180), shaded(320, 180)],
    graph: '[0][1]overlay=format=yuv420',
    places: [],
  },
  {
    name: 'a picture with alpha, partly outside',
    canvas: HD,
    sources: [bars(320, 180), shaded(200, 100)],
    graph: '[0][1]overlay=x=180:y=-30:format=yuv420',
    places: [{}, part(200, 100, [1, 0, 0, 1, 180, -30])],
  },
  {
    name: 'a picture with alpha, mirrored',
    canvas: HD,
    sources: [bars(320, 180), shaded(200, 100)],
    graph: '[1]hflip[b];[0][b]overlay=x=40:y=30:format=yuv420',
    places: [{}, part(200, 100, [-1, 0, 0, 1, 240, 30])],
  },
  {
    name: 'a picture with alpha and opacity',
    canvas: HD,
    sources: [bars(320, 180), shaded(320, 180)],
    graph:
      "[1]geq=lum='p(X,Y)':cb='p(X,Y)':cr='p(X,Y)':a='round(alpha(X,Y)*128/255)'[b];[0][b]overlay=format=yuv420",
    places: [{}, { opacity: 128 / 255 }],
  },
  {
    name: 'a picture at an odd place',
    canvas: HD,
    sources: [bars(320, 180), pattern(160, 90)],
    graph: finely('[b];[a][b]overlay=x=33:y=17:format=yuv444'),
    places: [{}, part(160, 90, [1, 0, 0, 1, 33, 17])],
  },
  {
    name: 'a picture of NV12 at an odd place, mirrored',
    canvas: HD,
    sources: [bars(320, 180), together(pattern(160, 90))],
    graph: finely(',hflip[b];[a][b]overlay=x=33:y=17:format=yuv444'),
    places: [{}, part(160, 90, [-1, 0, 0, 1, 193, 17])],
  },
  {
    name: 'a part that begins and ends at odd pixels',
    canvas: HD,
    sources: [bars(320, 180), pattern(320, 180)],
    graph: finely(',crop=101:61:37:23:exact=1[b];[a][b]overlay=x=64:y=40:format=yuv444'),
    places: [{}, part(101, 61, [1, 0, 0, 1, 64, 40], [37, 23])],
  },
  {
    name: 'a quarter turn at an odd place',
    canvas: HD,
    sources: [bars(320, 180), pattern(160, 90)],
    graph: finely(',transpose=clock[b];[a][b]overlay=x=51:y=11:format=yuv444'),
    places: [{}, part(160, 90, [0, 1, -1, 0, 141, 11])],
  },
];

test.each(scenes)('$name', async (scene) => {
  expect((await draw(scene)).most).toBeLessThanOrEqual(1);
});
