/** Scenes of every kind, made up from numbers that are the same everywhere, and what the compositor makes of them as one number each. */
import { toOwnColours } from '../../../renderer/media/compositor/colours.ts';
import { Compositor } from '../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../renderer/media/compositor/compositor.ts';
import { blendModes, scaleFilters } from '../../../shared/studio/filters/look.ts';
import { PlaneMemory } from '../../../renderer/media/compositor/memory.ts';
import { placeNoise, readPicture } from './plain-scene.ts';

const CANVAS = { width: 160, height: 90 };
const KINDS = ['opaque', 'alpha', 'together'] as const;
const COLOURS = ['bt601-limited', 'bt601-full', 'bt709-full', 'bt709-limited'] as const;

/** @returns a hash of each scene's planes. */
export function hashScenes(count: number): readonly number[] {
  const memory = new PlaneMemory();
  return Array.from({ length: count }, (_, scene) => {
    const random = randomNumbers(scene + 1);
    const layers = Array.from({ length: 1 + (scene % 4) }, (__, index) => makeLayer(memory, random, index));
    const compositor = new Compositor(memory, CANVAS, scene % 3 === 0 ? 'transparent' : 'black');
    let hash = 2_166_136_261;
    for (const { samples } of Object.values(readPicture(memory, compositor.compose(layers))))
      for (const sample of samples) hash = Math.imul(hash ^ sample, 16_777_619) >>> 0;
    compositor.end();
    for (const { picture } of layers) {
      if (picture.cb.step === 2) memory.free(picture.cb.offset);
      memory.free(picture.y.offset);
    }
    return hash;
  });
}

/** Whole numbers from 0 to below the limit. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

function makeLayer(memory: PlaneMemory, random: (limit: number) => number, index: number): Layer {
  const [width, height] = [8 + random(120), 8 + random(80)];
  const picture = placeNoise(memory, width, height, random(1000), KINDS[random(3)] ?? 'opaque');
  if (picture.isOpaque) toOwnColours(memory, picture, COLOURS[random(4)] ?? 'bt709-limited');
  const scale = (20 + random(200)) / 100;
  const [x, y] = [random(240) / 2 - 20, random(140) / 2 - 20];
  const slant = random(100) / 100;
  const matrices = [
    [1, 0, 0, 1, Math.floor(x), Math.floor(y)],
    [scale, 0, 0, scale, x, y],
    [-scale, 0, 0, scale, x + 60, y],
    [0, scale, -scale, 0, x + 60, y],
    [scale, scale * slant, -scale * slant, scale, x + 30, y],
  ] as const;
  const matrix = matrices[random(matrices.length)] ?? matrices[0];
  const crop = { x: random(4), y: random(4), width: width - 4, height: height - 4 };
  return {
    id: String(index),
    picture,
    placement: { crop, matrix },
    opacity: (1 + random(4)) / 4,
    isVisible: true,
    // Half of all layers are plain.
    blendMode: blendModes[random(2 * blendModes.length)],
    scaleFilter: scaleFilters[random(2 * scaleFilters.length)],
    cornerRadius: random(4) === 0 ? 6 : 0,
  };
}
