/**
 * LUTs of `.cube` files (Adobe's Cube LUT Specification 1.0), of one dimension and of three. The text comes from a file of the user's:
 * whatever is not a number in its place is an error, never a colour.
 */
import type { ColourFunction } from './colour-map.ts';

/** More than any program writes: 129 nodes along each side. */
const LARGEST_CUBE = 129;
const LARGEST_LINE = 65_536;

export interface Lut {
  readonly dimensions: 1 | 3;
  readonly size: number;
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** Three for each node; red changes first. */
  readonly values: Float32Array<ArrayBuffer>;
}

/** Takes a tenth of a second for a large file: never where frames are made. @returns undefined when the text isn't such a file. */
export function parseCube(text: string): Lut | undefined {
  let lowest: readonly number[] = [0, 0, 0];
  let highest: readonly number[] = [1, 1, 1];
  let shape: Pick<Lut, 'dimensions' | 'size'> | undefined;
  let values: Float32Array<ArrayBuffer> | undefined;
  let filled = 0;
  for (const line of text.split(/\r?\n|\r/)) {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    if (word === '' || word.startsWith('#') || word === 'TITLE') continue;
    if (word === 'LUT_1D_SIZE' || word === 'LUT_3D_SIZE') {
      const dimensions = word === 'LUT_1D_SIZE' ? 1 : 3;
      const [size = 0] = numbersOf(rest, 1) ?? [];
      const largest = dimensions === 1 ? LARGEST_LINE : LARGEST_CUBE;
      if (shape !== undefined || !Number.isInteger(size) || size < 2 || size > largest) return undefined;
      shape = { dimensions, size };
      values = new Float32Array(3 * size ** dimensions);
      continue;
    }
    const isDomain = word === 'DOMAIN_MIN' || word === 'DOMAIN_MAX';
    const three = numbersOf(isDomain ? rest : [word, ...rest], 3);
    if (three === undefined) return undefined;
    if (word === 'DOMAIN_MIN') lowest = three;
    else if (word === 'DOMAIN_MAX') highest = three;
    else if (values === undefined || filled === values.length) return undefined;
    else {
      values.set(three, filled);
      filled += 3;
    }
  }
  if (shape === undefined || values === undefined || filled !== values.length) return undefined;
  if (lowest.some((value, axis) => value >= (highest[axis] ?? 0))) return undefined;
  return { ...shape, lowest, highest, values };
}

function numbersOf(words: readonly string[], count: number): readonly number[] | undefined {
  const numbers = words.map((word) => (/^[-+.\d]/.test(word) ? Number(word) : Number.NaN));
  return numbers.length === count && numbers.every((value) => Number.isFinite(value)) ? numbers : undefined;
}

export function lutFunction({ dimensions, size, lowest, highest, values }: Lut): ColourFunction {
  /** The node below and the way to the next one. */
  const place = (value: number, axis: number): readonly [number, number] => {
    const [low = 0, high = 1] = [lowest[axis], highest[axis]];
    const along = Math.min(1, Math.max(0, (value - low) / (high - low))) * (size - 1);
    const node = Math.min(size - 2, Math.floor(along));
    return [node, along - node];
  };
  const between = (one: number, other: number, share: number): number => one + (other - one) * share;
  if (dimensions === 1) {
    const along = (value: number, axis: number): number => {
      const [node, share] = place(value, axis);
      return between(values[node * 3 + axis] ?? 0, values[node * 3 + 3 + axis] ?? 0, share);
    };
    return ([red, green, blue, alpha]) => [along(red, 0), along(green, 1), along(blue, 2), alpha];
  }
  return ([red, green, blue, alpha]) => {
    const [r, rShare] = place(red, 0);
    const [g, gShare] = place(green, 1);
    const [b, bShare] = place(blue, 2);
    const channel = (axis: number): number => {
      const node = (right: number, down: number, deep: number): number =>
        values[(((b + deep) * size + g + down) * size + r + right) * 3 + axis] ?? 0;
      const alongRed = (down: number, deep: number): number =>
        between(node(0, down, deep), node(1, down, deep), rShare);
      const alongGreen = (deep: number): number => between(alongRed(0, deep), alongRed(1, deep), gShare);
      return between(alongGreen(0), alongGreen(1), bShare);
    };
    return [channel(0), channel(1), channel(2), alpha];
  };
}
