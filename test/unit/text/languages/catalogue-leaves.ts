/** What a catalogue holds, leaf by leaf, and samples of what its functions are called with. */
import type { Text } from '../../../../shared/text/text.ts';

export type Leaf = string | ((...args: readonly unknown[]) => unknown);

/** Each text and each function, by its place: `settings.title`. `format` is no text. */
export function leavesOf(catalogue: Text): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const walk = (node: unknown, place: string): void => {
    if (typeof node === 'string') leaves.set(place, node);
    else if (typeof node === 'function') leaves.set(place, node as Leaf);
    else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) walk(value, place === '' ? key : `${place}.${key}`);
  };
  const { format: _format, ...features } = catalogue;
  walk(features, '');
  return leaves;
}

/** None is a word of any language, or a part of another. */
export const sampleWords = ['Zq1x', 'Zq2x', 'Zq3x', 'Zq4x'] as const;
export const sampleNumbers = [41, 62, 83, 97] as const;

/** Functions that begin with a word of a closed list, which another language looks up. */
const closedLists: readonly (readonly [place: RegExp, word: string])[] = [
  [/^capture\./, 'camera'],
  [/^mixer\.oneSided$/, 'left'],
];

/** Arguments of each kind in each place, for functions that take up to four. */
export function samplesFor(place: string, arity: number): readonly (readonly unknown[])[] {
  const count = Math.min(arity, 4);
  const listed = closedLists.find(([pattern]) => pattern.test(place))?.[1];
  let samples: readonly (readonly unknown[])[] = [[]];
  for (let index = 0; index < count; index += 1) {
    const any = [sampleWords[index], sampleNumbers[index], [sampleWords[index]], true, undefined];
    const kinds = index === 0 && listed !== undefined ? [listed] : any;
    samples = samples.flatMap((sample) => kinds.map((kind) => [...sample, kind]));
  }
  return samples;
}

/** What a function makes of a sample; undefined where the sample isn't one of its own. */
export function resultOf(leaf: Leaf, sample: readonly unknown[]): string | undefined {
  try {
    const result: unknown = typeof leaf === 'string' ? leaf : leaf(...sample);
    const isText = typeof result === 'string' && !/undefined|NaN|\[object|function|=>/.test(result);
    return isText ? result : undefined;
  } catch {
    return undefined;
  }
}
