/** Labelled inputs of forms: text, choice, switch in a row. The label is the accessible name. */
import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { Switch } from './Switch.tsx';
import { classNames } from '../class-names.ts';
import css from './Field.module.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Unit after the input, e.g. `kbit/s`. */
  readonly unit?: string;
  /** A control at the end of the input. */
  readonly trailing?: ReactNode;
}

interface FrameProps extends FieldProps {
  readonly children: ReactNode;
  readonly inputId: string;
  readonly noteId: string;
}

function Frame({ label, hint, error, unit, trailing, children, inputId, noteId }: FrameProps) {
  return (
    <div className={css['field']}>
      <label htmlFor={inputId} className={css['label']}>
        {label}
      </label>
      <div className={classNames(css['box'], error !== undefined && css['bad'])}>
        {children}
        {unit === undefined ? undefined : <span className={css['unit']}>{unit}</span>}
        {trailing}
      </div>
      {error !== undefined || hint !== undefined ? (
        <p id={noteId} className={error === undefined ? css['hint'] : css['error']}>
          {error ?? hint}
        </p>
      ) : undefined}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  unit,
  trailing,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const inputId = useId();
  const noteId = useId();
  const frame = { label, hint, error, trailing, inputId, noteId, ...(unit === undefined ? {} : { unit }) };
  return (
    <Frame {...frame}>
      <input
        id={inputId}
        aria-describedby={noteId}
        aria-invalid={error !== undefined}
        className={css['input']}
        spellCheck={false}
        autoComplete="off"
        {...input}
      />
    </Frame>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  ...input
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const inputId = useId();
  const noteId = useId();
  return (
    <Frame {...{ label, hint, error, inputId, noteId }}>
      <textarea
        id={inputId}
        aria-describedby={noteId}
        className={classNames(css['input'], css['area'])}
        spellCheck={false}
        {...input}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement>) {
  const inputId = useId();
  const noteId = useId();
  return (
    <Frame {...{ label, hint, error, inputId, noteId }}>
      <select id={inputId} aria-describedby={noteId} className={css['input']} {...select}>
        {children}
      </select>
    </Frame>
  );
}

export interface SwitchFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function SwitchField({ label, hint, isOn, onChange }: SwitchFieldProps) {
  return (
    <div className={css['switchRow']}>
      <div>
        <div className={css['switchLabel']}>{label}</div>
        {hint === undefined ? undefined : <p className={css['hint']}>{hint}</p>}
      </div>
      <Switch label={label} isOn={isOn} onChange={onChange} />
    </div>
  );
}

/** Two or three fields beside each other. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={css['row']}>{children}</div>;
}
