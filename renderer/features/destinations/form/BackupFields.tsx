/** The second server of a destination, which gets the same stream key. */
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { splitServerSecret } from '../../../../shared/destinations/server-secret.ts';
import { isBackupWeaker, isTlsAddress } from '../../../../shared/destinations/url.ts';
import { texts } from '../../../../shared/text/text.ts';
import { FieldRow, SelectField, SwitchField, TextField } from '../../../ui/controls/Field.tsx';
import type { DestinationDraft, DraftProblems } from './draft.ts';
import { ServerSecretField } from './ServerSecretField.tsx';
import css from './DestinationDialog.module.css';

export interface BackupFieldsProps {
  readonly draft: DestinationDraft;
  readonly problems: DraftProblems;
  readonly before: Destination | undefined;
  readonly hasKeychain: boolean;
  readonly onChange: (patch: Partial<DestinationDraft>) => void;
}

export function BackupFields({ draft, problems, before, hasKeychain, onChange }: BackupFieldsProps) {
  const hasProblem = problems.backupUrl !== undefined || problems.backupSecret !== undefined;
  return (
    <details className={css['more']} {...(hasProblem ? { open: true } : {})}>
      <summary>{texts.destinationForm.backup}</summary>
      <FieldRow>
        <TextField
          label={texts.destinationForm.backupAddress}
          placeholder={texts.destinationForm.backupPlaceholder}
          value={draft.backupUrl}
          error={problems.backupUrl}
          hint={describeBackup(draft.backupUrl)}
          onChange={(event) => onChange({ backupUrl: event.target.value, mayBackupBePlain: false })}
          onBlur={() => {
            const { url, secret } = splitServerSecret(draft.backupUrl);
            if (secret !== '') onChange({ backupUrl: url, backupSecret: secret });
          }}
        />
        <SelectField
          label={texts.destinationForm.backupMode}
          value={draft.backupMode}
          onChange={(event) => onChange({ backupMode: event.target.value === 'both' ? 'both' : 'failover' })}
        >
          <option value="failover">{texts.destinationForm.backupFailover}</option>
          <option value="both">{texts.destinationForm.backupBoth}</option>
        </SelectField>
      </FieldRow>
      {isBackupWeaker(draft) ? (
        <SwitchField
          label={texts.security.allowPlainBackup}
          hint={texts.security.allowPlainBackupHint}
          isOn={draft.mayBackupBePlain}
          onChange={(mayBackupBePlain) => onChange({ mayBackupBePlain })}
        />
      ) : undefined}
      <ServerSecretField
        label={texts.destinationForm.backupSecretPart}
        isSaved={before?.hasBackupSecret === true}
        isSameAddress={draft.backupUrl.trim() === before?.backupUrl}
        value={draft.backupSecret}
        error={problems.backupSecret}
        hasKeychain={hasKeychain}
        onChange={(backupSecret) => onChange({ backupSecret })}
      />
    </details>
  );
}

function describeBackup(backupUrl: string): string {
  const isPlain = backupUrl.trim() !== '' && !isTlsAddress(backupUrl);
  return isPlain ? texts.security.backupGetsKeyPlain : texts.security.backupGetsKey;
}
