/** One of a list to choose from, a radio in a row (put a few into an element with role `radiogroup`). */
import type { ReactNode } from 'react';
import css from './ChoiceRow.module.css';

export interface ChoiceRowProps {
  readonly icon: ReactNode;
  readonly label: string;
  /** A word or two at the end of the row. */
  readonly note?: string | undefined;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

export function ChoiceRow({ icon, label, note, isChosen, onChoose }: ChoiceRowProps) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      aria-label={label}
      title={label}
      className={css['row']}
      onClick={onChoose}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        moveFocus(event.currentTarget, step);
      }}
    >
      <span className={css['icon']}>{icon}</span>
      <span className={css['label']}>
        <bdi>{label}</bdi>
      </span>
      {note === undefined ? undefined : <small className={css['note']}>{note}</small>}
    </button>
  );
}

function moveFocus(from: HTMLElement, step: number): void {
  const rows = [...(from.parentElement?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
  rows.at((rows.indexOf(from) + step) % rows.length)?.focus();
}
