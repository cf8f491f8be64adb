/** Filters that an item can stand in for: a crop, and a colour correction of nothing but opacity. Pure. */
import { flagAt, numberAt } from '../json/fields.ts';
import { NO_CROP } from '../../studio/transform.ts';
import type { Transform } from '../../studio/transform.ts';
import type { ObsFilter } from '../collection.ts';

const MAX_FILTER_CROP = 8192;
/** Version 1 writes 0 to 100, version 2 writes 0 to 1. */
const PERCENT_KIND = 'color_filter';
const WHITE = 0xff_ff_ff;
const corrections = ['gamma', 'contrast', 'brightness', 'saturation', 'hue_shift', 'color_add'];

export interface FoldedFilters {
  readonly crop: Transform['crop'];
  readonly opacity: number;
  /** Those that are in neither. */
  readonly left: readonly ObsFilter[];
}

export function foldFilters(filters: readonly ObsFilter[]): FoldedFilters {
  let folded: FoldedFilters = { crop: NO_CROP, opacity: 1, left: [] };
  for (const filter of filters) folded = foldFilter(folded, filter);
  return folded;
}

function foldFilter(folded: FoldedFilters, filter: ObsFilter): FoldedFilters {
  const { crop, opacity, left } = folded;
  const more = filter.isEnabled ? cropOf(filter) : undefined;
  if (more !== undefined)
    return {
      opacity,
      left,
      crop: {
        left: crop.left + more.left,
        top: crop.top + more.top,
        right: crop.right + more.right,
        bottom: crop.bottom + more.bottom,
      },
    };
  const factor = filter.isEnabled ? opacityOf(filter) : undefined;
  return factor === undefined
    ? { crop, opacity, left: [...left, filter] }
    : { crop, opacity: opacity * factor, left };
}

/** Undefined for one that cuts to a size, or adds to a side. */
function cropOf({ family, settings }: ObsFilter): Transform['crop'] | undefined {
  if (family !== 'crop' || !flagAt(settings, 'relative', true)) return undefined;
  const side = (name: string): number =>
    Math.trunc(numberAt(settings, name, { least: -1, most: MAX_FILTER_CROP, otherwise: 0 }));
  const crop = { left: side('left'), top: side('top'), right: side('right'), bottom: side('bottom') };
  return Object.values(crop).some((pixels) => pixels < 0) ? undefined : crop;
}

/** Undefined for one that changes a colour. */
function opacityOf({ family, kind, settings }: ObsFilter): number | undefined {
  if (family !== 'colourCorrection') return undefined;
  const valueOf = (name: string, otherwise: number): number =>
    numberAt(settings, name, { least: -(2 ** 32), most: 2 ** 32, otherwise });
  if (corrections.some((name) => valueOf(name, 0) !== 0)) return undefined;
  if (['color', 'color_multiply'].some((name) => (valueOf(name, WHITE) & WHITE) !== WHITE)) return undefined;
  const opacity = valueOf('opacity', 1) / (kind === PERCENT_KIND ? 100 : 1);
  return Math.min(Math.max(opacity, 0), 1);
}
