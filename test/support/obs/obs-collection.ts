/** Scene collections as OBS writes them, of one scene: what tests give to OBS and to Upcast's reader. */

/** A source of a collection, and where its item stands. */
export interface ObsSource {
  readonly name: string;
  /** OBS's kind: `xshm_input`, `image_source` … */
  readonly id: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What differs from an item in the top left corner in its own size. */
  readonly item?: Readonly<Record<string, unknown>>;
}

const SCENE = 'Scene';

/** Sources from back to front; those without a picture, too, as OBS counts a microphone among a scene's items. */
export function obsCollection(sources: readonly ObsSource[]): object {
  const items = sources.map(({ name, item }, index) => ({ ...plainItem(name, index + 1), ...item }));
  return {
    current_scene: SCENE,
    current_program_scene: SCENE,
    scene_order: [{ name: SCENE }],
    name: 'test',
    sources: [
      ...sources.map(({ name, id, settings }) => ({ name, id, versioned_id: id, settings, mixers: 255 })),
      {
        ...{ name: SCENE, id: 'scene', versioned_id: 'scene', mixers: 0 },
        settings: { id_counter: items.length, custom_size: false, items },
      },
    ],
    groups: [],
    transitions: [],
    current_transition: 'Cut',
    transition_duration: 300,
  };
}

function plainItem(name: string, id: number): object {
  return {
    ...{ name, id, visible: true, locked: false, rot: 0, align: 5 },
    ...{ pos: { x: 0, y: 0 }, scale: { x: 1, y: 1 } },
    ...{ bounds_type: 0, bounds_align: 0, bounds: { x: 0, y: 0 } },
    ...{ crop_left: 0, crop_top: 0, crop_right: 0, crop_bottom: 0 },
    ...{ scale_filter: 'disable', blend_method: 'default', blend_type: 'normal', private_settings: {} },
  };
}
