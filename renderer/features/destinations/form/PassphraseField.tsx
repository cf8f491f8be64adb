/** A passphrase as it is typed, never shown. */
import { TextField } from '../../../ui/controls/Field.tsx';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ label, hint, error, value, onChange }: PassphraseFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      maxLength={1024}
      value={value}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
