/** A menu behind a button (ARIA menu button, by Radix). */
import { DropdownMenu } from 'radix-ui';
import type { ReactElement } from 'react';
import { useFloatingLayer } from './floating-layer.ts';
import { classNames } from '../class-names.ts';
import css from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

export function Menu({
  trigger,
  items,
}: {
  readonly trigger: ReactElement;
  readonly items: readonly MenuItem[];
}) {
  const container = useFloatingLayer();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal {...(container === undefined ? {} : { container })}>
        <DropdownMenu.Content className={css['menu']} align="end" sideOffset={4} collisionPadding={8}>
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              className={classNames(css['item'], item.isDanger === true && css['danger'])}
              disabled={item.isDisabled === true}
              onSelect={item.onSelect}
            >
              {item.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
