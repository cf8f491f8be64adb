/** How large a picture is once filters changed it. */
import type { Size } from '../transform.ts';
import type { FilterSettings } from './filter.ts';

export interface EnabledSettings {
  readonly isEnabled: boolean;
  readonly settings: FilterSettings;
}

export function filteredSize(size: Size, filters: readonly EnabledSettings[] = []): Size {
  return filters.reduce((before, { isEnabled, settings }) => {
    if (!isEnabled) return before;
    if (settings.kind === 'crop') {
      const { width, height } = cropArea(settings, before);
      return { width, height };
    }
    if (settings.kind !== 'scroll') return before;
    return { width: settings.width ?? before.width, height: settings.height ?? before.height };
  }, size);
}

export interface CropArea extends Size {
  /** Of the picture; below 0 outside. */
  readonly x: number;
  readonly y: number;
}

/** The part of a picture that a crop leaves: one pixel at least. */
export function cropArea(
  { left, top, right, bottom, size }: Extract<FilterSettings, { kind: 'crop' }>,
  { width, height }: Size,
): CropArea {
  if (size !== undefined) return { x: left, y: top, ...size };
  return {
    ...{ x: left, y: top },
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  };
}
