/** The remote control's token, in the secret frame: a script in the window can't read it. */
import { useEffect, useState } from 'react';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { Client } from '../../state/client.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './SettingsDialog.module.css';

export interface TokenDialogProps {
  readonly client: Client;
  readonly onClose: () => void;
}

export function TokenDialog({ client, onClose }: TokenDialogProps) {
  const [token, setToken] = useState('');
  const [outcome, setOutcome] = useState('');
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (cause) {
      setOutcome(titleAndAction(describeError(toAppError(cause).toRecord())));
    }
  };
  useEffect(() => {
    void attempt(async () => setToken(await client.invoke('remote:showToken')));
  }, [client]);
  const copy = async () => {
    await client.invoke('remote:copyToken');
    setOutcome(texts.remoteToken.copied);
  };
  return (
    <Dialog
      title={texts.remoteToken.title}
      description={texts.remoteToken.description}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void attempt(copy)}>{texts.remoteToken.copy}</Button>
          <Button variant="primary" data-autofocus onClick={onClose}>
            {texts.remoteToken.close}
          </Button>
        </>
      }
    >
      <code className={css['token']}>{token}</code>
      <p className={css['note']} role="status">
        {outcome}
      </p>
    </Dialog>
  );
}
