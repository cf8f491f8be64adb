/** A font in which every character is as wide as 10 pixels, 8 above the baseline and 2 below. Spaces count, as in any font. */
import type { FontMeasure } from '../../../../../../renderer/media/stills/text/line-measures.ts';
import type { TextLook } from '../../../../../../renderer/media/stills/text/text-look.ts';

export const fakeFont: FontMeasure = {
  ascent: 8,
  descent: 2,
  measure: ({ text }) => {
    const width = Array.from(text).length * 10;
    return { width, inkLeft: 0, inkRight: width, inkTop: 8, inkBottom: 2 };
  },
};

export const plainLook: TextLook = {
  family: 'Sans',
  sizePx: 10,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isStruckOut: false,
  colour: '#ffffffff',
  background: '#00000000',
  alignment: 'left',
  lineSpacing: 1,
};
