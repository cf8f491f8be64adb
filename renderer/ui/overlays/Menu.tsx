/** A menu behind a button (ARIA menu button, by Radix). */
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { useFloatingLayer } from './floating-layer.ts';
import { keepField, MenuEntries } from './MenuEntries.tsx';
import type { MenuItem } from './MenuEntries.tsx';
import css from './Menu.module.css';

export function Menu({
  trigger,
  items,
  onOpenChange,
}: {
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}) {
  const container = useFloatingLayer();
  return (
    <DropdownMenu.Root modal={false} {...(onOpenChange && { onOpenChange })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal {...(container === undefined ? {} : { container })}>
        <DropdownMenu.Content
          className={css['menu']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={keepField}
        >
          <MenuEntries kit={DropdownMenu} items={items} container={container} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
