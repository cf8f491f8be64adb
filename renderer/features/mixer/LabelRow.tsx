/** A label at the left of a dialog's row, what is set at the right. Fields in the row have names of their own. */
import type { ReactNode } from 'react';
import css from './LabelRow.module.css';

export interface LabelRowProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function LabelRow({ label, children }: LabelRowProps) {
  return (
    <div className={css['row']}>
      <span className={css['label']} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
