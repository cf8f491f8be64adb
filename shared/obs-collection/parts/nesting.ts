/** Scenes within scenes: an item by which a scene would contain itself, or too many levels of others, is cut out. Pure. */
import type { ObsGroup, ObsItem, ObsScene } from '../collection.ts';
import type { Reading } from './reading.ts';

/** Each level is a picture of its own. */
const MAX_NESTING = 16;

interface Nested {
  readonly scenes: readonly ObsScene[];
  readonly groups: readonly ObsGroup[];
}

export function withoutCycles(
  scenes: readonly ObsScene[],
  groups: readonly ObsGroup[],
  reading: Reading,
): Nested {
  const search = new CycleSearch([...scenes, ...groups], reading);
  const cleaned = <T extends ObsScene | ObsGroup>(scene: T): T => {
    const items = scene.items.filter((item) => !search.cut.has(item));
    return items.length === scene.items.length ? scene : { ...scene, items };
  };
  return { scenes: scenes.map(cleaned), groups: groups.map(cleaned) };
}

/** Depth first, each scene once: what it costs grows with the number of items. */
class CycleSearch {
  readonly cut = new Set<ObsItem>();
  private readonly byKey: ReadonlyMap<string, ObsScene | ObsGroup>;
  /** Levels below a scene, itself included. */
  private readonly heights = new Map<string, number>();
  private readonly path = new Set<string>();

  constructor(
    all: readonly (ObsScene | ObsGroup)[],
    private readonly reading: Reading,
  ) {
    this.byKey = new Map(all.map((each) => [each.key, each]));
    for (const each of all) this.visit(each);
  }

  private visit(scene: ObsScene | ObsGroup): number {
    const known = this.heights.get(scene.key);
    if (known !== undefined) return known;
    this.path.add(scene.key);
    let height = 1;
    for (const item of scene.items) {
      const child = this.byKey.get(item.sourceKey);
      if (child === undefined) continue;
      if (this.path.has(child.key)) this.cutOut(item, scene, child, 'cycle');
      else if (this.path.size + this.depthOf(child) > MAX_NESTING) this.cutOut(item, scene, child, 'tooDeep');
      else height = Math.max(height, 1 + this.visit(child));
    }
    this.path.delete(scene.key);
    this.heights.set(scene.key, height);
    return height;
  }

  private depthOf(scene: ObsScene | ObsGroup): number {
    return this.heights.get(scene.key) ?? 1;
  }

  private cutOut(
    item: ObsItem,
    scene: ObsScene | ObsGroup,
    child: ObsScene | ObsGroup,
    reason: 'cycle' | 'tooDeep',
  ): void {
    this.cut.add(item);
    this.reading.note({
      subject: 'item',
      name: child.name,
      kind: child.kind,
      taken: 'not',
      reason,
      details: { scene: scene.name },
    });
  }
}
