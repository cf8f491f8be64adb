/** One of a few, side by side (ARIA radio group or toggle group, by Radix). */
import { ToggleGroup } from 'radix-ui';
import css from './Segmented.module.css';

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** `undefined` only where `canClear`. */
  readonly onChange: (value: T | undefined) => void;
  /** Pressing the chosen one again chooses nothing. */
  readonly canClear?: boolean;
}

export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  canClear = false,
}: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      className={css['group']}
      aria-label={label}
      value={value ?? ''}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
        else if (canClear) onChange(undefined);
      }}
    >
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} value={option.value} className={css['item']}>
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
