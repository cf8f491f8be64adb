/** A number of a dialog: its label at the left, its field at the right. */
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { NumberField } from '../../ui/editing/NumberField.tsx';
import type { NumberFieldProps } from '../../ui/editing/NumberField.tsx';
import { LabelRow } from './LabelRow.tsx';
import css from './NumberRow.module.css';

export interface NumberRowProps extends Omit<NumberFieldProps, 'name'> {
  /** The field has more room, for a longer unit. */
  readonly isWide?: boolean;
  /** Between the label and the field. */
  readonly children?: ReactNode;
}

export function NumberRow({ label, isWide = false, children, ...number }: NumberRowProps) {
  return (
    <LabelRow label={label}>
      {children}
      <div className={classNames(css['number'], isWide && css['wide'])}>
        <NumberField {...number} label="" name={label} />
      </div>
    </LabelRow>
  );
}
