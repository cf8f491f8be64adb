/** The menu beside the name of an upright strip. */
import { Ellipsis } from 'lucide-react';
import { IconButton } from '../../../ui/controls/IconButton.tsx';
import { Menu } from '../../../ui/overlays/Menu.tsx';
import type { MenuItem } from '../../../ui/overlays/MenuEntries.tsx';
import css from './upright.module.css';

export interface StripMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onOpenChange?: (isOpen: boolean) => void;
}

export function StripMenu({ label, items, onOpenChange }: StripMenuProps) {
  return (
    <Menu
      trigger={
        <IconButton
          data-more
          className={css['more']}
          label={label}
          icon={<Ellipsis size={16} aria-hidden />}
        />
      }
      items={items}
      onOpenChange={onOpenChange}
    />
  );
}
