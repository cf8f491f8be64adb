/** How an item of OBS lies over others, beside its place. Pure. */
import { blendModes, scaleFilters } from '../../studio/filters/look.ts';
import type { Item } from '../../studio/document-schema.ts';
import type { ObsItem } from '../collection.ts';

/** The nearest that Upcast has of OBS's scale filters. */
const NEAREST: ReadonlyMap<string, string> = new Map([['lanczos', 'bicubic']]);

export function toLook({
  blendMode,
  scaleFilter,
}: Pick<ObsItem, 'blendMode' | 'scaleFilter'>): Pick<Item, 'blendMode' | 'scaleFilter'> {
  const mode = blendModes.find((each) => each === blendMode && each !== 'normal');
  const filter = scaleFilters.find((each) => each === (NEAREST.get(scaleFilter) ?? scaleFilter));
  return { ...(mode && { blendMode: mode }), ...(filter && { scaleFilter: filter }) };
}

/** Whether another scale filter stands in. */
export function isOtherScaleFilter({ scaleFilter }: Pick<ObsItem, 'scaleFilter'>): boolean {
  return NEAREST.has(scaleFilter);
}
