/** Service, name and published server of a destination, with what the service says about itself. */
import type { Service } from '../../../../shared/destinations/service.ts';
import { MAX_NAME_LENGTH } from '../../../../shared/destinations/name.ts';
import { FieldRow, SelectField, TextField } from '../../../ui/controls/Field.tsx';
import { CUSTOM_SERVICE } from './draft.ts';
import type { DestinationDraft, DraftProblems } from './draft.ts';
import { fillForService, serviceGroups } from './service-fields.ts';
import { describeServer, describeService } from '../../../../shared/text/service-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './DestinationDialog.module.css';

export interface ServiceFieldsProps {
  readonly draft: DestinationDraft;
  readonly problems: DraftProblems;
  readonly service: Service | undefined;
  readonly onChange: (patch: Partial<DestinationDraft>) => void;
}

export function ServiceFields({ draft, problems, service, onChange }: ServiceFieldsProps) {
  const notes = describeService(service)?.notes;
  return (
    <>
      <FieldRow>
        <SelectField
          label={texts.destinationForm.service}
          value={draft.serviceId}
          onChange={(event) => onChange(fillForService(draft, event.target.value))}
        >
          <option value={CUSTOM_SERVICE}>{texts.destinationForm.customService}</option>
          {serviceGroups().map((group) => (
            <optgroup key={group.title} label={group.title}>
              {group.services.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          label={texts.destinationForm.name}
          placeholder={texts.destinationForm.namePlaceholder}
          maxLength={MAX_NAME_LENGTH}
          value={draft.name}
          error={problems.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </FieldRow>
      {service === undefined || notes === undefined ? undefined : (
        <ul className={css['serviceNotes']} aria-label={texts.destinationForm.aboutService(service.name)}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {service !== undefined && service.servers.length > 1 ? (
        <SelectField
          label={texts.destinationForm.ingestServer}
          value={draft.url}
          onChange={(event) => onChange({ url: event.target.value })}
        >
          {service.servers.map((server) => (
            <option key={server.url} value={server.url}>
              {describeServer(server)}
            </option>
          ))}
          {service.servers.some((server) => server.url === draft.url) ? undefined : (
            <option value={draft.url}>{texts.destinationForm.otherServer}</option>
          )}
        </SelectField>
      ) : undefined}
    </>
  );
}
