/** The kernel `blendColours` in plain arithmetic. */
import type { PlainPicture, PlaneName } from './plain-scene.ts';

const ALL = 32_767;
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const narrow = (value: number): number => within(value, -32_768, ALL);
const times = (one: number, other: number): number => (one * other + 16_384) >> 15;
const shareOf = (alpha: number): number => (alpha * 257) >> 1;
const blend = (one: number, other: number, weight: number): number =>
  Math.round((one * weight + other * (255 - weight)) / 255);

type Triple = readonly [red: number, green: number, blue: number];

function coloursOf(luma: number, cb: number, cr: number, alpha: number): Triple {
  const [y, blue, red] = [luma - 16, cb - 128, cr - 128];
  const of = (sum: number): number => within(Math.min(narrow((sum + 8) >> 4), alpha), 0, ALL);
  return [of(y * 2394 + red * 3686), of(y * 2394 - blue * 438 - red * 1096), of(y * 2394 + blue * 4343)];
}

function mixed(mode: number, source: number, target: number, alpha: number, behind: number): number {
  const below = times(target, alpha);
  const above = times(source, behind);
  const product = times(source, target);
  const both = [
    Math.min(below, above),
    Math.min(narrow(below + above), times(alpha, behind)),
    Math.max(below - above, 0),
    narrow(below - product + above),
    product,
    Math.max(below, above),
  ][mode % 6];
  const alone = narrow(times(source, ALL - behind) + times(target, ALL - alpha));
  return Math.max(0, narrow((both ?? 0) + alone));
}

const byte = (value: number): number => within(narrow(value), 0, 255);
const down = (sum: number, black: number): number => Math.floor((sum + black * 2 ** 22 + 2 ** 21) / 2 ** 22);

/** Sides of whole vectors and pairs. */
export function blendPlainly(mode: number, target: PlainPicture, source: PlainPicture): PlainPicture {
  const width = target.y?.width ?? 0;
  const height = target.y?.height ?? 0;
  const at = (picture: PlainPicture, name: PlaneName, x: number, y: number, otherwise = 255): number => {
    const plane = picture[name];
    return plane === undefined ? otherwise : (plane.samples[y * plane.width + x] ?? 0);
  };
  const result = Object.fromEntries(
    Object.entries(target).map(([name, plane]) => [name, { ...plane, samples: plane.samples.slice() }]),
  ) as PlainPicture;
  const put = (name: PlaneName, x: number, y: number, value: number): void => {
    const plane = result[name];
    if (plane !== undefined) plane.samples[y * plane.width + x] = value;
  };
  for (let row = 0; row < height / 2; row += 1)
    for (let column = 0; column < width / 2; column += 1) {
      const chroma = (picture: PlainPicture): readonly [number, number] => [
        at(picture, 'cb', column, row),
        at(picture, 'cr', column, row),
      ];
      const sums = [0, 0, 0];
      for (const [x, y] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ].map(([right = 0, below = 0]) => [2 * column + right, 2 * row + below] as const)) {
        const code = at(source, 'alpha', x, y);
        const behindCode = at(target, 'alpha', x, y);
        const [alpha, behind] = [shareOf(code), shareOf(behindCode)];
        const above = coloursOf(at(source, 'y', x, y), ...chroma(source), alpha);
        const below = coloursOf(at(target, 'y', x, y), ...chroma(target), behind);
        const colours = above.map((value, index) => mixed(mode, value, below[index] ?? 0, alpha, behind));
        const [red = 0, green = 0, blue = 0] = colours;
        colours.forEach((value, index) => {
          sums[index] = (sums[index] ?? 0) + value;
        });
        if (code > 0) put('y', x, y, byte(down(5960 * red + 20_049 * green + 2024 * blue, 16)));
        put('alpha', x, y, blend(255, behindCode, code));
      }
      const [red = 0, green = 0, blue = 0] = sums.map((sum) => (sum + 2) >> 2);
      const code = at(source, 'alphaChroma', column, row);
      put('alphaChroma', column, row, blend(255, at(target, 'alphaChroma', column, row), code));
      if (code === 0) continue;
      put('cb', column, row, byte(down(-3285 * red - 11_051 * green + 14_336 * blue, 128)));
      put('cr', column, row, byte(down(14_336 * red - 13_022 * green - 1314 * blue, 128)));
    }
  return result;
}
