/** In which picture a clap is seen: the one that differs most from the picture before. Pure. */

/** @param pictures of one size each, a byte a pixel. @returns an index; undefined where nothing moves. */
export function mostChanged(pictures: readonly Uint8Array[]): number | undefined {
  let most = 0;
  let found: number | undefined;
  for (const [index, picture] of pictures.entries()) {
    const before = pictures[index - 1];
    if (before === undefined) continue;
    const change = difference(before, picture);
    if (change <= most) continue;
    most = change;
    found = index;
  }
  return found;
}

function difference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum;
}
