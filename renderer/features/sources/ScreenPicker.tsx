/** Screens and windows with a picture of each, to choose what is shown; on Wayland the desktop's own dialog takes its place. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ScreenSource } from '../../../shared/ipc/capture-channels.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { useServices } from '../../state/services.ts';
import { describeError, titleAndAction } from '../../../shared/text/error-text.ts';
import { AccessButton } from '../access/index.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { EmptyState } from '../../ui/layout/EmptyState.tsx';
import { texts } from '../../../shared/text/text.ts';
import css from './ScreenPicker.module.css';

export interface ScreenPickerProps {
  readonly onClose: () => void;
  readonly onChoose: (source: ScreenSource) => void;
}

export function ScreenPicker(props: ScreenPickerProps) {
  const { hasScreenDialog } = useServices().facts;
  return hasScreenDialog ? <SystemDialog {...props} /> : <OwnDialog {...props} />;
}

/** Main lists nothing but what the person chooses meanwhile in the desktop's dialog. */
function SystemDialog({ onClose, onChoose }: ScreenPickerProps) {
  const services = useServices();
  const done = useRef({ onClose, onChoose });
  done.current = { onClose, onChoose };
  const hasAsked = useRef(false);
  useEffect(() => {
    if (hasAsked.current) return;
    hasAsked.current = true;
    const listed = services.client.invoke('screens:list').then(([chosen]) => {
      if (chosen === undefined) done.current.onClose();
      else done.current.onChoose(chosen);
    });
    // A dialog that was dismissed is an answer.
    listed.catch(() => done.current.onClose());
  }, [services]);
  return undefined;
}

function OwnDialog({ onClose, onChoose }: ScreenPickerProps) {
  const { client } = useServices();
  const [sources, setSources] = useState<readonly ScreenSource[]>();
  const [error, setError] = useState<ErrorRecord>();
  const list = useCallback(() => {
    setSources(undefined);
    setError(undefined);
    client
      .invoke('screens:list')
      .then(setSources, (cause: unknown) => setError(toAppError(cause).toRecord()));
  }, [client]);
  useEffect(list, [list]);
  const groups = [
    { title: texts.sources.screens, sources: (sources ?? []).filter((source) => source.kind === 'screen') },
    { title: texts.sources.windows, sources: (sources ?? []).filter((source) => source.kind === 'window') },
  ].filter((group) => group.sources.length > 0);
  return (
    <Dialog
      title={texts.sources.pickerTitle}
      width="wide"
      onClose={onClose}
      footer={<Button onClick={list}>{texts.sources.refresh}</Button>}
    >
      {error === undefined ? undefined : (
        <EmptyState text={titleAndAction(describeError(error))}>
          <AccessButton error={error} />
        </EmptyState>
      )}
      {sources === undefined && error === undefined ? <EmptyState text={texts.sources.looking} /> : undefined}
      {sources?.length === 0 ? <EmptyState text={texts.sources.nothingToCapture} /> : undefined}
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className={css['title']}>{group.title}</h3>
          <div className={css['grid']}>
            {group.sources.map((source) => (
              <button
                key={source.id}
                type="button"
                className={css['source']}
                onClick={() => onChoose(source)}
              >
                <span className={css['picture']}>
                  <img src={source.thumbnail} alt="" />
                </span>
                <bdi className={css['name']}>{source.name}</bdi>
              </button>
            ))}
          </div>
        </section>
      ))}
    </Dialog>
  );
}
