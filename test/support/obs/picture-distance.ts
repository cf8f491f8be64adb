/** How far two pictures are apart where neither positions nor values are held to be the same. */

/** The same picture twice: I420 of BT.709, limited range, and RGB of 24 bits. */
export interface ComparedPicture {
  readonly i420: Uint8Array;
  readonly rgb: Uint8Array;
}

export interface DistanceOptions {
  readonly width: number;
  readonly height: number;
  /** Pixels. */
  readonly distance: number;
  /** Codes of 8 bits. */
  readonly difference: number;
}

/**
 * How many values of either picture lie, by more than `difference`, beyond all mixes of what the other one has around the same place. An
 * edge may be mixed in linear light or not: whatever the mix, each of red, green and blue lies between those of its parts.
 */
export function farApart(one: ComparedPicture, other: ComparedPicture, options: DistanceOptions): number {
  return countBeyond(one, other, options) + countBeyond(other, one, options);
}

function countBeyond(picture: ComparedPicture, around: ComparedPicture, options: DistanceOptions): number {
  const { width, height, distance, difference } = options;
  const pixels = width * height;
  if (picture.i420.length !== pixels * 1.5 || around.rgb.length !== pixels * 3)
    throw new Error('not pictures of this size');
  let count = 0;
  const check = (at: number, mixes: () => readonly [least: number, most: number]): void => {
    const value = picture.i420[at] ?? 0;
    if (Math.abs(value - (around.i420[at] ?? 0)) <= difference) return;
    const [least, most] = mixes();
    if (value < least - difference || value > most + difference) count += 1;
  };
  for (let at = 0; at < pixels; at += 1) {
    const near = { x: at % width, y: Math.floor(at / width), width, height, reach: distance };
    check(at, () => {
      const channels = [0, 1, 2].map((channel) => rangeOf(around.rgb, { ...near, step: 3, start: channel }));
      return [lumaOf(channels.map(([least]) => least)), lumaOf(channels.map(([, most]) => most))];
    });
  }
  // Of half the size.
  for (let at = 0; at < pixels / 2; at += 1) {
    const inPlane = at % (pixels / 4);
    const place = { x: inPlane % (width / 2), y: Math.floor(inPlane / (width / 2)) };
    const near = { ...place, width: width / 2, height: height / 2, reach: Math.ceil(distance / 2) };
    check(pixels + at, () => rangeOf(around.i420, { ...near, step: 1, start: pixels + at - inPlane }));
  }
  return count;
}

interface Near {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly reach: number;
  /** Bytes from one pixel to the next. */
  readonly step: number;
  readonly start: number;
}

function rangeOf(data: Uint8Array, near: Near): readonly [least: number, most: number] {
  const { x, y, width, height, reach, step, start } = near;
  let [least, most] = [255, 0];
  for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v += 1)
    for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u += 1) {
      const value = data[start + (v * width + u) * step] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  return [least, most];
}

/** BT.709, limited range. */
function lumaOf([red = 0, green = 0, blue = 0]: readonly number[]): number {
  return 16 + ((0.2126 * red + 0.7152 * green + 0.0722 * blue) * 219) / 255;
}
