/** Filters, blend modes and scale filters against what ffmpeg's filters give, where both mean the same. */
import { describe, expect, test } from 'vitest';
import { FilterChain } from '../../../../../../renderer/media/compositor/filters/filter-chain.ts';
import type { BlendMode, ScaleFilter } from '../../../../../../shared/studio/filters/look.ts';
import type { FilterSettings } from '../../../../../../shared/studio/filters/filter.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { compare, drawByFfmpeg, placePicture, readPlanes } from './drawn-by-ffmpeg.ts';
import type { Difference, Size, Source } from './drawn-by-ffmpeg.ts';
import { HD, bars, draw, part, pattern, smooth, together } from './reference-scene.ts';

async function filterBoth(
  source: Source,
  settings: FilterSettings,
  graph: string,
  size: Size,
  margin = 0,
): Promise<Difference> {
  const memory = openMemory();
  const plain = await drawByFfmpeg([source], '[0]null', source);
  const picture = placePicture(memory, plain, source.isTogether === true);
  const chain = new FilterChain(memory, { revision: 0, get: () => undefined });
  chain.set([{ id: 'a', name: 'A', isEnabled: true, settings }]);
  const filtered = readPlanes(memory, chain.apply(picture, 0));
  return compare(filtered, await drawByFfmpeg([source], graph, size), margin);
}

const crop = { kind: 'crop', left: 20, top: 10, right: 100, bottom: 40 } as const;

describe('where nothing is blended, a filter has the bytes of ffmpeg', () => {
  test.each([
    ['a cropped picture', pattern(320, 180), crop, 'crop=200:130:20:10', { width: 200, height: 130 }],
    [
      'a cropped picture of NV12',
      together(bars(320, 180)),
      crop,
      'crop=200:130:20:10',
      { width: 200, height: 130 },
    ],
    [
      ...(['a picture cropped to a size', pattern(320, 180)] as const),
      { ...crop, size: { width: 100, height: 60 } },
      ...(['crop=100:60:20:10', { width: 100, height: 60 }] as const),
    ],
    [
      ...(['a picture with room around it', pattern(160, 90)] as const),
      { kind: 'crop', left: -20, top: -10, right: -60, bottom: -4 } as const,
      ...(['pad=240:104:20:10:color=black', { width: 240, height: 104 }] as const),
    ],
  ])('%s', async (_name, source, settings, graph, size) => {
    expect((await filterBoth(source, settings, `[0]${graph}`, size)).most).toBe(0);
  });
});

test.each([0.08, 0.25, 1])('a picture sharpened by %d is within one code', async (sharpness) => {
  // c + s * (8c - all around).
  const graph = `[0]geq=lum='clip(round(p(X,Y)+${sharpness}*(9*p(X,Y)-p(X-1,Y-1)-p(X,Y-1)-p(X+1,Y-1)-p(X-1,Y)-p(X,Y)-p(X+1,Y)-p(X-1,Y+1)-p(X,Y+1)-p(X+1,Y+1))),0,255)':cb='p(X,Y)':cr='p(X,Y)'`;
  const found = await filterBoth(
    pattern(160, 90),
    { kind: 'sharpen', sharpness },
    graph,
    { width: 160, height: 90 },
    2,
  );
  expect(found.most).toBeLessThanOrEqual(1);
});

test.each([2, 6])('a picture blurred by a box of %d to each side is within one code', async (radius) => {
  const graph = `[0]boxblur=lr=${radius}:lp=1:cr=${radius / 2}:cp=1`;
  const settings = { kind: 'blur', form: 'box', radius } as const;
  const found = await filterBoth(smooth(160, 90), settings, graph, { width: 160, height: 90 }, 16);
  expect(found.most).toBeLessThanOrEqual(1);
});

test('a blur by a Gaussian is near one', async () => {
  const settings = { kind: 'blur', form: 'gaussian', radius: 12 } as const;
  // Three boxes of 9: a variance of 3 * (9 * 9 - 1) / 12.
  const graph = `[0]gblur=sigma=${Math.sqrt(20)}:steps=6:planes=1,gblur=sigma=${Math.sqrt(6)}:steps=6:planes=6`;
  const found = await filterBoth(smooth(160, 90), settings, graph, { width: 160, height: 90 }, 24);
  expect(found.psnr).toBeGreaterThanOrEqual(45);
});

describe('scaled by a filter', () => {
  const flags = { point: 'neighbor', bilinear: 'bilinear', bicubic: 'bicubic', area: 'area' } as const;
  test.each([
    ['point', 2],
    ['bilinear', 1.25],
    ['bilinear', 0.5],
    ['bicubic', 1.25],
    ['bicubic', 2],
    ['bicubic', 0.5],
    ['area', 0.5],
  ] as const)('%s, by %d', async (scaleFilter: Exclude<ScaleFilter, 'auto'>, scale) => {
    const source = smooth(HD.width / scale, HD.height / scale);
    const place = part(source.width, source.height, [scale, 0, 0, scale, 0, 0]);
    const { psnr } = await draw({
      ...{ name: scaleFilter, canvas: HD, sources: [source], margin: 8 },
      graph: `[0]scale=${HD.width}:${HD.height}:flags=${flags[scaleFilter]}+accurate_rnd`,
      places: [{ ...place, scaleFilter }],
    });
    expect(psnr).toBeGreaterThanOrEqual(45);
  });
});

describe('blended', () => {
  const modes = {
    additive: 'addition',
    subtract: 'subtract',
    screen: 'screen',
    multiply: 'multiply',
    lighten: 'lighten',
    darken: 'darken',
  } as const;
  const toRgb =
    'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=neighbor+accurate_rnd,format=gbrp16le';
  const back =
    'scale=out_color_matrix=bt709:in_range=pc:out_range=tv:flags=area+accurate_rnd,format=yuv444p16le,' +
    'scale=flags=area+accurate_rnd,format=yuv420p';
  test.each(Object.entries(modes) as [Exclude<BlendMode, 'normal'>, string][])(
    '%s',
    async (blendMode, mode) => {
      const order = mode === 'subtract' ? '[a][b]' : '[b][a]';
      const found = await draw({
        ...{ name: blendMode, canvas: HD, sources: [bars(320, 180), smooth(320, 180)] },
        graph: `[0]${toRgb}[a];[1]${toRgb}[b];${order}blend=all_mode=${mode},${back}`,
        places: [{}, { blendMode }],
      });
      // ffmpeg rounds on its way to RGB and back; against exact sums the kernel is within one code.
      expect(found.most).toBeLessThanOrEqual(2);
      expect(found.psnr).toBeGreaterThanOrEqual(45);
    },
  );
});
