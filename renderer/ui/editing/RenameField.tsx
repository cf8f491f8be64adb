/** A name that is edited in its place: Enter and leaving the field keep it, Escape doesn't. */
import { useRef } from 'react';
import css from './editing.module.css';

export interface RenameFieldProps {
  readonly label: string;
  readonly name: string;
  /** Without a name the old one stays. By key the focus goes back to where the field was. */
  readonly onDone: (name: string | undefined, isByKey: boolean) => void;
}

const MAX_LENGTH = 100;

export function RenameField({ label, name, onDone }: RenameFieldProps) {
  const isDone = useRef(false);
  const finish = (typed: string | undefined, isByKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const wanted = typed?.trim();
    onDone(wanted === undefined || wanted === '' || wanted === name ? undefined : wanted, isByKey);
  };
  return (
    <input
      className={css['rename']}
      aria-label={label}
      defaultValue={name}
      maxLength={MAX_LENGTH}
      autoComplete="off"
      spellCheck={false}
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => finish(event.target.value, false)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value, true);
        else if (event.key === 'Escape') finish(undefined, true);
      }}
    />
  );
}
