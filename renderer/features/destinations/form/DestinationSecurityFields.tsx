/** What goes beyond address and key: one more authority, a pinned certificate, the way out of this computer. */
import { SelectField, FieldRow, TextAreaField, TextField } from '../../../ui/controls/Field.tsx';
import type { DestinationDraft, DraftProblems } from './draft.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './DestinationDialog.module.css';

export interface DestinationSecurityFieldsProps {
  readonly draft: DestinationDraft;
  readonly problems: DraftProblems;
  readonly onChange: (patch: Partial<DestinationDraft>) => void;
}

export function DestinationSecurityFields({ draft, problems, onChange }: DestinationSecurityFieldsProps) {
  const hasProblem = problems.extraAuthorityPem !== undefined || problems.pinnedSha256 !== undefined;
  return (
    <details className={css['more']} {...(hasProblem ? { open: true } : {})}>
      <summary>{texts.destinationForm.security}</summary>
      <FieldRow>
        <SelectField
          label={texts.destinationForm.minimumTls}
          value={draft.minimumVersion}
          onChange={(event) =>
            onChange({ minimumVersion: event.target.value === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2' })
          }
        >
          <option value="TLSv1.2">{texts.destinationForm.tls12}</option>
          <option value="TLSv1.3">{texts.destinationForm.tls13}</option>
        </SelectField>
        <TextField
          label={texts.destinationForm.localAddress}
          placeholder={texts.destinationForm.localAddressPlaceholder}
          value={draft.localAddress}
          onChange={(event) => onChange({ localAddress: event.target.value })}
        />
      </FieldRow>
      <TextAreaField
        label={texts.destinationForm.authority}
        placeholder={texts.destinationForm.authorityPlaceholder}
        hint={texts.destinationForm.authorityHint}
        value={draft.extraAuthorityPem}
        error={problems.extraAuthorityPem}
        onChange={(event) => onChange({ extraAuthorityPem: event.target.value })}
      />
      <TextField
        label={texts.destinationForm.pin}
        hint={texts.destinationForm.pinHint}
        value={draft.pinnedSha256}
        error={problems.pinnedSha256}
        onChange={(event) => onChange({ pinnedSha256: event.target.value })}
      />
    </details>
  );
}
