/** Colours as the studio document writes them: `#rrggbbaa`. */

export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** 255 is opaque. */
  readonly alpha: number;
}

/** Each channel 0 to 255. What isn't a colour is transparent. */
export function readColour(text: string): Colour {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/i.exec(text);
  if (match === null) return { red: 0, green: 0, blue: 0, alpha: 0 };
  const [, red = '', green = '', blue = '', alpha = 'ff'] = match;
  const value = (digits: string): number => parseInt(digits, 16);
  return { red: value(red), green: value(green), blue: value(blue), alpha: value(alpha) };
}

/** The colour without its transparency, as a canvas takes it. */
export function opaqueOf({ red, green, blue }: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}
