/**
 * `npm run bench -- compositor`: what a frame costs on one core, in milliseconds, for each operation and for scenes, at 720p and
 * at 1080p. Medians of frames; in scenes every moving source shows another picture each frame.
 */
import { setFlagsFromString } from 'node:v8';
import { toOwnColours } from '../../renderer/media/compositor/colours.ts';
import type { Layer } from '../../renderer/media/compositor/compositor.ts';
import { Compositor } from '../../renderer/media/compositor/compositor.ts';
import { readBytes } from '../../renderer/media/compositor/kernels/index.ts?kernel';
import { FilterChain } from '../../renderer/media/compositor/filters/filter-chain.ts';
import { maskImageOf } from '../../renderer/media/compositor/filters/image-mask.ts';
import type { FilterContent } from '../../renderer/media/compositor/filters/make-stages.ts';
import { PlaneMemory } from '../../renderer/media/compositor/memory.ts';
import { allocatePicture, convertPixels, pixelStride } from '../../renderer/media/compositor/picture.ts';
import type { Picture, PixelFormat } from '../../renderer/media/compositor/picture.ts';
import { filterDefaults } from '../../shared/studio/filters/filter.ts';
import type { FilterSettings } from '../../shared/studio/filters/filter.ts';
import { MaskWipe } from '../../renderer/media/compositor/transitions/mask-wipe.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const SIZES: readonly Size[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const FRAMES = 200;
const WARM_UP = 40;
const STRAIGHT: PixelFormat = { order: 'RGBA', alpha: 'straight' };

export function run(): Promise<object> {
  // Node 20 knows relaxed SIMD behind a flag alone; every Electron of ours has it.
  if (!WebAssembly.validate(readBytes())) setFlagsFromString('--experimental-wasm-relaxed-simd');
  const results = SIZES.map((size) => [`${size.height}p`, measureSize(size)] as const);
  return Promise.resolve({ unit: 'ms a frame, median', frames: FRAMES, ...Object.fromEntries(results) });
}

function measureSize(size: Size): object {
  const timed = (works: Readonly<Record<string, Scene>>): object =>
    Object.fromEntries(Object.entries(works).map(([name, scene]) => [name, measure(composed(size, scene))]));
  return {
    operations: {
      ...timed(operationsAt(size)),
      'pixels of RGBA to planes': measure(converted(size)),
      'BT.601 of full range to BT.709': measure(recoloured(size)),
      filters: filtersAt(size),
      'wipe by a pattern': measure(wiped(size)),
    },
    scenes: timed(scenesAt(size)),
  };
}

/** What is done for the frame with this number. */
type Work = (memory: PlaneMemory) => (frame: number) => unknown;
type Scene = (memory: PlaneMemory) => (frame: number) => readonly Layer[];

function composed(size: Size, scene: Scene): Work {
  return (memory) => {
    const layersAt = scene(memory);
    const compositor = new Compositor(memory, size);
    return (frame) => compositor.compose(layersAt(frame));
  };
}

function converted(size: Size): Work {
  return (memory) => {
    const pixels = memory.allocate(pixelStride(size.width) * size.height);
    const target = allocatePicture(memory, size, true);
    return () => convertPixels(memory, pixels, STRAIGHT, target);
  };
}

function recoloured(size: Size): Work {
  return (memory) => {
    const picture = makePicture(memory, size, 'opaque');
    return () => toOwnColours(memory, picture, 'bt601-full');
  };
}

function filtersAt(size: Size): object {
  const works = Object.entries(filterWorks).map(([name, settings]) => [
    name,
    measure(filtered(size, settings)),
  ]);
  return Object.fromEntries(works) as object;
}

function filtered(size: Size, settings: FilterSettings): Work {
  return (memory) => {
    const picture = makePicture(memory, size, 'opaque');
    const chain = new FilterChain(memory, { revision: 1, get: () => contentOf(settings) });
    chain.set([{ id: 'a', name: 'A', isEnabled: true, settings }]);
    return (frame) => chain.apply({ ...picture, revision: frame }, Math.round((frame * 1_000_000) / 30));
  };
}

function contentOf({ kind }: FilterSettings): FilterContent | undefined {
  if (kind === 'mask')
    return {
      kind,
      image: maskImageOf({
        width: 2,
        height: 2,
        pixels: Uint8Array.from({ length: 16 }, (_, at) => at * 16),
      }),
    };
  return kind === 'lut' ? { kind, lut: ([red, green, blue, alpha]) => [blue, red, green, alpha] } : undefined;
}

const path = '/file';
const filterWorks: Readonly<Record<string, FilterSettings>> = {
  'crop from even pixels': { kind: 'crop', left: 20, top: 20, right: 0, bottom: 0 },
  'crop from odd pixels': { kind: 'crop', left: 21, top: 21, right: 0, bottom: 0 },
  pad: { kind: 'crop', left: -20, top: -20, right: 0, bottom: 0 },
  'color correction': { ...filterDefaults.colourCorrection, gamma: 0.2, contrast: 0.1, saturation: 0.3 },
  'chroma key': filterDefaults.chromaKey,
  'color key': filterDefaults.colourKey,
  'luma key': { ...filterDefaults.lumaKey, least: 0.2 },
  'image mask': { ...filterDefaults.mask, path },
  LUT: { ...filterDefaults.lut, path },
  sharpen: { kind: 'sharpen', sharpness: 0.2 },
  'box blur of 10': { kind: 'blur', form: 'box', radius: 10 },
  'Gaussian blur of 10': { kind: 'blur', form: 'gaussian', radius: 10 },
  scroll: { ...filterDefaults.scroll, speedX: 60 },
  'delay of 200 ms': { kind: 'delay', delayMs: 200 },
};

function wiped(size: Size): Work {
  return (memory) => {
    const pattern = Uint8Array.from(
      { length: size.width * size.height },
      (_, at) => ((at % size.width) * 255) / size.width,
    );
    const [before, next] = [makePicture(memory, size, 'opaque'), makePicture(memory, size, 'opaque')];
    const wipe = new MaskWipe(memory, size, pattern, 0.1);
    return (frame) => wipe.paint(before, next, frame / (WARM_UP + FRAMES));
  };
}

function measure(work: Work): number {
  const run = work(new PlaneMemory());
  const times: number[] = [];
  for (let frame = 0; frame < WARM_UP + FRAMES; frame += 1) {
    const start = performance.now();
    run(frame);
    times.push(performance.now() - start);
  }
  const sorted = times.slice(WARM_UP).toSorted((one, other) => one - other);
  return Number((sorted[FRAMES / 2] ?? 0).toFixed(3));
}

function operationsAt(size: Size): Readonly<Record<string, Scene>> {
  const { width, height } = size;
  const larger = { width: (width * 3) / 2, height: (height * 3) / 2 };
  const single =
    (pictureSize: Size, kind: Kind, place: Partial<Layer>, isMoving = true): Scene =>
    (memory) => {
      const picture = makePicture(memory, pictureSize, kind);
      return (frame) => [{ ...layerOf('a', picture, isMoving ? frame : 0, size), ...place }];
    };
  const fit = placeIn(larger, { x: 0, y: 0, ...size });
  const whole = placeIn(size, { x: 0, y: 0, ...size });
  return {
    unchanged: single(size, 'opaque', {}, false),
    copy: single(size, 'opaque', {}),
    'copy of NV12': single(size, 'together', {}),
    'over with alpha': single(size, 'alpha', {}),
    'over with alpha and opacity': single(size, 'alpha', { opacity: 0.5 }),
    'mix by opacity': single(size, 'opaque', { opacity: 0.5 }),
    'at an odd place': single(size, 'opaque', { placement: { ...whole, matrix: [1, 0, 0, 1, 1, 1] } }),
    'scaled from 1.5 times the size': single(larger, 'opaque', { placement: fit }),
    'scaled from 1.5 times the size, with alpha': single(larger, 'alpha', { placement: fit }),
    'scaled from twice the size': single({ width: 2 * width, height: 2 * height }, 'opaque', {
      placement: placeIn({ width: 2 * width, height: 2 * height }, { x: 0, y: 0, ...size }),
    }),
    mirrored: single(size, 'opaque', { placement: { ...whole, matrix: [-1, 0, 0, 1, width, 0] } }),
    'quarter turn': single({ width: height, height: width }, 'opaque', {
      placement: { crop: { x: 0, y: 0, width: height, height: width }, matrix: [0, 1, -1, 0, width, 0] },
    }),
    'rotated by 10 degrees': single(size, 'opaque', {
      placement: { ...whole, matrix: [0.985, 0.174, -0.174, 0.985, 60, -40] },
    }),
    'rotated by 10 degrees, bicubic': single(size, 'opaque', {
      placement: { ...whole, matrix: [0.985, 0.174, -0.174, 0.985, 60, -40] },
      scaleFilter: 'bicubic',
    }),
    'blended: screen': single(size, 'opaque', { blendMode: 'screen' }),
    'blended with alpha: multiply': single(size, 'alpha', { blendMode: 'multiply' }),
    'scaled from 1.5 times the size, bicubic': single(larger, 'opaque', {
      placement: fit,
      scaleFilter: 'bicubic',
    }),
    'round corners': single(size, 'opaque', { cornerRadius: 40 }),
    'new size each frame': (memory) => {
      const picture = makePicture(memory, size, 'opaque');
      return (frame) => [
        {
          ...layerOf('a', picture, frame, size),
          placement: placeIn(size, { x: 10, y: 10, width: width / 2 + frame, height: height / 2 + frame }),
        },
      ];
    },
  };
}

function scenesAt(size: Size): Readonly<Record<string, Scene>> {
  const { width, height } = size;
  const quarter = {
    x: width - width / 4 - 20,
    y: height - height / 4 - 20,
    width: width / 4,
    height: height / 4,
  };
  const camera = { width: 640, height: 360 };
  const line = { width: width / 2, height: 48 };
  const screen = (memory: PlaneMemory): ((frame: number) => Layer) => {
    const picture = makePicture(memory, size, 'opaque');
    return (frame) => layerOf('screen', picture, frame, size);
  };
  const cameraAt = (memory: PlaneMemory): ((frame: number) => Layer) => {
    const picture = makePicture(memory, camera, 'opaque');
    return (frame) => ({ ...layerOf('camera', picture, frame, size), placement: placeIn(camera, quarter) });
  };
  return {
    'screen, quarter camera, full-screen alpha overlay, moving text': (memory) => {
      const [back, corner] = [screen(memory), cameraAt(memory)];
      const overlay = layerOf('overlay', makePicture(memory, size, 'alpha'), 0, size);
      const text = makePicture(memory, line, 'alpha');
      return (frame) => [back(frame), corner(frame), overlay, textAt(text, size, frame)];
    },
    'screen and quarter camera': (memory) => {
      const [back, corner] = [screen(memory), cameraAt(memory)];
      return (frame) => [back(frame), corner(frame)];
    },
    'camera scaled to the frame, still lower third': (memory) => {
      const picture = makePicture(memory, { width: 1920, height: 1080 }, 'together');
      const third = { width, height: height / 4 };
      const still = layerOf('third', makePicture(memory, third, 'alpha'), 0, third);
      const placement = placeIn(picture, { x: 0, y: 0, ...size });
      const low = placeIn(third, { x: 0, y: height - third.height, ...third });
      return (frame) => [
        { ...layerOf('camera', picture, frame, size), placement },
        { ...still, placement: low },
      ];
    },
    'still background scaled, four cameras': (memory) => {
      const background = makePicture(memory, { width: 3840, height: 2160 }, 'opaque');
      const back = {
        ...layerOf('back', background, 0, size),
        placement: placeIn(background, { x: 0, y: 0, ...size }),
      };
      const cameras = [0, 1, 2, 3].map((at) => ({ at, picture: makePicture(memory, camera, 'opaque') }));
      return (frame) => [
        back,
        ...cameras.map(({ at, picture }) => ({
          ...layerOf(`camera ${at}`, picture, frame, size),
          placement: placeIn(camera, {
            x: 21 + (at % 2) * (width / 2),
            y: 21 + Math.floor(at / 2) * (height / 2),
            width: width / 2 - 42,
            height: height / 2 - 42,
          }),
        })),
      ];
    },
  };
}

function textAt(picture: Picture, size: Size, frame: number): Layer {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const matrix = [1, 0, 0, 1, size.width / 2 - frame, size.height - 60] as const;
  return { ...layerOf('text', picture, 0, size), placement: { crop: whole, matrix } };
}

type Kind = 'opaque' | 'alpha' | 'together';

/** Noise; with alpha, a third of it is empty, a third is opaque. */
function makePicture(memory: PlaneMemory, size: Size, kind: Kind): Picture {
  const { width, height } = size;
  const stride = pixelStride(width);
  const pixels = memory.allocate(stride * height);
  let state = 1;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const at = pixels + y * stride + x * 4;
      const third = Math.floor((3 * x) / width);
      memory.bytes[at] = state >>> 24;
      memory.bytes[at + 1] = state >>> 16;
      memory.bytes[at + 2] = state >>> 8;
      memory.bytes[at + 3] = [0, 255, state >>> 20][third] ?? 0;
    }
  }
  const target = allocatePicture(memory, size, kind === 'alpha');
  const format = kind === 'alpha' ? STRAIGHT : ({ ...STRAIGHT, alpha: 'none' } as const);
  const picture = convertPixels(memory, pixels, format, target);
  memory.free(pixels);
  if (kind !== 'together') return picture;
  const cb = {
    offset: memory.allocate(2 * picture.cb.stride * picture.height),
    stride: 2 * picture.cb.stride,
    step: 2,
  } as const;
  return { ...picture, cb, cr: { ...cb, offset: cb.offset + 1 } };
}

function layerOf(id: string, picture: Picture, revision: number, { width, height }: Size): Layer {
  return {
    id,
    picture: revision === 0 ? picture : { ...picture, revision: picture.revision + revision },
    placement: { crop: { x: 0, y: 0, width, height }, matrix: [1, 0, 0, 1, 0, 0] },
    opacity: 1,
    isVisible: true,
  };
}

interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

function placeIn({ width, height }: Size, place: Rectangle): Layer['placement'] {
  return {
    crop: { x: 0, y: 0, width, height },
    matrix: [place.width / width, 0, 0, place.height / height, place.x, place.y],
  };
}
