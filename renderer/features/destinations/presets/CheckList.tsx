/** A list with a box before each: which of them. */
import type { ReactNode } from 'react';
import css from './CheckList.module.css';

export interface CheckListItem {
  readonly name: string;
  readonly note: string;
  /** What to know before choosing it, one sentence each. */
  readonly warnings?: readonly string[];
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
              <bdi className={css['name']}>{item.name}</bdi>
              <bdi className={css['note']}>{item.note}</bdi>
              {item.warnings?.map((warning) => (
                <bdi className={css['warning']} key={warning}>
                  {warning}
                </bdi>
              ))}
            </span>
            {item.marks}
          </label>
        </li>
      ))}
    </ul>
  );
}
