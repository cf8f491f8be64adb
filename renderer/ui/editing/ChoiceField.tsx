/** A small field for one of several: a list that opens. */
import { useId } from 'react';
import css from './editing.module.css';

export interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  /** The label is for screen readers alone. */
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: T) => void;
}

export function ChoiceField<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  isDisabled = false,
  onChange,
}: ChoiceFieldProps<T>) {
  const inputId = useId();
  return (
    <div className={css['choiceRow']}>
      {isLabelHidden ? undefined : (
        <label htmlFor={inputId} className={css['rowLabel']}>
          {label}
        </label>
      )}
      <select
        id={inputId}
        className={css['choice']}
        aria-label={isLabelHidden ? label : undefined}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => {
          const chosen = options.find((option) => option.value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
