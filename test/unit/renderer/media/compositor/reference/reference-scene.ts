/** A scene for both: as layers for the compositor, and as a graph of ffmpeg's filters. */
import { Compositor } from '../../../../../../renderer/media/compositor/compositor.ts';
import type { Layer } from '../../../../../../renderer/media/compositor/compositor.ts';
import { openMemory } from '../../../../../support/compositor/open-memory.ts';
import { compare, drawByFfmpeg, placePicture, readPlanes } from './drawn-by-ffmpeg.ts';
import type { Difference, PlainPicture, Size, Source } from './drawn-by-ffmpeg.ts';

export type Place = Omit<Layer, 'id' | 'picture'>;
export type Matrix = Place['placement']['matrix'];

export interface Scene {
  readonly name: string;
  readonly canvas: Size;
  readonly sources: readonly Source[];
  /** Of ffmpeg. */
  readonly graph: string;
  /** Of each source, back to front; the whole source at its own size, top left, where nothing else is said. */
  readonly places: readonly Partial<Place>[];
  /** Pixels at the edges, where the two fill what lies beyond differently; even. */
  readonly margin?: number;
}

export const pattern = (width: number, height: number): Source => ({ lavfi: 'testsrc2', width, height });
export const bars = (width: number, height: number): Source => ({ lavfi: 'smptehdbars', width, height });
export const smooth = (width: number, height: number): Source => ({ lavfi: 'mandelbrot', width, height });
export const together = (source: Source): Source => ({ ...source, isTogether: true });
export const shaded = (width: number, height: number, alpha = 'mod(X*3+Y*5,256)'): Source => ({
  ...pattern(width, height),
  alpha,
});

/** The canvas of most scenes. */
export const HD: Size = { width: 320, height: 180 };

/** A part of a source, by a matrix. */
export function part(width: number, height: number, matrix: Matrix, [x, y] = [0, 0]): Partial<Place> {
  return { placement: { crop: { x, y, width, height }, matrix } };
}

/** About the middle of a picture that lies in the middle of the canvas, clockwise. */
export function rotation(degrees: number, source: Size, canvas: Size, scale = 1): Matrix {
  const cos = Math.cos((degrees * Math.PI) / 180) * scale;
  const sin = Math.sin((degrees * Math.PI) / 180) * scale;
  const { width, height } = source;
  return [
    ...([cos, sin, -sin, cos] as const),
    canvas.width / 2 - (cos * width - sin * height) / 2,
    canvas.height / 2 - (sin * width + cos * height) / 2,
  ];
}

const drawn = new Map<string, Promise<PlainPicture>>();

/** Each source once. */
function drawSource(source: Source): Promise<PlainPicture> {
  const key = JSON.stringify(source);
  const picture = drawn.get(key) ?? drawByFfmpeg([source], '[0]null', source, source.alpha !== undefined);
  drawn.set(key, picture);
  return picture;
}

/** How far the compositor is from ffmpeg. */
export async function draw({ canvas, sources, graph, places, margin }: Scene): Promise<Difference> {
  const memory = openMemory();
  const [expected, ...pictures] = await Promise.all([
    drawByFfmpeg(sources, graph, canvas),
    ...sources.map(drawSource),
  ]);
  const layers = pictures.map((plain, index): Layer => {
    const { width, height } = plain;
    const placement = { crop: { x: 0, y: 0, width, height }, matrix: [1, 0, 0, 1, 0, 0] } as const;
    const picture = placePicture(memory, plain, sources[index]?.isTogether === true);
    return { id: String(index), picture, placement, opacity: 1, isVisible: true, ...places[index] };
  });
  const compositor = new Compositor(memory, canvas);
  return compare(readPlanes(memory, compositor.compose(layers)), expected, margin);
}
