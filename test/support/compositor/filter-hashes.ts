/** Pictures of noise through every filter, and what comes of each as one number. */
import { FilterChain } from '../../../renderer/media/compositor/filters/filter-chain.ts';
import { maskImageOf } from '../../../renderer/media/compositor/filters/image-mask.ts';
import { lutFunction, parseCube } from '../../../renderer/media/compositor/filters/cube.ts';
import type { FilterContent } from '../../../renderer/media/compositor/filters/make-stages.ts';
import { PlaneMemory } from '../../../renderer/media/compositor/memory.ts';
import type { Picture } from '../../../renderer/media/compositor/picture.ts';
import { filterDefaults } from '../../../shared/studio/filters/filter.ts';
import type { FilterSettings } from '../../../shared/studio/filters/filter.ts';
import { placeNoise, readPicture } from './plain-scene.ts';

const KINDS = ['opaque', 'alpha', 'together'] as const;
const path = '/file';

const settings: readonly FilterSettings[] = [
  { kind: 'crop', left: 3, top: 2, right: 5, bottom: 1 },
  { kind: 'crop', left: -3, top: -2, right: 5, bottom: -1 },
  {
    ...filterDefaults.colourCorrection,
    gamma: 0.4,
    contrast: 0.3,
    saturation: 0.7,
    hueShift: 40,
    opacity: 0.8,
  },
  { ...filterDefaults.chromaKey, brightness: 0.1 },
  { ...filterDefaults.colourKey, similarity: 300 },
  { ...filterDefaults.lumaKey, least: 0.3, leastSmoothness: 0.2 },
  { ...filterDefaults.mask, path },
  { ...filterDefaults.lut, path, amount: 0.7 },
  { kind: 'sharpen', sharpness: 0.4 },
  { kind: 'blur', form: 'gaussian', radius: 9 },
  { kind: 'blur', form: 'box', radius: 4 },
  { ...filterDefaults.scroll, speedX: 70, speedY: -33, width: 60 },
  { kind: 'delay', delayMs: 50 },
];

/** @returns a hash for each filter and kind of picture, after three moments. */
export function hashFilters(): readonly number[] {
  const memory = new PlaneMemory();
  return settings.flatMap((each) =>
    KINDS.map((kind, index) => {
      const picture = placeNoise(memory, 71, 38, index + 1, kind);
      const chain = new FilterChain(memory, { revision: 1, get: () => contentOf(each) });
      chain.set([{ id: 'a', name: 'A', isEnabled: true, settings: each }]);
      let hash = 2_166_136_261;
      for (let moment = 0; moment < 3; moment += 1) {
        const shown = chain.apply({ ...picture, revision: moment }, moment * 33_333);
        hash = hashed(memory, shown, hash);
      }
      chain.end();
      if (kind === 'together') memory.free(picture.cb.offset);
      memory.free(picture.y.offset);
      return hash;
    }),
  );
}

function hashed(memory: PlaneMemory, picture: Picture, before: number): number {
  let hash = before;
  for (const { samples } of Object.values(readPicture(memory, picture)))
    for (const sample of samples) hash = Math.imul(hash ^ sample, 16_777_619) >>> 0;
  return hash;
}

function contentOf({ kind }: FilterSettings): FilterContent | undefined {
  if (kind === 'mask') {
    const pixels = Uint8Array.from({ length: 9 * 5 * 4 }, (_, at) => (at * 37) % 256);
    return { kind, image: maskImageOf({ width: 9, height: 5, pixels }) };
  }
  if (kind !== 'lut') return undefined;
  const nodes = Array.from({ length: 8 }, (_, at) => `${(at * 3) % 8} ${at % 3} ${1 - at / 8}`);
  const lut = parseCube(`LUT_3D_SIZE 2\n${nodes.join('\n')}`);
  return lut && { kind, lut: lutFunction(lut) };
}
