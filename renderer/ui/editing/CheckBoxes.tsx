/** Several of a few (ARIA group of check boxes). */
import css from './CheckBoxes.module.css';

export interface CheckBoxesProps<T extends string | number> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly values: readonly T[];
  /** In the options' order. */
  readonly onChange: (values: readonly T[]) => void;
}

export function CheckBoxes<T extends string | number>({
  label,
  options,
  values,
  onChange,
}: CheckBoxesProps<T>) {
  return (
    <div role="group" aria-label={label} className={css['boxes']}>
      {options.map((option) => (
        <label key={option.value} className={css['box']}>
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={({ target }) =>
              onChange(
                options
                  .map(({ value }) => value)
                  .filter((value) => (value === option.value ? target.checked : values.includes(value))),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
