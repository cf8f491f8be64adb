/** Where nothing is scaled or blended, a scene has the bytes that ffmpeg's filters give. */
import { expect, test } from 'vitest';
import { HD, bars, draw, part, pattern, shaded, smooth, together } from './reference-scene.ts';
import type { Scene } from './reference-scene.ts';

const scenes: readonly Scene[] = [
  {
    name: 'a picture that fills the canvas',
    canvas: HD,
    sources: [pattern(320, 180)],
    graph: '[0]null',
    places: [],
  },
  {
    name: 'a small picture on black',
    canvas: HD,
    sources: [pattern(160, 90)],
    graph: '[0]pad=320:180:82:44:color=black',
    places: [part(160, 90, [1, 0, 0, 1, 82, 44])],
  },
  {
    name: 'one picture in another, partly outside',
    canvas: HD,
    sources: [pattern(320, 180), bars(160, 90)],
    graph: '[0][1]overlay=x=-20:y=120',
    places: [{}, part(160, 90, [1, 0, 0, 1, -20, 120])],
  },
  {
    name: 'a picture larger than the canvas on every side',
    canvas: HD,
    sources: [pattern(480, 270)],
    graph: '[0]crop=320:180:70:46',
    places: [part(480, 270, [1, 0, 0, 1, -70, -46])],
  },
  {
    name: 'a part of a picture',
    canvas: HD,
    sources: [bars(320, 180), pattern(320, 180)],
    graph: '[1]crop=100:60:38:22[part];[0][part]overlay=x=64:y=40',
    places: [{}, part(100, 60, [1, 0, 0, 1, 64, 40], [38, 22])],
  },
  {
    name: 'a part of a picture of NV12',
    canvas: HD,
    sources: [bars(320, 180), together(pattern(320, 180))],
    graph: '[1]crop=100:60:38:22[part];[0][part]overlay=x=64:y=40',
    places: [{}, part(100, 60, [1, 0, 0, 1, 64, 40], [38, 22])],
  },
  {
    name: 'four pictures in the quarters',
    canvas: HD,
    sources: [pattern(160, 90), bars(160, 90), smooth(160, 90), together(bars(160, 90))],
    graph: '[0][1]hstack[a];[2][3]hstack[b];[a][b]vstack',
    places: [
      {},
      part(160, 90, [1, 0, 0, 1, 160, 0]),
      part(160, 90, [1, 0, 0, 1, 0, 90]),
      part(160, 90, [1, 0, 0, 1, 160, 90]),
    ],
  },
  {
    name: 'a hidden picture, and one without opacity, above another',
    canvas: HD,
    sources: [pattern(320, 180), bars(160, 90), bars(320, 180)],
    graph: '[0]null',
    places: [{}, { isVisible: false }, { opacity: 0 }],
  },
  {
    name: 'a picture that covers all others',
    canvas: HD,
    sources: [bars(320, 180), shaded(200, 100), pattern(320, 180)],
    graph: '[2]null',
    places: [],
  },
  {
    name: 'a picture with alpha of nothing and all',
    canvas: HD,
    sources: [bars(320, 180), shaded(320, 180, '255*mod(floor(X/10)+floor(Y/6),2)')],
    graph: '[0][1]overlay=format=yuv420',
    places: [],
  },
  {
    name: 'a mirrored picture',
    canvas: HD,
    sources: [pattern(320, 180)],
    graph: '[0]hflip',
    places: [part(320, 180, [-1, 0, 0, 1, 320, 0])],
  },
  {
    name: 'a picture upside down',
    canvas: HD,
    sources: [pattern(320, 180)],
    graph: '[0]vflip',
    places: [part(320, 180, [1, 0, 0, -1, 0, 180])],
  },
  {
    name: 'half a turn of a part of a picture of NV12, partly outside',
    canvas: HD,
    sources: [bars(320, 180), together(pattern(320, 180))],
    graph: '[1]crop=200:120:60:30,hflip,vflip[part];[0][part]overlay=x=-30:y=-14',
    places: [{}, part(200, 120, [-1, 0, 0, -1, 170, 106], [60, 30])],
  },
  {
    name: 'a quarter turn clockwise',
    canvas: { width: 180, height: 320 },
    sources: [pattern(320, 180)],
    graph: '[0]transpose=clock',
    places: [part(320, 180, [0, 1, -1, 0, 180, 0])],
  },
  {
    name: 'a quarter turn the other way, on black',
    canvas: HD,
    sources: [pattern(160, 90)],
    graph: '[0]transpose=cclock,pad=320:180:40:10:color=black',
    places: [part(160, 90, [0, -1, 1, 0, 40, 170])],
  },
  {
    name: 'a quarter turn of a mirrored picture of NV12, a part of it',
    canvas: HD,
    sources: [bars(320, 180), together(pattern(320, 180))],
    graph: '[1]crop=120:100:40:20,transpose=clock_flip[part];[0][part]overlay=x=52:y=36',
    places: [{}, part(120, 100, [0, -1, -1, 0, 152, 156], [40, 20])],
  },
];

test.each(scenes)('$name', async (scene) => {
  expect((await draw(scene)).most).toBe(0);
});
