/** A list with a box before each: which of them. */
import type { ReactNode } from 'react';
import css from './CheckList.module.css';

export interface CheckListItem {
  readonly name: string;
  readonly note: string;
  readonly marks?: ReactNode;
}

export interface CheckListProps {
  readonly label: string;
  readonly items: readonly CheckListItem[];
  /** Places in `items`. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

export function CheckList({ label, items, chosen, onChange }: CheckListProps) {
  const toggle = (index: number) =>
    onChange(
      chosen.includes(index)
        ? chosen.filter((each) => each !== index)
        : [...chosen, index].toSorted((a, b) => a - b),
    );
  return (
    <ul className={css['list']} aria-label={label}>
      {items.map((item, index) => (
        <li key={`${index} ${item.name}`}>
          <label className={css['row']}>
            <input
              type="checkbox"
              className={css['box']}
              checked={chosen.includes(index)}
              onChange={() => toggle(index)}
            />
            <span className={css['text']}>
              <span className={css['name']}>{item.name}</span>
              <span className={css['note']}>{item.note}</span>
            </span>
            {item.marks}
          </label>
        </li>
      ))}
    </ul>
  );
}
