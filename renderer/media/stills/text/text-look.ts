/** How a text source looks. Lengths are pixels, colours `#rrggbbaa`. */

export interface TextLook {
  readonly family: string;
  /** Height of the font's em, as OBS counts it. */
  readonly sizePx: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isStruckOut: boolean;
  readonly colour: string;
  /** Fills the whole box. */
  readonly background: string;
  /** Outside the letters. */
  readonly outline?: { readonly widthPx: number; readonly colour: string } | undefined;
  readonly shadow?:
    | {
        readonly offsetX: number;
        readonly offsetY: number;
        readonly blurPx: number;
        readonly colour: string;
      }
    | undefined;
  /** Of the lines within the box, whichever way they are read. */
  readonly alignment: 'left' | 'centre' | 'right';
  /** Lines break at this width, and the text is as wide as this. Undefined: lines break where the text says so. */
  readonly wrapWidth?: number | undefined;
  /** 1 is the font's own. */
  readonly lineSpacing: number;
}
