/** What a screen reader says of an item and of its changes. Pure. */
import { isSameData } from '../../../shared/is-same-data.ts';
import { extentOf } from '../../../shared/studio/geometry/edit-transform.ts';
import type { Size } from '../../../shared/studio/transform.ts';
import { placeOf } from '../sources/index.ts';
import type { EditorItem } from './editor-item.ts';
import { texts } from '../../../shared/text/text.ts';

/** "Camera, 346 by 195, bottom right, visible". */
export function describeItem(
  { name, transform, size, isVisible, isLocked }: EditorItem,
  canvas: Size,
): string {
  const place = placeOf(transform, size, canvas);
  const { width, height } = place;
  const where = texts.items.places[place.name];
  return texts.items.spoken({ name, width, height, place: where, isVisible, isLocked, state: undefined });
}

/** Empty where nothing changed that can be seen. */
export function describeChange(before: EditorItem, after: EditorItem): string {
  const { name } = after;
  const { canvasEditor } = texts;
  const [from, to] = [before.transform, after.transform];
  if (from.rotation !== to.rotation) return canvasEditor.turned(name, Math.round(to.rotation));
  const [width, height] = [Math.round(after.box.width), Math.round(after.box.height)];
  if (!isSameData(from.crop, to.crop)) return canvasEditor.cropped(name, width, height);
  const isSameSize = before.box.width === after.box.width && before.box.height === after.box.height;
  if (!isSameSize) return canvasEditor.resized(name, width, height);
  const { left, top } = extentOf(after.box);
  if (before.box.x === after.box.x && before.box.y === after.box.y) return '';
  return canvasEditor.moved(name, Math.round(left), Math.round(top));
}
