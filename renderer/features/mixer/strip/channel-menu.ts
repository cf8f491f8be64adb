/** The menu of a channel's strip. */
import { soundFiltersOf } from '../../../../shared/studio/document-schema.ts';
import type { Channel } from '../../../../shared/studio/document-schema.ts';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import { texts } from '../../../../shared/text/text.ts';
import type { ChannelEdits } from './use-channel-edits.ts';

export type ChannelDialogName = 'filters' | 'settings' | 'sync' | 'program';

export interface ChannelMenuParts {
  readonly channel: Channel;
  readonly name: string;
  /** The only one that is shown. */
  readonly isAlone: boolean;
  /** In the document, where the channel can go. */
  readonly places: { readonly left: number | undefined; readonly right: number | undefined };
  readonly edits: ChannelEdits;
  /** What to choose from, where the channel is a microphone or an application. */
  readonly device: MenuItem | undefined;
  /** What can be added, where this is the only strip. */
  readonly additions: readonly MenuItem[];
  readonly copied: { readonly count: number; copy(): void; paste(): void };
  onRename(): void;
  onOpen(dialog: ChannelDialogName): void;
}

export function channelMenu(parts: ChannelMenuParts): readonly MenuItem[] {
  const { channel, name, isAlone, places, edits, device, additions, copied } = parts;
  const { menu, shortcuts } = texts.mixer;
  const filterCount = soundFiltersOf(channel).length;
  return [
    { label: menu.filters, onSelect: () => parts.onOpen('filters') },
    { label: menu.copyFilters(filterCount), isDisabled: filterCount === 0, onSelect: () => copied.copy() },
    {
      label: menu.pasteFilters(copied.count),
      isDisabled: copied.count === 0,
      onSelect: () => copied.paste(),
    },
    'line',
    { label: menu.settings, onSelect: () => parts.onOpen('settings') },
    { label: menu.sync, onSelect: () => parts.onOpen('sync') },
    ...(device === undefined ? [] : [device]),
    'line',
    { label: menu.rename, shortcut: shortcuts.rename, onSelect: () => parts.onRename() },
    ...(isAlone
      ? [
          { label: texts.mixer.addAudio, items: additions },
          { label: menu.program, onSelect: () => parts.onOpen('program') },
        ]
      : [
          moveItem(menu.moveLeft, shortcuts.moveLeft, parts, places.left),
          moveItem(menu.moveRight, shortcuts.moveRight, parts, places.right),
          'line' as const,
          { label: menu.remove, isDanger: true, onSelect: () => edits.remove(channel, name) },
        ]),
  ];
}

function moveItem(
  label: string,
  shortcut: string,
  { channel, edits }: Pick<ChannelMenuParts, 'channel' | 'edits'>,
  index: number | undefined,
): MenuItem {
  return {
    ...{ label, shortcut, isDisabled: index === undefined },
    onSelect: () => index !== undefined && edits.move(channel.id, index),
  };
}
