/** How large a picture is once filters changed it. */
import type { Size } from '../transform.ts';
import type { FilterSettings } from './filter.ts';

export interface EnabledSettings {
  readonly isEnabled: boolean;
  readonly settings: FilterSettings;
}

export function filteredSize(size: Size, filters: readonly EnabledSettings[] = []): Size {
  const { width, height } = filteredArea(size, filters);
  return { width, height };
}

/** The part of a picture that its filters leave. */
export function filteredArea({ width, height }: Size, filters: readonly EnabledSettings[]): CropArea {
  return filters.reduce<CropArea>(
    (before, { isEnabled, settings }) => {
      if (!isEnabled) return before;
      if (settings.kind === 'crop') {
        const area = cropArea(settings, before);
        return { ...area, x: before.x + area.x, y: before.y + area.y };
      }
      if (settings.kind !== 'scroll') return before;
      return {
        ...before,
        width: settings.width ?? before.width,
        height: settings.height ?? before.height,
      };
    },
    { x: 0, y: 0, width, height },
  );
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
