/** A note that something was removed, with the way back for as long as undo brings back just that. */
import { runOrShowError } from './services.ts';
import type { Services } from './services.ts';
import { texts } from '../../shared/text/text.ts';

export function showRemoved(services: Services, title: string, name: string | undefined): void {
  const { run, settings, toasts } = services;
  const undo = { label: texts.common.undo, run: () => runOrShowError(services, run({ type: 'undo' })) };
  toasts.show({ tone: 'note', title, name, action: undo });
  const shown = toasts.store.getState().toasts.at(-1);
  const { studio } = settings.store.getState();
  const end = settings.store.subscribe((state) => {
    if (state.studio === studio) return;
    end();
    if (shown !== undefined) toasts.dismiss(shown.id);
  });
}
