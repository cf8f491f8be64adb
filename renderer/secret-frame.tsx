/**
 * Entry of the secret frame: a page of another origin over the window, so that Chromium gives it a process of its own.
 * Secrets are typed here, go to main, and end with this process. Shows one dialog and tells the window when it is done.
 */
import { Direction } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import type { Settings } from '../shared/settings/settings.ts';
import { WINDOW_ORIGIN } from '../shared/origins.ts';
import { readSecretFrameTask, frameThemeSchema } from '../shared/secret-frame.ts';
import type { SecretFrameOutcome, SecretFrameTask } from '../shared/secret-frame.ts';
import { loadOwnLanguage } from './own-language.ts';
import { createClient } from './state/client.ts';
import type { Client } from './state/client.ts';
import {
  DestinationDialog,
  ExportDialog,
  ImportDialog,
  ProxyDialog,
} from './features/destinations/secret-frame/index.ts';
import { PageDialog } from './features/pages/secret-frame/index.ts';
import { TokenDialog } from './features/settings/secret-frame/index.ts';
import { Button } from './ui/controls/Button.tsx';
import { Dialog } from './ui/overlays/Dialog.tsx';
import { ErrorBoundary } from './ui/layout/ErrorBoundary.tsx';
import { chosenLanguage } from '../shared/text/languages/chosen-language.ts';
import { texts } from '../shared/text/text.ts';

/** Longest wait for a key's release before the frame closes: someone may hold it down. */
const HELD_KEY_MS = 1000;

const heldKeys = new Set<string>();
window.addEventListener('keydown', ({ code }) => heldKeys.add(code), true);
window.addEventListener('keyup', ({ code }) => heldKeys.delete(code), true);
window.addEventListener('blur', () => heldKeys.clear());

let root: Root | undefined;

/** Removes the dialog at once, and the page once the key that closed it is released: a test that sends the key waits for both. */
function close(outcome: SecretFrameOutcome): void {
  root?.unmount();
  root = undefined;
  let isSent = false;
  const send = () => {
    if (!isSent) window.parent.postMessage({ type: 'upcast:frameClosed', outcome }, WINDOW_ORIGIN);
    isSent = true;
  };
  if (heldKeys.size === 0) return send();
  window.addEventListener('blur', send);
  window.addEventListener('keyup', () => setTimeout(send), true);
  setTimeout(send, HELD_KEY_MS);
}

/** Applies the window's theme, now and after each change. Resolves once the first message is here. */
async function followTheme(): Promise<void> {
  await new Promise<void>((resolve) => {
    window.addEventListener('message', (event) => {
      if (event.origin !== WINDOW_ORIGIN || event.source !== window.parent) return;
      const message = frameThemeSchema.safeParse(event.data);
      if (!message.success) return;
      document.body.dataset['theme'] = message.data.theme;
      resolve();
    });
  });
}

interface SecretPageProps {
  readonly task: SecretFrameTask;
  readonly client: Client;
  readonly settings: Settings;
  readonly hasKeychain: boolean;
}

function SecretPage({ task, client, settings, hasKeychain }: SecretPageProps) {
  if (task.type === 'import') return <ImportDialog client={client} onClose={close} />;
  if (task.type === 'export')
    return <ExportDialog client={client} destinations={settings.destinations} onClose={close} />;
  if (task.type === 'proxy')
    return (
      <ProxyDialog
        client={client}
        settings={settings}
        onClose={(isSaved) => close({ type: isSaved ? 'saved' : 'cancelled' })}
      />
    );
  if (task.type === 'token')
    return <TokenDialog client={client} onClose={() => close({ type: 'cancelled' })} />;
  if (task.type === 'page' || task.type === 'newPage')
    return (
      <PageDialog
        client={client}
        studio={settings.studio}
        target={task.type === 'page' ? { sourceId: task.id } : { sceneId: task.id }}
        onClose={close}
      />
    );
  const destination =
    task.type === 'edit' ? settings.destinations.find(({ id }) => id === task.id) : undefined;
  return (
    <DestinationDialog
      client={client}
      hasKeychain={hasKeychain}
      destination={destination}
      onClose={(isSaved) => close({ type: isSaved ? 'saved' : 'cancelled' })}
    />
  );
}

function SecretPageFault() {
  const cancel = () => close({ type: 'cancelled' });
  return (
    <Dialog
      title={texts.faults.formTitle}
      description={texts.faults.formText}
      width="narrow"
      role="alertdialog"
      onClose={cancel}
      footer={<Button onClick={cancel}>{texts.common.close}</Button>}
    />
  );
}

async function begin(): Promise<void> {
  const themed = followTheme();
  const task = readSecretFrameTask(window.location.hash);
  const element = document.getElementById('root');
  if (task === undefined || element === null) return close({ type: 'cancelled' });
  const client = createClient(window.upcast);
  const [facts, settings] = await Promise.all([
    client.invoke('app:facts'),
    client.invoke('settings:get'),
    themed,
    loadOwnLanguage(),
  ]);
  root = createRoot(element);
  root.render(
    <Direction.Provider dir={chosenLanguage.direction}>
      <ErrorBoundary fallback={() => <SecretPageFault />}>
        <SecretPage task={task} client={client} settings={settings} hasKeychain={facts.hasKeychain} />
      </ErrorBoundary>
    </Direction.Provider>,
  );
  return undefined;
}

begin().catch(() => close({ type: 'cancelled' }));
