/** Looks for newer versions for as long as the app runs, and tells the window. */
import { sendEvent } from '../ipc/router.ts';
import { Updates } from '../updates/updates.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

export function prepareUpdates(
  { userData, log, settings, live }: AppCore,
  { session }: AppServices,
  { contents }: WindowSlot,
  /** Ends what runs and writes what is unwritten. */
  finish: () => Promise<void>,
): Updates {
  const updates = new Updates({ userData, log, settings, session, isLive: live !== undefined, finish });
  updates.onChange.on((view) => sendEvent(contents(), 'update:changed', view));
  return updates;
}
