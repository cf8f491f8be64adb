/** What a source of OBS is made from, as an input of Upcast, and what of the source is lost on the way. Pure. */
import { missingCase } from '../../assert.ts';
import type { TextInput, VideoInput } from '../../studio/inputs.ts';
import { MAX_PAGE_FPS, MAX_PAGE_SIDE } from '../../studio/pages/page-input.ts';
import type { LaterDetails, ObsPage, ObsSource, ObsText } from '../collection.ts';
import type { ReportReason } from '../report.ts';
import type { FoundInput, Loss } from './found-input.ts';
import { pathFault, toMedia } from './to-media.ts';

/** Pixels each way, of the document. */
const MAX_SIDE = 8192;
const MAX_FONT_SIZE = 2000;
const MAX_OUTLINE = 200;
const FALLBACK_FONT = 'sans-serif';
/** An id that no screen and no window has: a chosen one is never taken for another. */
const UNKNOWN_SCREEN = 'screen:obs';
const UNKNOWN_WINDOW = 'window:obs';
/** What OBS calls the first screen, and a screen that nobody chose. */
const FIRST_SCREENS = ['', '0'];

/** Of a source that gives a picture; one that gives only sound is left out here. */
export function toVideoInput({ input, kind }: Pick<ObsSource, 'input' | 'kind'>): FoundInput {
  switch (input.type) {
    case 'colour':
      return whole({ ...input, width: side(input.width), height: side(input.height) });
    case 'image':
      return toImage(input.path);
    case 'media':
      return toMedia(input.media);
    case 'text':
      return toText(input.text);
    case 'camera': {
      const { id, label } = input.device;
      // By its name a device is found again.
      const isFound = label !== '' || id === '';
      return {
        input: { type: 'camera', label: label || undefined },
        loss: isFound ? undefined : { reason: 'chooseDevice', details: { device: id } },
      };
    }
    case 'screen': {
      const { id } = input.device;
      const isFirst = FIRST_SCREENS.includes(id);
      const sourceId = isFirst ? undefined : `${UNKNOWN_SCREEN}:${id}`.slice(0, 512);
      return {
        input: { type: 'screen', sourceId, ...(input.hasSound && { hasSound: true }) },
        loss: isFirst ? undefined : { reason: 'chooseScreen', details: { device: id } },
      };
    }
    case 'window': {
      const title = input.title || undefined;
      const program = input.program || undefined;
      return {
        input: { type: 'screen', sourceId: UNKNOWN_WINDOW, title, program },
        loss: { reason: 'chooseWindow', details: { device: input.title } },
      };
    }
    case 'page':
      return toPage(input.page);
    case 'later':
      return not('kindLater', laterDetails(input.details));
    case 'microphone':
    case 'systemSound':
    case 'applicationSound':
      return not('kindLater', {});
    case 'unknown':
      return not('kindUnknown', { kind });
    default:
      return missingCase(input);
  }
}

function laterDetails({ host, files }: LaterDetails): Loss['details'] {
  return { ...(host === undefined ? {} : { host }), ...(files === undefined ? {} : { files }) };
}

function toImage(path: string): FoundInput {
  const fault = pathFault(path);
  return fault === undefined ? whole({ type: 'image', path }) : not(fault, {});
}

function toPage({ host, width, height, fps, isClosedWhenHidden }: ObsPage): FoundInput {
  const input: VideoInput = {
    ...{ type: 'page', host },
    width: Math.min(width, MAX_PAGE_SIDE),
    height: Math.min(height, MAX_PAGE_SIDE),
    fps: Math.min(fps, MAX_PAGE_FPS),
    whenHidden: isClosedWhenHidden ? 'close' : 'pause',
  };
  return whole(input);
}

function toText(text: ObsText): FoundInput {
  const { font, outline, shadow, box } = text;
  const parts = missingParts(text);
  const input: VideoInput = {
    type: 'text',
    text: inCase(text).slice(0, 10_000),
    family: font.family || FALLBACK_FONT,
    sizePx: Math.min(font.size, MAX_FONT_SIZE),
    isBold: font.isBold,
    isItalic: font.isItalic,
    isUnderlined: font.isUnderlined,
    isStruckOut: font.isStruckOut,
    colour: text.colour,
    background: text.background,
    outline:
      outline === undefined
        ? undefined
        : { widthPx: Math.min(outline.width, MAX_OUTLINE), colour: outline.colour },
    shadow:
      shadow === undefined
        ? undefined
        : { offsetX: shadow.offset, offsetY: shadow.offset, blurPx: 0, colour: shadow.colour },
    alignment: text.align,
    gradient: toGradient(text),
    isVertical: text.isVertical || undefined,
    wrapWidth: box?.isWrapped === true ? side(box.width) : undefined,
    lineSpacing: 1,
  };
  return {
    input,
    loss: parts.length === 0 ? undefined : { reason: 'textParts', details: { parts: parts.join(' ') } },
  };
}

function toGradient({ colour, secondColour, gradientAngle }: ObsText): TextInput['gradient'] {
  if (colour === secondColour) return undefined;
  return {
    angle: gradientAngle,
    stops: [
      { at: 0, colour },
      { at: 1, colour: secondColour },
    ],
  };
}

/** What the text has and Upcast doesn't draw. */
function missingParts({ file, box, verticalAlign }: ObsText): readonly string[] {
  const hasHeight = box !== undefined && box.height > 0;
  return [
    ...(file === undefined ? [] : ['file']),
    ...(box !== undefined && (!box.isWrapped || hasHeight) ? ['box'] : []),
    ...(hasHeight && verticalAlign !== 'top' ? ['verticalAlign'] : []),
  ];
}

function inCase({ text, letterCase }: ObsText): string {
  switch (letterCase) {
    case 'asIs':
      return text;
    case 'upper':
      return text.toUpperCase();
    case 'lower':
      return text.toLowerCase();
    case 'start':
      return text.replaceAll(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase());
  }
}

function whole(input: VideoInput): FoundInput {
  return { input, loss: undefined };
}

function not(reason: ReportReason, details: Loss['details']): FoundInput {
  return { input: undefined, loss: { reason, details } };
}

function side(pixels: number): number {
  return Math.min(Math.max(Math.round(pixels), 1), MAX_SIDE);
}
