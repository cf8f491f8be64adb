/** Nothing here yet: one sentence and what fixes it. */
import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly text: string;
  readonly children?: ReactNode;
}

export function EmptyState({ icon, text, children }: EmptyStateProps) {
  return (
    <div className={css['empty']}>
      {icon}
      <p>{text}</p>
      {children}
    </div>
  );
}
