/** The state of updates, what the newer version brings, and where versions come from. */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import { mayCheck, updateChannels } from '../../../shared/updates/update-state.ts';
import type { UpdateChannel, UpdateView } from '../../../shared/updates/update-state.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import { texts } from '../../../shared/text/text.ts';
import { runOrShowError, useServices, useSession, useSettings } from '../../state/services.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { SelectField, SwitchField } from '../../ui/controls/Field.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import css from './UpdateDialog.module.css';

const usual = { channel: 'stable', isAutomatic: true } as const;

export interface UpdateDialogProps {
  readonly view: UpdateView;
  readonly onClose: () => void;
}

export function UpdateDialog({ view, onClose }: UpdateDialogProps) {
  const services = useServices();
  const { client, settings } = services;
  const chosen = useSettings(({ updates }) => updates) ?? usual;
  const isBusy = useSession(
    ({ snapshot }) => snapshot.broadcast.phase !== 'idle' || isRecorderBusy(snapshot.recorder),
  );
  const { state, installed } = view;
  const choose = (patch: Partial<typeof chosen>) =>
    runOrShowError(services, settings.update({ updates: { ...chosen, ...patch } }));
  const isReady = state.phase === 'ready';
  return (
    <Dialog
      title={texts.updates.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.common.close}</Button>
          {isReady ? (
            <Button
              variant="primary"
              data-autofocus
              disabled={isBusy}
              onClick={() => runOrShowError(services, client.invoke('update:install'))}
            >
              {texts.updates.restart}
            </Button>
          ) : (
            <Button
              data-autofocus
              disabled={!mayCheck(state)}
              onClick={() => runOrShowError(services, client.invoke('update:check'))}
            >
              {texts.updates.check}
            </Button>
          )}
        </>
      }
    >
      <div className={css['body']}>
        <div>
          <p className={css['version']}>{texts.updates.version(view.version)}</p>
          <p role="status">{describe(view)}</p>
          {isReady && isBusy ? <p className={css['note']}>{texts.updates.readyWhileBusy}</p> : undefined}
        </div>
        {'update' in state ? <Notes text={state.update.notes} /> : undefined}
        {installed === undefined || 'update' in state ? undefined : (
          <>
            <Notes text={installed.notes} />
            <p className={css['note']}>{texts.updates.goBack(installed.from)}</p>
          </>
        )}
        {state.phase === 'off' ? undefined : (
          <>
            <SwitchField
              label={texts.updates.automatic}
              hint={texts.updates.automaticHint}
              isOn={chosen.isAutomatic}
              onChange={(isAutomatic) => choose({ isAutomatic })}
            />
            <SelectField
              label={texts.updates.channel}
              value={chosen.channel}
              onChange={({ target }) => choose({ channel: target.value as UpdateChannel })}
            >
              {updateChannels.map((channel) => (
                <option key={channel} value={channel}>
                  {texts.updates.channels[channel]}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Notes({ text }: { readonly text: string }) {
  return (
    <section aria-label={texts.updates.whatsNew}>
      <h3>{texts.updates.whatsNew}</h3>
      <p className={css['notes']} dir="auto">
        {text === '' ? texts.updates.noNotes : text}
      </p>
    </section>
  );
}

function describe({ state, kind }: UpdateView): string {
  const { updates } = texts;
  switch (state.phase) {
    case 'off':
      return updates.off;
    case 'idle':
      return state.isNewest ? updates.newest : updates.idle;
    case 'checking':
      return updates.checking;
    case 'available':
      return `${updates.available(state.update.version)} ${updates.source(kind)}`;
    case 'waiting':
      return updates.waiting(state.update.version);
    case 'downloading':
      return updates.downloading(state.update.version, state.percent);
    case 'ready':
      return updates.ready(state.update.version);
    case 'installing':
      return updates.installing;
    case 'failed':
      return titleAndAction(describeError(state.error));
  }
}
