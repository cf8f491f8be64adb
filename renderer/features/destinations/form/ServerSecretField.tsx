/** The secret rest of a server's address: there only where an address has one. A saved one goes with its address. */
import { Button } from '../../../ui/controls/Button.tsx';
import { SecretField } from './SecretField.tsx';
import css from './DestinationDialog.module.css';

export interface ServerSecretFieldProps {
  readonly label: string;
  /** One is saved for the address that was there when the form was opened. */
  readonly isSaved: boolean;
  readonly isSameAddress: boolean;
  /** Null: the saved one is to be taken away. */
  readonly value: string | null;
  readonly error: string | undefined;
  readonly hasKeychain: boolean;
  readonly onChange: (value: string | null) => void;
}

export function ServerSecretField(props: ServerSecretFieldProps) {
  const { label, isSaved, isSameAddress, value, error, hasKeychain, onChange } = props;
  if (value === null) {
    return (
      <p className={css['moved']} role="status">
        The secret part of the address is removed when you save.
        <Button variant="link" onClick={() => onChange('')}>
          Keep it
        </Button>
      </p>
    );
  }
  if (isSaved && !isSameAddress && value === '') {
    return (
      <p className={css['moved']} role="status">
        The secret part that was saved belongs to the old address and goes with it when you save. Paste the
        whole address if the new one has such a part too.
      </p>
    );
  }
  if (!isSaved && value === '') return null;
  const kept = hasKeychain
    ? 'Kept in the system’s keychain, never in a file.'
    : 'This computer has no keychain: it is kept until Upcast ends.';
  return (
    <div>
      <SecretField
        label={label}
        isSaved={isSaved}
        value={value}
        error={error}
        hint={`The rest of the address, sent when connecting. ${kept}`}
        onChange={onChange}
      />
      {isSaved && value === '' ? (
        <Button variant="link" onClick={() => onChange(null)}>
          Remove the secret part
        </Button>
      ) : null}
    </div>
  );
}
