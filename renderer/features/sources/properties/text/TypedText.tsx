/** A field for words: what is typed counts at once, and is one gesture from the focus to the blur. */
import { useId, useState } from 'react';
import { useGesture } from '../../../../ui/editing/use-gesture.ts';
import css from '../properties.module.css';

export interface TypedTextProps {
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly onChange: (value: string, gestureId: string) => void;
}

export function TypedText({ label, value, isLong = false, onChange }: TypedTextProps) {
  const [draft, setDraft] = useState<string>();
  const gesture = useGesture();
  const inputId = useId();
  const field = {
    id: inputId,
    className: isLong ? css['area'] : css['input'],
    value: draft ?? value,
    spellCheck: isLong,
    onFocus: () => gesture.begin(),
    onBlur: () => setDraft(undefined),
    onChange: ({ target }: { target: { value: string } }) => {
      setDraft(target.value);
      onChange(target.value, gesture.id());
    },
  };
  return (
    <div className={css['typed']}>
      <label htmlFor={inputId} className={css['label']}>
        {label}
      </label>
      {isLong ? <textarea {...field} rows={2} maxLength={10_000} /> : undefined}
      {isLong ? undefined : <input {...field} maxLength={200} autoComplete="off" />}
    </div>
  );
}
