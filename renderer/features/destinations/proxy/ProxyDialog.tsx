/** The proxy for all destinations without a choice of their own, in the secret frame. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { parseProxyUrl } from '../../../../shared/proxy/proxy.ts';
import type { DestinationProxy } from '../../../../shared/proxy/proxy-schema.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { Client } from '../../../state/client.ts';
import { describeError, titleAndAction } from '../../../../shared/text/error-text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { SelectField } from '../../../ui/controls/Field.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import css from '../form/DestinationDialog.module.css';
import { ProxyFields, isSameAsSaved } from './ProxyFields.tsx';
import type { ProxyDraft } from './ProxyFields.tsx';
import { proxyModes } from './proxy-choice.ts';
import type { ProxyMode } from './proxy-choice.ts';
import { texts } from '../../../../shared/text/text.ts';

export interface ProxyDialogProps {
  readonly settings: Settings;
  readonly client: Client;
  readonly onClose: (isSaved: boolean) => void;
}

export function ProxyDialog({ settings, client, onClose }: ProxyDialogProps) {
  const { proxy, hasProxyPassword } = settings;
  const saved = proxy?.mode === 'own' ? proxy : undefined;
  // Whoever opens the form without a proxy wants to enter one.
  const [mode, setMode] = useState<ProxyMode>(proxy?.mode ?? 'own');
  const [draft, setDraft] = useState<ProxyDraft>({
    proxyUrl: saved?.url ?? '',
    proxyUsername: saved?.username ?? '',
    proxyPassword: '',
  });
  const [problem, setProblem] = useState<string>();
  const [isSaving, setIsSaving] = useState(false);

  const save = async () => {
    setIsSaving(true);
    try {
      const choice = choiceOf(mode, draft);
      const isTyped = choice.mode === 'own' && draft.proxyPassword !== '';
      const { isSaved } = await client.invoke('proxy:save', {
        proxy: choice,
        password: isTyped ? draft.proxyPassword : undefined,
      });
      if (isSaved) return onClose(true);
    } catch (cause) {
      const error = toAppError(cause).toRecord();
      const text = describeError(error);
      // The advice for a bad address is on servers.
      setProblem(error.code === 'input/bad-url' ? text.title : titleAndAction(text));
    }
    setIsSaving(false);
    return undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <Dialog
      title={texts.proxy.title}
      description={texts.proxy.description}
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{texts.common.cancel}</Button>
          <Button variant="primary" type="submit" form="proxy-form" disabled={isSaving}>
            {isSaving ? texts.common.saving : texts.common.save}
          </Button>
        </>
      }
    >
      <form id="proxy-form" className={css['form']} onSubmit={submit} noValidate>
        <SelectField
          label={texts.proxy.mode}
          value={mode}
          hint={mode === 'system' ? texts.proxy.systemHint : undefined}
          error={mode === 'own' ? undefined : problem}
          onChange={(event) => {
            setMode(proxyModes.find((each) => each === event.target.value) ?? 'none');
            setProblem(undefined);
          }}
        >
          {proxyModes.map((each) => (
            <option key={each} value={each}>
              {texts.proxy.modes[each]}
            </option>
          ))}
        </SelectField>
        {mode === 'own' ? (
          <ProxyFields
            draft={draft}
            error={problem}
            hint={texts.proxy.allHint}
            isPasswordSaved={hasProxyPassword === true && isSameAsSaved(draft, saved)}
            onChange={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setProblem(undefined);
            }}
          />
        ) : undefined}
      </form>
    </Dialog>
  );
}

/** @throws AppError `input/bad-url`. */
function choiceOf(mode: ProxyMode, { proxyUrl, proxyUsername }: ProxyDraft): DestinationProxy {
  if (mode !== 'own') return { mode };
  const url = proxyUrl.trim();
  const username = proxyUsername.trim();
  parseProxyUrl(url);
  return { mode, url, ...(username === '' ? {} : { username }) };
}
