/** Main's own question before a server may send a stream, and with it the stream key, to another host. */
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { DestinationView } from '../../../shared/broadcast/state.ts';
import { movedHostOf } from '../../../shared/destinations/moved-host.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { texts } from '../../../shared/text/text.ts';

/** Gives the server's address that the answer is for; undefined when it was no. @throws AppError `input/bad-message` for an unknown destination, and for a host that its server didn't name. */
export async function askToTrust(
  window: BrowserWindow | undefined,
  { destinations }: Settings,
  views: readonly DestinationView[],
  { id, host }: { readonly id: string; readonly host: string },
): Promise<string | undefined> {
  const destination = destinations.find((each) => each.id === id);
  if (destination === undefined)
    throw new AppError('input/bad-message', { message: `there is no destination "${id}"` });
  // The question names a host on a server's behalf, never on the window's.
  const state = views.find((each) => each.id === id)?.state;
  if (state?.phase !== 'failed' || movedHostOf(state.error) !== host)
    throw new AppError('input/bad-message', { message: 'the server did not name this host' });
  const options = {
    type: 'warning' as const,
    message: texts.main.trustTitle(host, destination.name),
    detail: texts.main.trustDetail(destination.url, host),
    buttons: [texts.main.trustRefuse, texts.main.trustAllow],
    defaultId: 0,
    cancelId: 0,
  };
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === 1 ? destination.url : undefined;
}
