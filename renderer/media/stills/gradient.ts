/** A linear gradient in plain arithmetic: the same pixels on every machine. Colours mix as much as they cover. Pure. */
import type { Gradient } from '../../../shared/studio/drawn-inputs.ts';
import { readColour } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Size } from '../../../shared/studio/transform.ts';

/** Finer than the steps of a channel between any two colours. */
const TABLE_STEPS = 4096;

interface Line {
  /** Share of the way from the beginning to the end, at the middle of the first pixel, and more with each pixel. */
  readonly first: number;
  readonly across: number;
  readonly down: number;
}

/** RGBA, straight alpha, rows without padding. */
export function gradientPixels(gradient: Gradient, size: Size): ArrayBuffer {
  const table = colourTable(gradient.stops);
  const { first, across, down } = gradientLine(gradient.angle, size);
  const { width, height } = size;
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const begin = first + down * y;
    for (let x = 0; x < width; x += 1) {
      const step = Math.round((begin + across * x) * TABLE_STEPS);
      pixels[y * width + x] = table[Math.min(TABLE_STEPS, Math.max(0, step))] ?? 0;
    }
  }
  return pixels.buffer;
}

/** The corners that lie farthest along the way are its beginning and its end, as in CSS. */
export function gradientLine(angle: number, { width, height }: Size): Line {
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const length = Math.max(1, Math.abs(width * cos) + Math.abs(height * sin));
  const [across, down] = [cos / length, sin / length];
  return { across, down, first: 0.5 + across * (0.5 - width / 2) + down * (0.5 - height / 2) };
}

function colourTable(stops: Gradient['stops']): Uint32Array {
  const sorted = stops
    .map(({ at, colour }) => ({ at, colour: readColour(colour) }))
    .toSorted((one, other) => one.at - other.at);
  const table = new Uint32Array(TABLE_STEPS + 1);
  for (let step = 0; step <= TABLE_STEPS; step += 1) {
    const at = step / TABLE_STEPS;
    const next = sorted.find((stop) => stop.at >= at) ?? sorted.at(-1);
    const before = sorted.findLast((stop) => stop.at <= at) ?? next;
    if (before === undefined || next === undefined) continue;
    const way = next.at - before.at;
    table[step] = mix(before.colour, next.colour, way <= 0 ? 1 : (at - before.at) / way);
  }
  return table;
}

function mix(one: Colour, other: Colour, share: number): number {
  const [first, second] = [one.alpha * (1 - share), other.alpha * share];
  const alpha = first + second;
  const channel = (name: 'red' | 'green' | 'blue'): number =>
    alpha === 0 ? 0 : Math.round((one[name] * first + other[name] * second) / alpha);
  const [red, green, blue] = [channel('red'), channel('green'), channel('blue')];
  return ((Math.round(alpha) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
