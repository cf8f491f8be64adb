/** Functions of colour, with the numbers that OBS's filters have. */
import { lengthOf } from '../length.ts';
import type { Colour, ColourFunction } from './colour-map.ts';

export interface Correction {
  /** -3 to 3; 0 changes nothing, and so for all of these. */
  readonly gamma: number;
  /** -4 to 4. */
  readonly contrast: number;
  /** -1 to 1. */
  readonly brightness: number;
  /** -1, grey, to 5. */
  readonly saturation: number;
  /** Degrees. */
  readonly hueShift: number;
  /** 0 to 1; 1 is all. */
  readonly opacity: number;
}

/** What grey is made of when colours get paler or turn. */
const GREY = [0.299, 0.587, 0.114] as const;

function greyOf(red: number, green: number, blue: number): number {
  return GREY[0] * red + GREY[1] * green + GREY[2] * blue;
}

/** First gamma, then contrast, brightness, saturation and hue. */
export function correct(correction: Correction): ColourFunction {
  const { gamma, contrast, brightness, saturation, hueShift, opacity } = correction;
  const exponent = gamma < 0 ? 1 - gamma : 1 / (1 + gamma);
  const factor = contrast < 0 ? 1 / (1 - contrast) : 1 + contrast;
  const turn = turned(hueShift);
  const lit = (value: number): number => (value ** exponent - 0.5) * factor + 0.5 + brightness;
  return ([red, green, blue, alpha]) => {
    const [r, g, b] = [lit(red), lit(green), lit(blue)];
    const grey = greyOf(r, g, b);
    const coloured = (value: number): number => grey + (value - grey) * (1 + saturation);
    const [newRed, newGreen, newBlue] = turn(coloured(r), coloured(g), coloured(b));
    return [newRed, newGreen, newBlue, alpha * opacity];
  };
}

type Triple = readonly [number, number, number];

/** About the axis of greys. */
function turned(degrees: number): (red: number, green: number, blue: number) => Triple {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const same = (1 - cos) / 3;
  const part = sin / Math.sqrt(3);
  return (red, green, blue) => [
    (cos + same) * red + (same - part) * green + (same + part) * blue,
    (same + part) * red + (cos + same) * green + (same - part) * blue,
    (same - part) * red + (same + part) * green + (cos + same) * blue,
  ];
}

export interface LumaKey {
  /** 0 to 1: what is darker than the first or brighter than the second is transparent. */
  readonly darkest: number;
  readonly brightest: number;
  /** Over which the picture comes, from each of the two. */
  readonly darkSmoothness: number;
  readonly brightSmoothness: number;
}

export function keyLuma({ darkest, brightest, darkSmoothness, brightSmoothness }: LumaKey): ColourFunction {
  return ([red, green, blue, alpha]) => {
    const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    const share = rise(luma - darkest, darkSmoothness) * rise(brightest - luma, brightSmoothness);
    return [red, green, blue, alpha * share];
  };
}

export interface ColourKey {
  readonly colour: Triple;
  /** Distances between colours, of 0 to 1: all that is nearer is transparent. */
  readonly similarity: number;
  /** Over which the picture becomes opaque. */
  readonly smoothness: number;
}

export function keyColour({ colour, similarity, smoothness }: ColourKey): ColourFunction {
  return ([red, green, blue, alpha]): Colour => {
    const distance = lengthOf(red - colour[0], green - colour[1], blue - colour[2]);
    return [
      red,
      green,
      blue,
      alpha * Math.min(1, Math.max(0, (distance - similarity) / Math.max(smoothness, 1e-6))),
    ];
  };
}

/** From 0 to 1 in a soft curve. */
function rise(distance: number, width: number): number {
  if (width <= 0) return distance >= 0 ? 1 : 0;
  const share = Math.min(1, Math.max(0, distance / width));
  return share * share * (3 - 2 * share);
}

/** Each channel times one colour's, and another colour's more. 0 to 1. */
export function tint(multiply: Triple, add: Triple): ColourFunction {
  return ([red, green, blue, alpha]) => [
    red * multiply[0] + add[0],
    green * multiply[1] + add[1],
    blue * multiply[2] + add[2],
    alpha,
  ];
}

/** @param amount 0, nothing changes, to 1. */
export function blended(change: ColourFunction, amount: number): ColourFunction {
  return (colour) => {
    const changed = change(colour);
    const at = (channel: 0 | 1 | 2 | 3): number =>
      colour[channel] + (changed[channel] - colour[channel]) * amount;
    return [at(0), at(1), at(2), at(3)];
  };
}
