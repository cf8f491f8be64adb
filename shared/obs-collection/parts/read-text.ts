/** Reads a text source of either kind: FreeType's, and that of Windows (GDI+). Pure. */
import { flagAt, numberAt, objectAt, textAt, wholeNumberAt } from '../json/fields.ts';
import type { JsonObject } from '../json/parse-json.ts';
import type { ObsFont, ObsText } from '../collection.ts';

/** A screen of text; a chat log is a file. */
const MAX_TEXT_LENGTH = 10_000;
const MAX_PIXELS = 16_384;
const BLACK = '#000000ff';
const CLEAR = '#00000000';
/** FreeType sources draw both in black, at distances of their own. */
const FREETYPE_OUTLINE_WIDTH = 2;
const FREETYPE_SHADOW_OFFSET = 4;
/** A narrower width counts as none. */
const LEAST_FREETYPE_WIDTH = 100;

const BOLD = 1;
const ITALIC = 2;
const UNDERLINE = 4;
const STRIKE_OUT = 8;
/** Degrees of a gradient from top to bottom. */
const DOWNWARD = 90;

const letterCases = ['asIs', 'upper', 'lower', 'start'] as const;

export function readFreetypeText(settings: JsonObject): ObsText {
  const width = pixelsAt(settings, 'custom_width');
  const isWrapped = flagAt(settings, 'word_wrap');
  return {
    ...textFrom(settings, 'from_file', 'text_file', 'log'),
    font: readFont(settings),
    colour: colourAt(settings, 'color1'),
    secondColour: colourAt(settings, 'color2'),
    gradientAngle: DOWNWARD,
    background: CLEAR,
    outline: flagAt(settings, 'outline') ? { colour: BLACK, width: FREETYPE_OUTLINE_WIDTH } : undefined,
    shadow: flagAt(settings, 'drop_shadow') ? { colour: BLACK, offset: FREETYPE_SHADOW_OFFSET } : undefined,
    box: width >= LEAST_FREETYPE_WIDTH ? { width, height: 0, isWrapped } : undefined,
    align: 'left',
    verticalAlign: 'top',
    letterCase: 'asIs',
    isVertical: false,
  };
}

export function readGdiplusText(settings: JsonObject): ObsText {
  const colour = colourAt(settings, 'color', 'opacity');
  const box = { width: pixelsAt(settings, 'extents_cx'), height: pixelsAt(settings, 'extents_cy') };
  const outlineWidth = pixelsAt(settings, 'outline_size');
  const align = textAt(settings, 'align');
  const verticalAlign = textAt(settings, 'valign');
  return {
    ...textFrom(settings, 'read_from_file', 'file', 'chatlog'),
    font: readFont(settings),
    colour,
    secondColour: flagAt(settings, 'gradient')
      ? colourAt(settings, 'gradient_color', 'gradient_opacity')
      : colour,
    gradientAngle: numberAt(settings, 'gradient_dir', { least: 0, most: 360, otherwise: DOWNWARD }),
    background: colourAt(settings, 'bk_color', 'bk_opacity'),
    outline:
      flagAt(settings, 'outline') && outlineWidth > 0
        ? { colour: colourAt(settings, 'outline_color', 'outline_opacity'), width: outlineWidth }
        : undefined,
    shadow: undefined,
    box: flagAt(settings, 'extents') ? { ...box, isWrapped: flagAt(settings, 'extents_wrap') } : undefined,
    align: align === 'center' ? 'centre' : align === 'right' ? 'right' : 'left',
    verticalAlign: verticalAlign === 'center' ? 'centre' : verticalAlign === 'bottom' ? 'bottom' : 'top',
    letterCase:
      letterCases[wholeNumberAt(settings, 'transform', { least: 0, most: 3, otherwise: 0 })] ?? 'asIs',
    isVertical: flagAt(settings, 'vertical'),
  };
}

function textFrom(
  settings: JsonObject,
  isFileName: string,
  pathName: string,
  log: 'log' | 'chatlog',
): Pick<ObsText, 'text' | 'file'> {
  const isLog = flagAt(settings, log === 'log' ? 'log_mode' : 'chatlog');
  const lines = wholeNumberAt(settings, `${log}_lines`, { least: 1, most: 1000, otherwise: 6 });
  const path = textAt(settings, pathName);
  const isFile = flagAt(settings, isFileName) && path !== '';
  return {
    text: textAt(settings, 'text', MAX_TEXT_LENGTH),
    file: isFile ? { path, isLog, lines } : undefined,
  };
}

function readFont(settings: JsonObject): ObsFont {
  const font = objectAt(settings, 'font');
  const style = textAt(font, 'style', 100);
  const flags = wholeNumberAt(font, 'flags', { least: 0, most: 0xffff, otherwise: 0 });
  return {
    family: textAt(font, 'face', 200),
    style,
    size: wholeNumberAt(font, 'size', { least: 1, most: 4096, otherwise: 256 }),
    isBold: (flags & BOLD) !== 0 || /\b(?:bold|black|heavy)\b/i.test(style),
    isItalic: (flags & ITALIC) !== 0 || /\b(?:italic|oblique)\b/i.test(style),
    isUnderlined: (flags & UNDERLINE) !== 0,
    isStruckOut: (flags & STRIKE_OUT) !== 0,
  };
}

/**
 * OBS's 0xAABBGGRR as `#rrggbbaa`.
 * @param opacityName of the setting that holds the opacity, 0 to 100, where it is not in the colour.
 */
export function colourAt(settings: JsonObject, name: string, opacityName?: string): string {
  const value = wholeNumberAt(settings, name, { least: -(2 ** 31), most: 2 ** 32 - 1, otherwise: 0 }) >>> 0;
  const opacity =
    opacityName === undefined
      ? value >>> 24
      : Math.floor(
          (wholeNumberAt(settings, opacityName, { least: 0, most: 100, otherwise: 100 }) * 255) / 100,
        );
  return `#${[value, value >>> 8, value >>> 16, opacity].map(hexByte).join('')}`;
}

function hexByte(value: number): string {
  return (value & 0xff).toString(16).padStart(2, '0');
}

function pixelsAt(settings: JsonObject, name: string): number {
  return wholeNumberAt(settings, name, { least: 0, most: MAX_PIXELS, otherwise: 0 });
}
