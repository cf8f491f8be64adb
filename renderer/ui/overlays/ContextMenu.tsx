/** The menu of a right click, or of the menu key, on an element (by Radix). The child takes a ref and the handlers. */
import { ContextMenu as RadixContextMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { useFloatingLayer } from './floating-layer.ts';
import { keepField, MenuEntries } from './MenuEntries.tsx';
import type { MenuItem } from './MenuEntries.tsx';
import css from './Menu.module.css';

export interface ContextMenuProps {
  readonly items: readonly MenuItem[];
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactElement;
}

export function ContextMenu({ items, onOpenChange, children }: ContextMenuProps) {
  const container = useFloatingLayer();
  return (
    <RadixContextMenu.Root modal={false} {...(onOpenChange && { onOpenChange })}>
      <RadixContextMenu.Trigger asChild>{children}</RadixContextMenu.Trigger>
      <RadixContextMenu.Portal {...(container === undefined ? {} : { container })}>
        <RadixContextMenu.Content className={css['menu']} collisionPadding={8} onCloseAutoFocus={keepField}>
          <MenuEntries kit={RadixContextMenu} items={items} container={container} />
        </RadixContextMenu.Content>
      </RadixContextMenu.Portal>
    </RadixContextMenu.Root>
  );
}
