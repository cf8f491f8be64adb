/** The remote control: its switch, its port, its token. What is changed here takes effect at once. */
import { useEffect, useState } from 'react';
import { DEFAULT_REMOTE_PORT, remoteSettingsSchema } from '../../../shared/remote/remote-control.ts';
import type { RemoteStatus } from '../../../shared/remote/remote-control.ts';
import { runOrShowError, useServices, useSettings } from '../../state/services.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { FieldRow, SwitchField, TextField } from '../../ui/controls/Field.tsx';
import { SecretFrame } from '../destinations/index.ts';
import { texts } from '../../../shared/text/text.ts';
import css from './SettingsDialog.module.css';

const TOKEN_TASK = { type: 'token' } as const;

export function RemoteFields() {
  const services = useServices();
  const { client, settings, facts, toasts } = services;
  const remote = useSettings((state) => state.remote);
  const status = useRemoteStatus();
  const isOn = remote?.isOn ?? false;
  const [port, setPort] = useState(String(remote?.port ?? DEFAULT_REMOTE_PORT));
  const [isTokenOpen, setIsTokenOpen] = useState(false);
  const checked = remoteSettingsSchema.safeParse({ isOn: !isOn, port: Number(port) });

  const renew = async () => {
    await client.invoke('remote:newToken');
    toasts.show({ tone: 'note', title: texts.remoteSettings.renewed });
  };

  return (
    <>
      <SwitchField
        label={texts.remoteSettings.switch}
        hint={texts.remoteSettings.switchHint}
        isOn={isOn}
        onChange={() => {
          if (checked.success) runOrShowError(services, settings.update({ remote: checked.data }));
        }}
      />
      <FieldRow>
        <TextField
          label={texts.remoteSettings.port}
          inputMode="numeric"
          value={port}
          disabled={isOn}
          hint={isOn ? texts.remoteSettings.portLocked : undefined}
          error={checked.success ? undefined : texts.remoteSettings.badPort}
          onChange={(event) => setPort(event.target.value)}
        />
      </FieldRow>
      <p
        className={status.phase === 'failed' ? css['problem'] : css['note']}
        role={status.phase === 'failed' ? 'alert' : 'status'}
      >
        {describeStatus(status)}
      </p>
      {isOn ? (
        <div className={css['folder']}>
          <div>
            <div className={css['name']}>{texts.remoteSettings.token}</div>
            <p className={css['note']}>
              {facts.hasKeychain ? texts.remoteSettings.tokenSaved : texts.remoteSettings.tokenKept}
            </p>
          </div>
          <div className={css['buttons']}>
            <Button size="small" onClick={() => setIsTokenOpen(true)}>
              {texts.remoteToken.show}
            </Button>
            <Button
              size="small"
              title={texts.remoteSettings.renewHint}
              onClick={() => runOrShowError(services, renew())}
            >
              {texts.remoteSettings.renew}
            </Button>
          </div>
        </div>
      ) : undefined}
      {isTokenOpen ? <SecretFrame task={TOKEN_TASK} onClose={() => setIsTokenOpen(false)} /> : undefined}
    </>
  );
}

function useRemoteStatus(): RemoteStatus {
  const services = useServices();
  const [status, setStatus] = useState<RemoteStatus>({ phase: 'off' });
  useEffect(() => {
    const { client } = services;
    const end = client.on('remote:changed', setStatus);
    runOrShowError(services, client.invoke('remote:status').then(setStatus));
    return end;
  }, [services]);
  return status;
}

function describeStatus(status: RemoteStatus): string {
  if (status.phase === 'off') return texts.remoteSettings.off;
  if (status.phase === 'listening') return texts.remoteSettings.listening(status.port);
  return titleAndAction(describeError(status.error));
}
