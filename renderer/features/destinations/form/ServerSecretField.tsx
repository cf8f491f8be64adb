/** The secret rest of a server's address: there only where an address has one. A saved one goes with its address. */
import { Button } from '../../../ui/controls/Button.tsx';
import { REMOVED } from './draft.ts';
import type { SecretPart } from './draft.ts';
import { SecretField } from './SecretField.tsx';
import { texts } from '../../../../shared/text/text.ts';
import css from './DestinationDialog.module.css';

export interface ServerSecretFieldProps {
  readonly label: string;
  /** One is saved for the address that was there when the form was opened. */
  readonly isSaved: boolean;
  readonly isSameAddress: boolean;
  readonly value: SecretPart;
  readonly error: string | undefined;
  readonly hasKeychain: boolean;
  readonly onChange: (value: SecretPart) => void;
}

export function ServerSecretField(props: ServerSecretFieldProps) {
  const { label, isSaved, isSameAddress, value, error, hasKeychain, onChange } = props;
  if (value === REMOVED) {
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
  if (!isSaved && value === '') return undefined;
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
        <Button variant="link" onClick={() => onChange(REMOVED)}>
          {texts.destinationForm.removeSecretPart}
        </Button>
      ) : undefined}
    </div>
  );
}
