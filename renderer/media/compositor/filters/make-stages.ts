/** Filters of the studio document as what works on pictures. Those that change each colour by itself, in a row, are one stage. */
import { missingCase } from '../../../../shared/assert.ts';
import type { Filter } from '../../../../shared/studio/document-schema.ts';
import type { FilterSettings, SettingsOf } from '../../../../shared/studio/filters/filter.ts';
import { readColour } from '../../stills/colour.ts';
import type { PlaneMemory } from '../memory.ts';
import { Blur } from './blur.ts';
import { ChromaKey } from './chroma-key.ts';
import { blended, correct, keyColour, keyLuma, tint } from './colour-functions.ts';
import { ColourMap } from './colour-map.ts';
import type { ColourFunction } from './colour-map.ts';
import { Crop } from './crop.ts';
import { ImageMask } from './image-mask.ts';
import type { MaskImage } from './image-mask.ts';
import { AlphaKeeper } from './picture-filter.ts';
import type { PictureFilter } from './picture-filter.ts';
import { RenderDelay } from './render-delay.ts';
import { Scroll } from './scroll.ts';
import { Sharpen } from './sharpen.ts';

/** What a filter's file holds. */
export type FilterContent =
  | { readonly kind: 'mask'; readonly image: MaskImage }
  | { readonly kind: 'lut'; readonly lut: ColourFunction };

export interface FilterContents {
  /** Another number whenever any content is another. */
  readonly revision: number;
  get(filterId: string): FilterContent | undefined;
}

export interface StagePlan {
  /** Two stages of the same key do the same. */
  readonly key: string;
  make(memory: PlaneMemory): PictureFilter;
}

/** A filter either changes colours, or makes a stage of its own, or nothing. */
type Part =
  { readonly colours: readonly ColourFunction[] } | { readonly stages: readonly StagePlan['make'][] };

export function planStages(filters: readonly Filter[], contents: FilterContents): readonly StagePlan[] {
  const plans: StagePlan[] = [];
  let colours: ColourFunction[] = [];
  let keys: unknown[] = [];
  const closeColours = (): void => {
    if (colours.length === 0) return;
    const functions = colours;
    plans.push({
      key: JSON.stringify(keys),
      make: (memory) => new AlphaKeeper(memory, new ColourMap(memory, functions)),
    });
    colours = [];
    keys = [];
  };
  for (const { id, settings, isEnabled } of filters) {
    if (!isEnabled) continue;
    const content = contents.get(id);
    const key = [id, settings, content === undefined ? 0 : contents.revision];
    const part = partOf(settings, content);
    if ('colours' in part) {
      colours.push(...part.colours);
      keys.push(key);
      continue;
    }
    closeColours();
    part.stages.forEach((make, index) => plans.push({ key: JSON.stringify([key, index]), make }));
  }
  closeColours();
  return plans;
}

const NEUTRAL = { gamma: 0, contrast: 0, brightness: 0, saturation: 0, hueShift: 0, opacity: 1 };

function partOf(settings: FilterSettings, content: FilterContent | undefined): Part {
  switch (settings.kind) {
    case 'crop':
      return { stages: [(memory) => new Crop(memory, settings)] };
    case 'colourCorrection': {
      const { kind: _kind, multiply, add, ...correction } = settings;
      return { colours: [correct(correction), tint(channelsOf(multiply), channelsOf(add))] };
    }
    case 'chromaKey':
      return { stages: chromaKeyStages(settings) };
    case 'colourKey': {
      const { colour, similarity, smoothness } = settings;
      const [red, green, blue] = channelsOf(colour);
      const key = { similarity: similarity / 1000, smoothness: smoothness / 1000 };
      return { colours: [keyColour({ colour: [red, green, blue], ...key }), correct(lightOf(settings))] };
    }
    case 'lumaKey': {
      const { least, leastSmoothness, most, mostSmoothness } = settings;
      const smoothness = { darkSmoothness: leastSmoothness, brightSmoothness: mostSmoothness };
      return { colours: [keyLuma({ darkest: least, brightest: most, ...smoothness })] };
    }
    case 'mask':
      return {
        stages: content?.kind === 'mask' ? [(memory) => new ImageMask(memory, settings, content.image)] : [],
      };
    case 'lut':
      return { colours: content?.kind === 'lut' ? [blended(content.lut, settings.amount)] : [] };
    case 'sharpen':
      return { stages: [(memory) => new AlphaKeeper(memory, new Sharpen(memory, settings.sharpness))] };
    case 'blur':
      return { stages: [(memory) => new Blur(memory, settings)] };
    case 'scroll':
      return { stages: [(memory) => new Scroll(memory, settings)] };
    case 'delay':
      return { stages: [(memory) => new RenderDelay(memory, settings.delayMs)] };
    default:
      return missingCase(settings);
  }
}

function chromaKeyStages(settings: SettingsOf<'chromaKey'>): readonly StagePlan['make'][] {
  const { similarity, smoothness, spill } = settings;
  const key = {
    ...chromaOf(settings.colour),
    ...{ similarity: similarity / 1000, smoothness: smoothness / 1000, spill: spill / 1000 },
  };
  const light = lightOf(settings);
  const isPlain = Object.entries(NEUTRAL).every(
    ([name, value]) => light[name as keyof typeof light] === value,
  );
  const keyed: StagePlan['make'] = (memory) => new AlphaKeeper(memory, new ChromaKey(memory, key));
  return isPlain
    ? [keyed]
    : [keyed, (memory) => new AlphaKeeper(memory, new ColourMap(memory, [correct(light)]))];
}

function lightOf({ gamma, contrast, brightness, opacity }: SettingsOf<'chromaKey' | 'colourKey'>) {
  return { ...NEUTRAL, gamma, contrast, brightness, opacity };
}

/** 0 to 1. */
function channelsOf(colour: string): readonly [number, number, number] {
  const { red, green, blue } = readColour(colour);
  return [red / 255, green / 255, blue / 255];
}

/** BT.709-6 §3, limited range. */
function chromaOf(colour: string): { readonly cb: number; readonly cr: number } {
  const [red, green, blue] = channelsOf(colour);
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return {
    cb: Math.round(128 + (112 * (blue - luma)) / (1 - 0.0722)),
    cr: Math.round(128 + (112 * (red - luma)) / (1 - 0.2126)),
  };
}
