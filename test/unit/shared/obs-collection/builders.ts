/** Builds collections as OBS writes them: members and defaults of the file, one object at a time. */
import type { JsonObject, JsonValue } from '../../../../shared/obs-collection/json/parse-json.ts';

type Json = Record<string, JsonValue>;

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

export const FULL_HD: CanvasSize = { width: 1920, height: 1080 };

/** As OBS 31 writes a source; older files lack some of it. */
export function source(kind: string, name: string, settings: JsonObject = {}, more: JsonObject = {}): Json {
  return {
    prev_ver: 520_093_699,
    name,
    uuid: `uuid-${name}`,
    id: kind.replace(/_v\d$/, ''),
    versioned_id: kind,
    settings,
    mixers: 255,
    sync: 0,
    flags: 0,
    volume: 1,
    balance: 0.5,
    enabled: true,
    muted: false,
    'push-to-mute': false,
    'push-to-mute-delay': 0,
    'push-to-talk': false,
    'push-to-talk-delay': 0,
    hotkeys: {},
    deinterlace_mode: 0,
    deinterlace_field_order: 0,
    monitoring_type: 0,
    private_settings: {},
    ...more,
  };
}

export function scene(name: string, items: readonly JsonObject[], more: JsonObject = {}): Json {
  const settings = { id_counter: items.length, custom_size: false, items };
  return source('scene', name, settings, more);
}

export function group(name: string, size: CanvasSize, items: readonly JsonObject[]): Json {
  const settings = { id_counter: items.length, custom_size: true, cx: size.width, cy: size.height, items };
  return source('group', name, settings);
}

const placed = {
  visible: true,
  locked: false,
  rot: 0,
  align: 5,
  bounds_type: 0,
  bounds_align: 0,
  bounds_crop: false,
  crop_left: 0,
  crop_top: 0,
  crop_right: 0,
  crop_bottom: 0,
  scale_filter: 'disable',
  blend_method: 'default',
  blend_type: 'normal',
  show_transition: { duration: 0 },
  hide_transition: { duration: 0 },
  private_settings: {},
};

/** An item of version 1: pixels alone. */
export function item(name: string, more: JsonObject = {}): Json {
  return {
    name,
    source_uuid: `uuid-${name}`,
    ...placed,
    pos: { x: 0, y: 0 },
    scale: { x: 1, y: 1 },
    bounds: { x: 0, y: 0 },
    ...more,
  };
}

interface Absolute {
  readonly pos: { readonly x: number; readonly y: number };
  readonly scale: { readonly x: number; readonly y: number };
  readonly bounds: { readonly x: number; readonly y: number };
}

/** The same with the relative values that OBS 31 writes beside, for the canvas that it was on. */
export function relativeItem(
  name: string,
  canvas: CanvasSize,
  absolute: Absolute,
  more: JsonObject = {},
): Json {
  const { width, height } = canvas;
  const { pos, scale, bounds } = absolute;
  return item(name, {
    ...{ pos, scale, bounds },
    pos_rel: { x: (2 * pos.x - width) / height, y: (2 * pos.y) / height - 1 },
    scale_rel: scale,
    scale_ref: { x: width, y: height },
    bounds_rel: { x: (2 * bounds.x) / height, y: (2 * bounds.y) / height },
    ...more,
  });
}

interface Members {
  readonly sources: readonly JsonObject[];
  readonly groups?: readonly JsonObject[];
  readonly [name: string]: JsonValue | undefined;
}

/** A file of version 2 on a canvas of 1920 by 1080, unless `members` say otherwise. */
export function collection({ sources, ...members }: Members): string {
  const scenes = sources.filter(({ id }) => id === 'scene').map(({ name }) => ({ name: name ?? '' }));
  return JSON.stringify({
    ...{ name: 'Show', version: 2, resolution: { x: 1920, y: 1080 }, sources, groups: [] },
    ...{ scene_order: scenes, current_scene: scenes[0]?.name, current_program_scene: scenes[0]?.name },
    ...{ transitions: [], current_transition: 'Fade', transition_duration: 300 },
    ...{ quick_transitions: [], saved_projectors: [], preview_locked: false, modules: {} },
    ...members,
  });
}

/** A file of before OBS 31. */
export function oldCollection({ sources, ...members }: Members): string {
  return collection({ sources, version: undefined, resolution: undefined, ...members });
}
