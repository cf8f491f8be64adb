/** The one push button. `live` is for what starts or ends a stream and nothing else. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import css from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` unless said: a bordered button. `link` looks like text. */
  readonly variant?: 'plain' | 'primary' | 'live' | 'link' | 'danger';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: ReactNode;
}

export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" className={classNames(css['button'], css[variant], css[size], className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}
