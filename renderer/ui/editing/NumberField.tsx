/**
 * A small field for a number (ARIA spinbutton): what is typed counts at once, the arrow keys step by 1, with Shift by 10. What is
 * changed from the focus to the blur is one gesture.
 */
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { readNumber, stepNumber, writeNumber } from './number-text.ts';
import { useGesture } from './use-gesture.ts';
import { classNames } from '../class-names.ts';
import css from './editing.module.css';
import { hasCommandKey, keyName } from '../keyboard/shortcut-keys.ts';

export interface NumberFieldProps {
  /** Stands in the field, before the number; nothing where another label is beside. */
  readonly label: string;
  /** The accessible name, where the label is too short to be one. */
  readonly name?: string;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Of an arrow key; 1 unless said. */
  readonly step?: number;
  /** Places after the point; none unless said. */
  readonly decimals?: number;
  readonly isDisabled?: boolean;
  readonly onChange: (value: number, gestureId: string) => void;
}

const steps: ReadonlyMap<string, number> = new Map([
  ['ArrowUp', 1],
  ['ArrowDown', -1],
  ['PageUp', 10],
  ['PageDown', -10],
]);

export function NumberField(props: NumberFieldProps) {
  const {
    label,
    name = label,
    unit,
    value,
    min,
    max,
    step = 1,
    decimals = 0,
    isDisabled = false,
    onChange,
  } = props;
  const range = { min, max, decimals };
  /** What is typed, until the field is left. */
  const [draft, setDraft] = useState<string>();
  const gesture = useGesture();
  const inputId = useId();
  const shown = draft ?? writeNumber(value, range);
  const isBad = readNumber(shown, range) === undefined;
  const type = (text: string) => {
    setDraft(text);
    const typed = readNumber(text, range);
    if (typed !== undefined) onChange(typed, gesture.id());
  };
  const forget = () => {
    setDraft(undefined);
    gesture.begin();
  };
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const direction = steps.get(event.key);
    if (direction !== undefined && !event.altKey) {
      event.preventDefault();
      const from = readNumber(shown, range) ?? value;
      type(writeNumber(stepNumber(from, direction * step * (event.shiftKey ? 10 : 1), range), range));
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      forget();
      event.currentTarget.select();
    }
    // The window's own undo and redo show in the field.
    else if (hasCommandKey(event) && ['Z', 'Y'].includes(keyName(event))) forget();
  };
  return (
    <div className={classNames(css['box'], isBad && css['bad'])} data-disabled={isDisabled}>
      {label === '' ? undefined : (
        <label htmlFor={inputId} className={css['label']}>
          {label}
        </label>
      )}
      <input
        id={inputId}
        className={css['number']}
        role="spinbutton"
        inputMode="decimal"
        autoComplete="off"
        aria-label={name}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuetext={`${writeNumber(value, range)} ${unit}`}
        aria-invalid={isBad}
        disabled={isDisabled}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          gesture.begin();
          event.target.select();
        }}
        onBlur={() => setDraft(undefined)}
        onKeyDown={handleKey}
      />
      <span className={css['unit']} aria-hidden>
        {unit}
      </span>
    </div>
  );
}
