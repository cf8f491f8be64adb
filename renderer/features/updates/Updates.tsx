/** Updates in the window: a notice when one is ready or was installed, and the dialog. Main looks for them. */
import { useEffect, useState } from 'react';
import type { UpdateView } from '../../../shared/updates/update-state.ts';
import { texts } from '../../../shared/text/text.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import { UpdateDialog } from './UpdateDialog.tsx';

export function Updates() {
  const services = useServices();
  const { client, toasts } = services;
  const [view, setView] = useState<UpdateView>();
  const [isOpen, setIsOpen] = useState(false);
  const version = view?.state.phase === 'ready' ? view.state.update.version : undefined;
  const installed = view?.installed === undefined ? undefined : view.version;

  useEffect(() => {
    const ends = [client.on('update:changed', setView), client.on('update:show', () => setIsOpen(true))];
    runOrShowError(services, client.invoke('update:get').then(setView));
    return () => ends.forEach((end) => end());
  }, [services, client]);
  useEffect(() => {
    const action = { label: texts.updates.whatsNew, run: () => setIsOpen(true) };
    if (installed !== undefined)
      toasts.show({ tone: 'note', isKept: true, title: texts.updates.installed(installed), action });
  }, [toasts, installed]);
  useEffect(() => {
    const action = { label: texts.updates.whatsNew, run: () => setIsOpen(true) };
    if (version !== undefined)
      toasts.show({ tone: 'note', isKept: true, title: texts.updates.ready(version), action });
  }, [toasts, version]);

  if (!isOpen || view === undefined) return undefined;
  return <UpdateDialog view={view} onClose={() => setIsOpen(false)} />;
}
