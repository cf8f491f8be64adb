/** The numbers of each kind of filter as sliders: their range, and what one step is. */
import { MAX_BLUR_RADIUS, MAX_DELAY_MS, MAX_SCROLL_SPEED } from '../../../../shared/studio/filters/filter.ts';
import type { FilterKind } from '../../../../shared/studio/filters/filter.ts';
import { texts } from '../../../../shared/text/text.ts';
import type { PlainText, Slider } from './slider.ts';

export interface FilterSlider extends Slider {
  /** What the document's number is multiplied with. */
  readonly factor: number;
}

type SliderName = PlainText<typeof texts.filters>;

function whole(key: SliderName, min: number, max: number, unit = ''): FilterSlider {
  return { key, label: texts.filters[key], unit, min, max, step: 1, decimals: 0, factor: 1 };
}

function fine(key: SliderName, min: number, max: number): FilterSlider {
  return { ...whole(key, min, max), step: 0.01, decimals: 2 };
}

function percent(key: SliderName): FilterSlider {
  return { ...whole(key, 0, 100, texts.filters.percent), factor: 100 };
}

/** Of each kind, in the words of now. */
export function sliders(): Readonly<Record<FilterKind, readonly FilterSlider[]>> {
  const { filters } = texts;
  const light = [fine('contrast', -4, 4), fine('brightness', -1, 1), fine('gamma', -3, 3)];
  const keyed = [percent('opacity'), ...light];
  return {
    crop: [],
    colourCorrection: [
      ...[fine('gamma', -3, 3), fine('contrast', -4, 4), fine('brightness', -1, 1)],
      ...[fine('saturation', -1, 5), whole('hueShift', -180, 180, filters.degrees), percent('opacity')],
    ],
    chromaKey: [
      whole('similarity', 1, 1000),
      whole('smoothness', 1, 1000),
      whole('spill', 1, 1000),
      ...keyed,
    ],
    colourKey: [whole('similarity', 1, 1000), whole('smoothness', 1, 1000), ...keyed],
    lumaKey: [
      ...[fine('most', 0, 1), fine('mostSmoothness', 0, 1)],
      ...[fine('least', 0, 1), fine('leastSmoothness', 0, 1)],
    ],
    mask: [percent('opacity')],
    lut: [percent('amount')],
    sharpen: [fine('sharpness', 0, 1)],
    blur: [whole('radius', 0, MAX_BLUR_RADIUS, filters.pixels)],
    scroll: [
      whole('speedX', -MAX_SCROLL_SPEED, MAX_SCROLL_SPEED, filters.pixelsPerSecond),
      whole('speedY', -MAX_SCROLL_SPEED, MAX_SCROLL_SPEED, filters.pixelsPerSecond),
    ],
    delay: [whole('delayMs', 0, MAX_DELAY_MS, filters.milliseconds)],
  };
}
