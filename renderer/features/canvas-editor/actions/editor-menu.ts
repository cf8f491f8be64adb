/** The menu of a right click on the picture: what can be copied and pasted, then what the list of sources offers as well. */
import type { Item, Scene } from '../../../../shared/studio/document-schema.ts';
import type { Services } from '../../../state/services.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import { itemMenu } from '../../sources/index.ts';
import type { Clipboard } from './clipboard.ts';
import type { EditorAction } from './editor-keys.ts';
import { texts } from '../../../../shared/text/text.ts';

export function editorMenu(
  services: Services,
  scene: Scene,
  clipboard: Clipboard,
  selected: readonly Item[],
  run: (action: EditorAction) => void,
): readonly MenuItem[] {
  const entry = (type: 'copy' | 'paste' | 'copyTransform' | 'pasteTransform', isDisabled: boolean) => ({
    label: texts.canvasEditor[type],
    shortcut: texts.canvasEditor.shortcuts[type],
    isDisabled,
    onSelect: () => run({ type }),
  });
  const paste = entry('paste', clipboard.items.length === 0);
  if (selected.length === 0) return clipboard.items.length === 0 ? [] : [paste];
  const isLocked = selected.every((item) => item.isLocked);
  return [
    entry('copy', false),
    paste,
    entry('copyTransform', false),
    entry('pasteTransform', clipboard.transform === undefined || isLocked),
    'line',
    ...itemMenu({ services, scene, items: selected }),
  ];
}
