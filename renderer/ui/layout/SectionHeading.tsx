/** The small heading over a part of a column, with what can be done to it at the end. */
import type { ReactNode } from 'react';
import css from './SectionHeading.module.css';

export function SectionHeading({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={css['heading']}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
