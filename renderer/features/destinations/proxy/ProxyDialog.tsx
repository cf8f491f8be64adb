/** The proxy for all destinations without a choice of their own, in the secret room. */
import { useState } from 'react';
import type { FormEvent } from 'react';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { parseProxyUrl } from '../../../../shared/proxy/proxy.ts';
import type { Settings } from '../../../../shared/settings/settings.ts';
import type { Client } from '../../../state/client.ts';
import { describeError } from '../../../errors/error-text.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import css from '../form/DestinationDialog.module.css';
import { ProxyFields, isSameAsSaved } from './ProxyFields.tsx';
import type { ProxyDraft } from './ProxyFields.tsx';

export interface ProxyDialogProps {
  readonly settings: Settings;
  readonly client: Client;
  readonly onClose: (isSaved: boolean) => void;
}

export function ProxyDialog({ settings, client, onClose }: ProxyDialogProps) {
  const { proxy: saved, hasProxyPassword } = settings;
  const [draft, setDraft] = useState<ProxyDraft>({
    proxyUrl: saved?.url ?? '',
    proxyUsername: saved?.username ?? '',
    proxyPassword: '',
  });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isSaving, setIsSaving] = useState(false);

  const save = async () => {
    const url = draft.proxyUrl.trim();
    const username = draft.proxyUsername.trim();
    setIsSaving(true);
    try {
      if (url !== '') parseProxyUrl(url);
      const { isSaved } = await client.invoke('proxy:save', {
        proxy: url === '' ? { mode: 'none' } : { mode: 'own', url, ...(username === '' ? {} : { username }) },
        password: draft.proxyPassword === '' ? undefined : draft.proxyPassword,
      });
      if (isSaved) return onClose(true);
    } catch (cause) {
      const { title, action } = describeError(toAppError(cause).toRecord());
      setProblem(`${title} ${action}`);
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
      title="Proxy for all destinations"
      description="Servers on this computer, and destinations with a choice of their own, don’t use it."
      onClose={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form="proxy-form" disabled={isSaving}>
            {isSaving ? 'Saving…' : 'Save'}
          </Button>
        </>
      }
    >
      <form id="proxy-form" className={css['form']} onSubmit={submit} noValidate>
        <ProxyFields
          draft={draft}
          error={problem}
          hint="SOCKS5 or HTTP. Leave it empty to connect directly. On rtmp:// connections the proxy can read the stream key."
          isPasswordSaved={hasProxyPassword === true && isSameAsSaved(draft, saved)}
          onChange={(patch) => {
            setDraft((before) => ({ ...before, ...patch }));
            setProblem(undefined);
          }}
        />
      </form>
    </Dialog>
  );
}
