/**
 * Adds or edits a destination, in the secret frame. A saved key never comes back here; only what is being typed can be
 * looked at.
 */
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Destination } from '../../../../shared/destinations/destination.ts';
import { findService } from '../../../../shared/destinations/services.ts';
import type { Service } from '../../../../shared/destinations/service.ts';
import { isFlowsAddress, isTlsAddress } from '../../../../shared/destinations/url.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { Client } from '../../../state/client.ts';
import { describeError, titleAndAction } from '../../../../shared/text/error-text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { NamedText } from '../../../ui/layout/NamedText.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { FieldRow, TextField } from '../../../ui/controls/Field.tsx';
import { hasCommandKey, keyName } from '../../../ui/keyboard/shortcut-keys.ts';
import { DestinationProxyFields } from '../proxy/DestinationProxyFields.tsx';
import { BackupFields } from './BackupFields.tsx';
import { DestinationSecurityFields } from './DestinationSecurityFields.tsx';
import { SecretField } from './SecretField.tsx';
import { checkDraft, describeMove, destinationOf, draftOf, readPaste, secretsOfDraft } from './draft.ts';
import type { DestinationDraft, DraftProblems } from './draft.ts';
import { ServerSecretField } from './ServerSecretField.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { fillForUrl } from './service-fields.ts';
import { describeService } from '../../../../shared/text/service-text.ts';
import { texts } from '../../../../shared/text/text.ts';
import css from './DestinationDialog.module.css';

export interface DestinationDialogProps {
  /** Undefined makes a new one. */
  readonly destination: Destination | undefined;
  readonly client: Client;
  /** False: keys are kept for this run only. */
  readonly hasKeychain: boolean;
  readonly onClose: (isSaved: boolean) => void;
}

export function DestinationDialog({ destination, client, hasKeychain, onClose }: DestinationDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(destination));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [refusal, setRefusal] = useState<string>();
  const [beforePaste, setBeforePaste] = useState<DestinationDraft>();
  const [moved, setMoved] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);
  const change = (patch: Partial<DestinationDraft>) => {
    setDraft((before) => ({ ...before, ...patch }));
    setProblems({});
  };
  const service = findService(draft.serviceId);

  /** Takes what was pasted apart into the fields; false when it stays in the address field as it is. */
  const takePaste = (pasted: string, isTyped = false): boolean => {
    // What was typed beside a key is the server; what was pasted may bring a key of its own, which is not to be seen.
    const paste = readPaste(pasted, isTyped && (draft.key !== '' || destination?.hasKey === true));
    if (paste.type === 'plain') return false;
    if (paste.type === 'refused') {
      setProblems({ url: paste.reason });
      return true;
    }
    const { changes } = paste;
    setBeforePaste(draft);
    setMoved(describeMove(changes));
    change({ ...fillForUrl(draft, changes.url ?? ''), ...changes });
    return true;
  };
  const undoPaste = () => {
    // The form before the paste stays remembered: leaving the field does not take the address apart again.
    if (beforePaste !== undefined) setDraft(beforePaste);
    setMoved(undefined);
  };

  const save = async () => {
    const found = checkDraft(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setIsSaving(true);
    setRefusal(undefined);
    try {
      await client.invoke('destination:save', {
        destination: destinationOf(draft, destination, destination?.id ?? crypto.randomUUID()),
        ...secretsOfDraft(draft),
      });
      onClose(true);
    } catch (cause) {
      setRefusal(titleAndAction(describeError(toAppError(cause).toRecord())));
      setIsSaving(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <Dialog
      title={
        <NamedText
          text={
            destination === undefined
              ? texts.destinationForm.addTitle
              : texts.destinationForm.editTitle(destination.name)
          }
          name={destination?.name}
        />
      }
      onClose={() => onClose(false)}
      footer={
        <>
          {refusal === undefined ? undefined : (
            <p className={css['refusal']} role="alert">
              {refusal}
            </p>
          )}
          <Button onClick={() => onClose(false)}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" form="destination-form" disabled={isSaving}>
            {isSaving ? texts.common.saving : texts.common.save}
          </Button>
        </>
      }
    >
      <form id="destination-form" className={css['form']} onSubmit={submit} noValidate>
        <ServiceFields draft={draft} problems={problems} service={service} onChange={change} />
        <TextField
          label={texts.destinationForm.server}
          placeholder={service?.urlHint ?? texts.destinationForm.serverPlaceholder}
          data-autofocus
          value={draft.url}
          error={problems.url}
          hint={describeSecurity(draft.url)}
          onChange={(event) => change({ url: event.target.value, ...fillForUrl(draft, event.target.value) })}
          onPaste={(event) => {
            if (takePaste(event.clipboardData.getData('text'))) event.preventDefault();
          }}
          onKeyDown={(event) => {
            const isUndo = hasCommandKey(event) && !event.shiftKey && keyName(event) === 'Z';
            if (!isUndo || moved === undefined) return;
            event.preventDefault();
            undoPaste();
          }}
          onBlur={() => {
            // Typed by hand, the whole address is taken apart as if it were pasted, once.
            if (beforePaste === undefined) takePaste(draft.url, true);
          }}
        />
        {moved === undefined || beforePaste === undefined ? undefined : (
          <p className={css['moved']} role="status">
            {moved}
            <Button variant="link" onClick={undoPaste}>
              {texts.common.undo}
            </Button>
          </p>
        )}
        <ServerSecretField
          label={texts.destinationForm.secretPart}
          isSaved={destination?.hasServerSecret === true}
          isSameAddress={draft.url.trim() === destination?.url}
          value={draft.serverSecret}
          error={problems.serverSecret}
          hasKeychain={hasKeychain}
          onChange={(serverSecret) => change({ serverSecret })}
        />
        <SecretField
          label={texts.destinationForm.streamKey}
          isSaved={destination?.hasKey === true}
          value={draft.key}
          error={problems.key}
          hint={describeKey(service, hasKeychain)}
          onChange={(key) => change({ key })}
        />
        <BackupFields
          draft={draft}
          problems={problems}
          before={destination}
          hasKeychain={hasKeychain}
          onChange={change}
        />
        <details className={css['more']}>
          <summary>{texts.destinationForm.signIn}</summary>
          <FieldRow>
            <TextField
              label={texts.destinationForm.username}
              value={draft.username}
              onChange={(event) => change({ username: event.target.value })}
            />
            <SecretField
              label={texts.destinationForm.password}
              isSaved={destination?.hasPassword === true}
              value={draft.password}
              error={undefined}
              hint={texts.destinationForm.passwordHint}
              onChange={(password) => change({ password })}
            />
          </FieldRow>
        </details>
        <DestinationSecurityFields draft={draft} problems={problems} onChange={change} />
        <DestinationProxyFields draft={draft} problems={problems} before={destination} onChange={change} />
      </form>
    </Dialog>
  );
}

function describeKey(service: Service | undefined, hasKeychain: boolean): string {
  const described = describeService(service);
  if (described === undefined) return texts.destinationForm.keyHint(hasKeychain);
  const page = service?.keyUrl?.replace('https://', '');
  return texts.destinationForm.serviceKeyHint(described.keyHint, page, hasKeychain);
}

function describeSecurity(url: string): string {
  if (isTlsAddress(url)) return texts.destinationForm.serverEncrypted;
  if (isFlowsAddress(url)) return texts.destinationForm.serverFlows;
  if (/^rtmp/i.test(url.trim())) return texts.destinationForm.serverNotEncrypted;
  return texts.destinationForm.serverHint;
}
