/** The menu of the selected items: on a right click in the list, and behind the button over their properties. */
import { groupOf } from '../../../../shared/studio/document.ts';
import { groupTransform } from '../../../../shared/studio/groups/group-frame.ts';
import type { Item, Scene } from '../../../../shared/studio/document-schema.ts';
import {
  centre,
  fitToCanvas,
  flip,
  rotate,
  stretchToCanvas,
} from '../../../../shared/studio/geometry/edit-transform.ts';
import { newTransform } from '../../../../shared/studio/reduce/new-transform.ts';
import { runOrShowError } from '../../../state/services.ts';
import type { Services } from '../../../state/services.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import { itemCommands } from '../item-commands.ts';
import { editedTransitions } from '../item-transitions.ts';
import { texts } from '../../../../shared/text/text.ts';

const edges = ['left', 'right', 'top', 'bottom'] as const;

export interface ItemMenuParts {
  readonly services: Services;
  readonly scene: Scene;
  readonly items: readonly Item[];
  /** Absent where there is no name to edit. */
  readonly onRename?: (item: Item) => void;
}

export function itemMenu({ services, scene, items, onRename }: ItemMenuParts): readonly MenuItem[] {
  const [first] = items;
  if (first === undefined) return [];
  const commands = itemCommands(services, scene);
  const act = (work: Promise<unknown>) => runOrShowError(services, work);
  const { shortcuts } = texts.items;
  const isVisible = items.every((item) => item.isVisible);
  const isLocked = items.every((item) => item.isLocked);
  return [
    ...(onRename === undefined ? [] : [renameEntry(() => onRename(first), items.length > 1)]),
    {
      label: texts.items.duplicate,
      shortcut: shortcuts.duplicate,
      onSelect: () => act(commands.duplicate(items)),
    },
    'line',
    {
      label: isVisible ? texts.items.hideItem : texts.items.showItem,
      onSelect: () => act(commands.setVisible(items, !isVisible)),
    },
    {
      label: isLocked ? texts.items.unlockItem : texts.items.lockItem,
      onSelect: () => act(commands.setLocked(items, !isLocked)),
    },
    {
      label: texts.transitions.menu,
      isDisabled: items.length > 1,
      onSelect: () => editedTransitions.setState({ itemId: first.id }),
    },
    'line',
    groupEntry(services, scene, items),
    { label: texts.items.transform, isDisabled: isLocked, items: transformMenu(services, scene, items) },
    {
      label: texts.items.order,
      isDisabled: scene.items.length < 2,
      items: [
        { label: texts.items.toFront, onSelect: () => act(commands.move(items, 'front')) },
        {
          label: texts.items.forward,
          shortcut: shortcuts.forward,
          onSelect: () => act(commands.move(items, 'forward')),
        },
        {
          label: texts.items.backward,
          shortcut: shortcuts.backward,
          onSelect: () => act(commands.move(items, 'backward')),
        },
        { label: texts.items.toBack, onSelect: () => act(commands.move(items, 'back')) },
      ],
    },
    'line',
    {
      label: texts.items.remove,
      shortcut: shortcuts.remove,
      isDanger: true,
      onSelect: () => act(commands.remove(items)),
    },
  ];
}

/** A group alone is taken apart; anything else becomes one. */
function groupEntry(services: Services, scene: Scene, items: readonly Item[]): MenuItem {
  const { studio } = services.settings.store.getState();
  const commands = itemCommands(services, scene);
  const [first] = items;
  const isGroup = items.length === 1 && first !== undefined && groupOf(studio, first) !== undefined;
  return isGroup
    ? {
        label: texts.items.ungroup,
        shortcut: texts.items.shortcuts.ungroup,
        onSelect: () => runOrShowError(services, commands.ungroup(first)),
      }
    : {
        label: texts.items.makeGroup,
        shortcut: texts.items.shortcuts.group,
        onSelect: () => runOrShowError(services, commands.group(items)),
      };
}

function renameEntry(onSelect: () => void, isDisabled: boolean): MenuItem {
  return { label: texts.items.rename, shortcut: texts.items.shortcuts.rename, isDisabled, onSelect };
}

function transformMenu(services: Services, scene: Scene, items: readonly Item[]): readonly MenuItem[] {
  const commands = itemCommands(services, scene);
  const entry = (label: string, change: Parameters<typeof commands.transform>[1]): MenuItem => ({
    label,
    onSelect: () => runOrShowError(services, commands.transform(items, change)),
  });
  return [
    entry(texts.items.fit, (transform, _source, canvas) => fitToCanvas(transform, canvas)),
    entry(texts.items.stretch, (transform, _source, canvas) => stretchToCanvas(transform, canvas)),
    'line',
    entry(texts.items.centre, (transform, source, canvas) => centre(transform, source, canvas)),
    entry(texts.items.centreHorizontally, (transform, source, canvas) =>
      centre(transform, source, canvas, 'horizontal'),
    ),
    entry(texts.items.centreVertically, (transform, source, canvas) =>
      centre(transform, source, canvas, 'vertical'),
    ),
    'line',
    ...edges.map((edge): MenuItem => ({
      label: texts.items.alignTo[edge],
      onSelect: () => runOrShowError(services, commands.align(items, edge)),
    })),
    'line',
    entry(texts.items.flipHorizontally, (transform, source, canvas) =>
      flip(transform, 'horizontal', source, canvas),
    ),
    entry(texts.items.flipVertically, (transform, source, canvas) =>
      flip(transform, 'vertical', source, canvas),
    ),
    'line',
    entry(texts.items.rotateRight, (transform, source, canvas) => rotate(transform, 90, source, canvas)),
    entry(texts.items.rotateLeft, (transform, source, canvas) => rotate(transform, -90, source, canvas)),
    entry(texts.items.rotateHalf, (transform, source, canvas) => rotate(transform, 180, source, canvas)),
    'line',
    entry(texts.items.reset, (transform, source, canvas, item) => {
      const { studio } = services.settings.store.getState();
      const frame = groupOf(studio, item)?.group;
      if (frame !== undefined) return groupTransform(frame, canvas);
      const found = studio.sources.find(({ id }) => id === item.sourceId);
      return found?.kind === 'video' ? newTransform(found.input, canvas, source) : transform;
    }),
  ];
}
