/** A secret as it is typed: masked, and shown only while this much of it is new. A saved one never comes back. */
import { useState } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { TextField } from '../../../ui/controls/Field.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './SecretField.module.css';

export interface SecretFieldProps {
  readonly label: string;
  readonly isSaved: boolean;
  readonly value: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export function SecretField({ label, isSaved, value, hint, error, onChange }: SecretFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      label={label}
      type={isShown && value !== '' ? 'text' : 'password'}
      placeholder={isSaved ? texts.destinationForm.saved : ''}
      value={value}
      hint={hint}
      error={error}
      maxLength={4096}
      autoComplete="new-password"
      onChange={(event) => onChange(event.target.value)}
      trailing={
        value === '' ? undefined : (
          <button
            type="button"
            className={css['eye']}
            aria-label={isShown ? texts.destinationForm.hide : texts.destinationForm.show}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
          </button>
        )
      }
    />
  );
}
