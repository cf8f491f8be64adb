/** A button that is only an icon: its name is spoken and shown as a tooltip, with its shortcut where it has one. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Tooltip } from '../overlays/Tooltip.tsx';
import { shownKeys } from '../keyboard/shortcut-keys.ts';
import { classNames } from '../class-names.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  readonly label: string;
  readonly shortcut?: string;
  readonly icon: ReactNode;
}

export function IconButton({ label, shortcut, icon, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={shortcut === undefined ? label : texts.common.withShortcut(label, shownKeys(shortcut))}>
      <button type="button" aria-label={label} className={classNames(css['button'], className)} {...rest}>
        {icon}
      </button>
    </Tooltip>
  );
}
