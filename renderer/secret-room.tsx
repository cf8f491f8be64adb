/**
 * Entry of the secret room: a page of another origin over the window, so that Chromium gives it a process of its own.
 * Secrets are typed here, go to main, and end with this process. Shows one dialog and tells the window when it is done.
 */
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import type { Settings } from '../shared/settings/settings.ts';
import { WINDOW_ORIGIN, readSecretRoomTask } from '../shared/secret-room.ts';
import type { RoomOutcome, SecretRoomTask } from '../shared/secret-room.ts';
import { createClient } from './api/client.ts';
import type { Client } from './api/client.ts';
import { ExportDialog } from './features/destinations/ExportDialog.tsx';
import { ImportDialog } from './features/destinations/ImportDialog.tsx';
import { DestinationDialog } from './features/destinations/DestinationDialog.tsx';

function close(outcome: RoomOutcome): void {
  window.parent.postMessage({ type: 'upcast:roomClosed', outcome }, WINDOW_ORIGIN);
}

interface RoomProps {
  readonly task: SecretRoomTask;
  readonly client: Client;
  readonly settings: Settings;
  readonly hasKeychain: boolean;
}

function Room({ task, client, settings, hasKeychain }: RoomProps) {
  if (task.type === 'import') return <ImportDialog client={client} onClose={close} />;
  if (task.type === 'export')
    return <ExportDialog client={client} destinations={settings.destinations} onClose={close} />;
  const destination =
    task.type === 'edit' ? settings.destinations.find(({ id }) => id === task.id) : undefined;
  return (
    <DestinationDialog
      client={client}
      hasKeychain={hasKeychain}
      destination={destination ?? null}
      onClose={(isSaved) => close({ type: isSaved ? 'saved' : 'cancelled' })}
    />
  );
}

async function begin(): Promise<void> {
  const task = readSecretRoomTask(window.location.hash);
  const root = document.getElementById('root');
  if (task === undefined || root === null) return close({ type: 'cancelled' });
  const client = createClient(window.upcast);
  const [facts, settings] = await Promise.all([client.invoke('app:facts'), client.invoke('settings:get')]);
  if (settings.theme !== 'system') document.documentElement.dataset['theme'] = settings.theme;
  createRoot(root).render(
    <Room task={task} client={client} settings={settings} hasKeychain={facts.hasKeychain} />,
  );
  return undefined;
}

begin().catch(() => close({ type: 'cancelled' }));
