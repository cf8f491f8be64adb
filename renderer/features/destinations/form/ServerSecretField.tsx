/** The secret rest of a server's address: there only where an address has one. A saved one goes with its address. */
import { Button } from '../../../ui/controls/Button.tsx';
import { SecretField } from './SecretField.tsx';
import { texts } from '../../../../shared/text/text.ts';
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
        {texts.destinationForm.secretPartRemoved}
        <Button variant="link" onClick={() => onChange('')}>
          {texts.destinationForm.keepSecretPart}
        </Button>
      </p>
    );
  }
  if (isSaved && !isSameAddress && value === '') {
    return (
      <p className={css['moved']} role="status">
        {texts.destinationForm.secretPartOfOldAddress}
      </p>
    );
  }
  if (!isSaved && value === '') return null;
  return (
    <div>
      <SecretField
        label={label}
        isSaved={isSaved}
        value={value}
        error={error}
        hint={texts.destinationForm.secretPartHint(hasKeychain)}
        onChange={onChange}
      />
      {isSaved && value === '' ? (
        <Button variant="link" onClick={() => onChange(null)}>
          {texts.destinationForm.removeSecretPart}
        </Button>
      ) : null}
    </div>
  );
}
