/** What a screen reader is told of an item that was changed in the editor. */
import { useEffect, useRef, useState } from 'react';
import { describeChange } from './describe.ts';
import type { EditorItem } from './editor-item.ts';
import { texts } from '../../../shared/text/text.ts';

export function useAnnouncement(
  items: readonly EditorItem[],
  selectedIds: readonly string[],
  hasFocus: () => boolean,
): string {
  const before = useRef(items);
  const [text, setText] = useState('');
  const count = selectedIds.length;
  useEffect(() => {
    const last = before.current;
    before.current = items;
    if (!hasFocus()) return;
    const id = selectedIds.at(-1);
    const [from, to] = [last, items].map((list) => list.find((item) => item.id === id));
    const said = from === undefined || to === undefined ? '' : describeChange(from, to);
    if (said !== '') setText(said);
  }, [items, selectedIds, hasFocus]);
  useEffect(() => setText(count > 1 ? texts.canvasEditor.selected(count) : ''), [count]);
  return text;
}
