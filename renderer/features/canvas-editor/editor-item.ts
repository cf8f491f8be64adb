/** The items of a scene as the editor shows them, with what was changed and is not in the document yet. Pure. */
import type { Item, Scene, Source } from '../../../shared/studio/document-schema.ts';
import { boxOf } from '../../../shared/studio/geometry/edit-transform.ts';
import type { ItemBox } from '../../../shared/studio/geometry/edit-transform.ts';
import type { Matrix } from '../../../shared/studio/geometry/placement.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import type { Transform } from '../../../shared/studio/transform-schema.ts';

export interface EditorItem extends Item {
  /** Of the source. */
  readonly name: string;
  /** Of the source's picture. */
  readonly size: Size;
  readonly box: ItemBox;
}

export interface EditorScene {
  readonly scene: Scene;
  readonly canvas: Size;
  readonly sources: readonly Source[];
  /** Of the sources' pictures, by source. */
  readonly sizes: ReadonlyMap<string, Size>;
  /** Where the scene is a group that another one shows. */
  readonly group?: OpenGroup | undefined;
}

/** A group whose items are edited where they show. */
export interface OpenGroup {
  readonly name: string;
  /** From the group's pixels to those of the canvas. */
  readonly matrix: Matrix;
  readonly toGroup: Matrix;
  /** What the group's own handles enclose, in its pixels. */
  readonly frame: ItemBox;
  readonly isLocked: boolean;
}

/** Transforms on their way to the document, by item. */
export type Draft = Readonly<Record<string, Transform>>;

/** From back to front. An item whose size nobody knows yet is left out, unless its bounds say how large it is. */
export function editorItems(
  { scene, canvas, sources, sizes, group }: EditorScene,
  draft: Draft,
): EditorItem[] {
  return scene.items.flatMap((item) => {
    const transform = draft[item.id] ?? item.transform;
    const known = sizes.get(item.sourceId);
    if (known === undefined && transform.bounds.type === 'none') return [];
    const size = known ?? canvas;
    const name = sources.find(({ id }) => id === item.sourceId)?.name ?? '';
    const isLocked = item.isLocked || group?.isLocked === true;
    return [{ ...item, isLocked, transform, name, size, box: boxOf(transform, size, canvas) }];
  });
}

/** What a click may choose. */
export function isClickable({ isVisible, isLocked }: Item): boolean {
  return isVisible && !isLocked;
}
