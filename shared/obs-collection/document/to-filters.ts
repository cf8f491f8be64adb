/** OBS's filters as Upcast's, and what of each is lost on the way. Pure. */
import { flagAt, numberAt, textAt, wholeNumberAt } from '../json/fields.ts';
import type { JsonObject } from '../json/parse-json.ts';
import { colourAt } from '../parts/read-text.ts';
import { isSoundFilter } from './to-sound-filters.ts';
import type { Filter } from '../../studio/document-schema.ts';
import {
  MAX_DELAY_MS,
  MAX_FILTER_PIXELS,
  MAX_FILTERS,
  MAX_SCROLL_SPEED,
  filterDefaults,
} from '../../studio/filters/filter.ts';
import type { FilterSettings } from '../../studio/filters/filter.ts';
import type { ObsFilter } from '../collection.ts';
import type { ReportReason } from '../report.ts';

export interface FoundFilter {
  /** Undefined where the filter is not taken. */
  readonly filter: Filter | undefined;
  readonly loss:
    | { readonly reason: ReportReason; readonly details: Readonly<Record<string, string | number>> }
    | undefined;
}

type Found = FilterSettings | { readonly settings?: FilterSettings; readonly loss: FoundFilter['loss'] };

/** Version 1 writes opacities of 0 to 100, version 2 writes 0 to 1. */
const PERCENT_KINDS = ['color_filter', 'chroma_key_filter', 'color_key_filter', 'mask_filter'];
const WHITE = '#ffffff';
/** What OBS's names of key colours are. */
const keyColours: ReadonlyMap<string, string> = new Map([
  ['green', '#00ff00ff'],
  ['blue', '#0099ffff'],
  ['red', '#ff0000ff'],
  ['magenta', '#ff00ffff'],
]);

/** In the order of their work, each where it comes from. */
export function toFilters(filters: readonly ObsFilter[]): readonly FoundFilter[] {
  return filters.map((filter, index) => {
    if (index >= MAX_FILTERS) return not('tooMany', { maximum: MAX_FILTERS });
    const { key: id, name, isEnabled } = filter;
    const found = settingsOf(filter);
    if ('kind' in found) return { filter: { id, name, isEnabled, settings: found }, loss: undefined };
    const { settings, loss } = found;
    return { filter: settings && { id, name, isEnabled, settings }, loss };
  });
}

/** Only those that were taken. */
export function takenFilters(filters: readonly ObsFilter[]): readonly Filter[] {
  return toFilters(filters).flatMap(({ filter }) => filter ?? []);
}

function settingsOf(filter: ObsFilter): Found {
  const { family, kind, settings } = filter;
  if (isSoundFilter(filter)) return not('filterSilent', {});
  const number = (name: string, least: number, most: number): number =>
    Math.min(
      most,
      Math.max(least, numberAt(settings, name, { least: -(2 ** 32), most: 2 ** 32, otherwise: 0 })),
    );
  const light = {
    gamma: number('gamma', -3, 3),
    contrast: number('contrast', -4, 4),
    brightness: number('brightness', -1, 1),
  };
  const opacity = PERCENT_KINDS.includes(kind) ? number('opacity', 0, 100) / 100 : number('opacity', 0, 1);
  switch (family) {
    case 'crop':
      return cropOf(settings);
    case 'colourCorrection': {
      const isFirst = kind === 'color_filter';
      const multiply = colourAt(settings, isFirst ? 'color' : 'color_multiply');
      return {
        ...{ kind: 'colourCorrection', ...light, opacity },
        ...{ saturation: number('saturation', -1, 5), hueShift: number('hue_shift', -180, 180) },
        multiply: `${multiply.slice(0, 7)}ff`,
        add: isFirst ? '#000000ff' : `${colourAt(settings, 'color_add').slice(0, 7)}ff`,
      };
    }
    case 'chromaKey':
    case 'colourKey': {
      const key = {
        colour: keyColourOf(settings),
        similarity: number('similarity', 1, 1000),
        smoothness: number('smoothness', 1, 1000),
      };
      return family === 'chromaKey'
        ? { kind: 'chromaKey', ...key, spill: number('spill', 1, 1000), opacity, ...light }
        : { kind: 'colourKey', ...key, opacity, ...light };
    }
    case 'lumaKey':
      return {
        kind: 'lumaKey',
        ...{ least: number('luma_min', 0, 1), leastSmoothness: number('luma_min_smooth', 0, 1) },
        ...{ most: number('luma_max', 0, 1), mostSmoothness: number('luma_max_smooth', 0, 1) },
      };
    case 'mask':
      return maskOf(settings, opacity);
    case 'lut':
      return lutOf(settings, number('clut_amount', 0, 1));
    case 'sharpen':
      return { kind: 'sharpen', sharpness: number('sharpness', 0, 1) };
    case 'scroll':
      return scrollOf(settings);
    case 'delay': {
      const wantedMs = Math.round(number('delay_ms', 0, 2 ** 31));
      const taken = { kind: 'delay', delayMs: Math.min(wantedMs, MAX_DELAY_MS) } as const;
      return wantedMs > MAX_DELAY_MS ? partly(taken, 'longDelay') : taken;
    }
    case 'unknown':
      return not('kindUnknown', {});
    default:
      return not('kindLater', {});
  }
}

function cropOf(settings: JsonObject): FilterSettings {
  const pixels = (name: string): number => {
    const bounds = { least: -MAX_FILTER_PIXELS, most: MAX_FILTER_PIXELS, otherwise: 0 };
    return Math.trunc(numberAt(settings, name, bounds));
  };
  const sides = {
    left: pixels('left'),
    top: pixels('top'),
    right: pixels('right'),
    bottom: pixels('bottom'),
  };
  const crop = { kind: 'crop', ...sides } as const;
  if (flagAt(settings, 'relative', true)) return crop;
  return { ...crop, size: { width: Math.max(1, pixels('cx')), height: Math.max(1, pixels('cy')) } };
}

function keyColourOf(settings: JsonObject): string {
  const named = keyColours.get(textAt(settings, 'key_color_type'));
  return named ?? `${colourAt(settings, 'key_color').slice(0, 7)}ff`;
}

function maskOf(settings: JsonObject, opacity: number): Found {
  const by = new Map([
    ['mask_color_filter.effect', 'colour'],
    ['mask_alpha_filter.effect', 'alpha'],
  ] as const).get(textAt(settings, 'type') as 'mask_color_filter.effect');
  if (by === undefined) return not('kindLater', {});
  const file = fileOf(settings);
  if ('loss' in file) return file;
  const isStretched = flagAt(settings, 'stretch');
  const mask = { ...filterDefaults.mask, ...file, by, isStretched, opacity };
  return colourAt(settings, 'color').startsWith(WHITE) ? mask : partly(mask, 'maskColour');
}

function lutOf(settings: JsonObject, amount: number): Found {
  const file = fileOf(settings);
  if ('loss' in file) return file;
  return /\.cube$/i.test(file.path) ? { kind: 'lut', ...file, amount } : not('kindLater', {});
}

function fileOf(settings: JsonObject): { readonly path: string } | { readonly loss: FoundFilter['loss'] } {
  const path = textAt(settings, 'image_path');
  if (/^[\\/]{2}/.test(path)) return not('networkFile', {});
  return /^(?:\/|[A-Za-z]:[\\/])[^\0]+$/.test(path) && path.length <= 4096 ? { path } : not('noFile', {});
}

function scrollOf(settings: JsonObject): FilterSettings {
  const speed = (name: string): number =>
    numberAt(settings, name, { least: -MAX_SCROLL_SPEED, most: MAX_SCROLL_SPEED, otherwise: 0 });
  const side = (name: string): number =>
    wholeNumberAt(settings, name, { least: 1, most: MAX_FILTER_PIXELS, otherwise: 100 });
  return {
    ...{ kind: 'scroll', speedX: speed('speed_x'), speedY: speed('speed_y') },
    isLooping: flagAt(settings, 'loop', true),
    ...(flagAt(settings, 'limit_cx') && { width: side('cx') }),
    ...(flagAt(settings, 'limit_cy') && { height: side('cy') }),
  };
}

function partly(
  settings: FilterSettings,
  part: string,
): { readonly settings: FilterSettings; readonly loss: FoundFilter['loss'] } {
  return { settings, loss: { reason: 'filterParts', details: { parts: part } } };
}

function not(
  reason: ReportReason,
  details: Readonly<Record<string, string | number>>,
): { readonly filter: undefined; readonly loss: FoundFilter['loss'] } {
  return { filter: undefined, loss: { reason, details } };
}
