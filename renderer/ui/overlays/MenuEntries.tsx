/** What a menu lists, the same behind a button and on a right click: items, submenus and lines between groups. */
import type { DropdownMenu } from 'radix-ui';
import { ChevronRight } from 'lucide-react';
import { shownKeys } from '../keyboard/shortcut-keys.ts';
import { classNames } from '../class-names.ts';
import css from './Menu.module.css';

interface MenuAction {
  readonly label: string;
  /** Shown at the end; whoever owns the shortcut listens to it. */
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
}

interface Submenu {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly items: readonly MenuItem[];
}

/** `line` parts two groups. */
export type MenuItem = MenuAction | Submenu | 'line';

/** The parts of Radix that both kinds of menu have. */
export type MenuKit = Pick<
  typeof DropdownMenu,
  'Item' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>;

/** What was chosen may have opened a field to type in: the focus stays there when the menu closes. */
export function keepField(event: Event): void {
  if (document.activeElement instanceof HTMLInputElement) event.preventDefault();
}

export interface MenuEntriesProps {
  readonly kit: MenuKit;
  readonly items: readonly MenuItem[];
  readonly container: HTMLElement | undefined;
}

export function MenuEntries({ kit, items, container }: MenuEntriesProps) {
  const { Item, Separator, Sub, SubTrigger, SubContent, Portal } = kit;
  return items.map((item, index) => {
    if (item === 'line') return <Separator key={`line-${index}`} className={css['line']} />;
    if ('items' in item)
      return (
        <Sub key={item.label}>
          <SubTrigger className={css['item']} disabled={item.isDisabled === true}>
            <bdi>{item.label}</bdi>
            <ChevronRight size={14} aria-hidden className={css['end']} />
          </SubTrigger>
          <Portal {...(container === undefined ? {} : { container })}>
            <SubContent className={css['menu']} sideOffset={2} collisionPadding={8}>
              <MenuEntries kit={kit} items={item.items} container={container} />
            </SubContent>
          </Portal>
        </Sub>
      );
    const { label, shortcut, isDanger = false, isDisabled = false, onSelect } = item;
    return (
      <Item
        key={`${label}-${index}`}
        className={classNames(css['item'], isDanger && css['danger'])}
        disabled={isDisabled}
        onSelect={onSelect}
      >
        <bdi>{label}</bdi>
        {shortcut === undefined ? undefined : (
          <span className={css['end']} aria-hidden>
            {shownKeys(shortcut)}
          </span>
        )}
      </Item>
    );
  });
}
