/** What goes beyond address and key: one more authority, a pinned certificate, the way out of this computer. */
import { SelectField, FieldRow, TextAreaField, TextField } from '../../../ui/controls/Field.tsx';
import type { DestinationDraft, DraftProblems } from './draft.ts';
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
      <summary>Security and network</summary>
      <FieldRow>
        <SelectField
          label="Lowest TLS version"
          value={draft.minimumVersion}
          onChange={(event) =>
            onChange({ minimumVersion: event.target.value === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2' })
          }
        >
          <option value="TLSv1.2">TLS 1.2</option>
          <option value="TLSv1.3">TLS 1.3</option>
        </SelectField>
        <TextField
          label="Send from local address"
          placeholder="The system’s choice"
          value={draft.localAddress}
          onChange={(event) => onChange({ localAddress: event.target.value })}
        />
      </FieldRow>
      <TextAreaField
        label="Certificate authority"
        placeholder="-----BEGIN CERTIFICATE-----"
        hint="For your own server: trusted here besides the system’s authorities."
        value={draft.extraAuthorityPem}
        error={problems.extraAuthorityPem}
        onChange={(event) => onChange({ extraAuthorityPem: event.target.value })}
      />
      <TextField
        label="Pinned certificate, SHA-256"
        hint="Only this certificate is accepted then, and it still has to be valid."
        value={draft.pinnedSha256}
        error={problems.pinnedSha256}
        onChange={(event) => onChange({ pinnedSha256: event.target.value })}
      />
    </details>
  );
}
