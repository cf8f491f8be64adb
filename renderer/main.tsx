/** The window's entry: makes the services, then either the interface or, for the command line, capture alone. */
import { useEffect } from 'react';
import { Direction } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/inter';
import './styles/tokens.css';
import './styles/base.css';
import { AppError, toAppError } from '../shared/errors/app-error.ts';
import type { ErrorRecord } from '../shared/errors/app-error.ts';
import type { Settings } from '../shared/settings/settings.ts';
import { createClient } from './state/client.ts';
import type { Client } from './state/client.ts';
import { createCommandSender } from './state/commands.ts';
import { followStudio } from './state/studio/follow-studio.ts';
import { listenToPushKeys } from './state/push-keys/listen.ts';
import { followRefusedKeys } from './state/push-keys/refused-keys.ts';
import { reportCapture } from './state/report-capture.ts';
import { runOrShowError, ServicesContext } from './state/services.ts';
import type { Services } from './state/services.ts';
import { createSession } from './state/session.ts';
import { createSettingsStore } from './state/settings-store.ts';
import { App } from './app.tsx';
import { createCaptureController } from './media/capture/capture-controller.ts';
import { reportSelfTest } from './media/self-test/run-self-test.ts';
import { chosenLanguage } from '../shared/text/languages/chosen-language.ts';
import { describeError, titleAndAction } from '../shared/text/error-text.ts';
import { WindowFault } from './features/faults/index.ts';
import { loadOwnLanguage } from './own-language.ts';
import { runLiveMode } from './live-mode.ts';
import { crashNotices, startNotices } from './start-notices.ts';
import { ErrorBoundary } from './ui/layout/ErrorBoundary.tsx';
import { createToastStore } from './ui/overlays/toast-store.ts';

async function openWindow(
  client: Client,
  facts: Services['facts'],
  settingsAtStart: Settings,
): Promise<void> {
  const toasts = createToastStore();
  const showProblem = (error: ErrorRecord): void => {
    const { title, doing, action } = describeError(error);
    toasts.show({ tone: 'problem', title, text: [doing, action].filter(Boolean).join(' ') });
  };
  const session = createSession(client, showProblem);
  const settings = createSettingsStore(client, settingsAtStart);
  applyTheme(settings.store.getState().theme);
  settings.store.subscribe(({ theme }) => applyTheme(theme));
  let beginCapture = (): void => undefined;
  const shown = new Promise<void>((resolve) => {
    beginCapture = resolve;
  });
  const capture = createCaptureController(window.upcast, shown);
  const run = createCommandSender(client);
  const services: Services = { client, run, facts, session, settings, capture, toasts };
  const showRefusal = (cause: unknown): void => runOrShowError(services, Promise.reject(toAppError(cause)));
  followRefusedKeys(client, showRefusal);
  listenToPushKeys(settings, (channelId, isMuted) =>
    runOrShowError(services, run({ type: 'setChannel', channelId, isMuted })),
  );
  followStudio(services, showRefusal);
  reportCapture(client, capture, showRefusal);
  client.on('settings:notSaved', ({ code, details }) => showRefusal(new AppError(code, details)));
  client.on('app:crashed', showProblem);
  const save = (): void => runOrShowError(services, client.invoke('diagnostics:save'));
  for (const notice of [...startNotices(facts.startProblems), ...crashNotices(facts, save)])
    toasts.show({ tone: 'problem', ...notice });
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <Direction.Provider dir={chosenLanguage.direction}>
      <ServicesContext value={services}>
        <ErrorBoundary fallback={() => <WindowFault run={run} session={session} />}>
          <App />
        </ErrorBoundary>
        <OnceShown run={beginCapture} />
      </ServicesContext>
    </Direction.Provider>,
  );
  await session.load();
}

/** After the parts that stand before it, also where an error stands in their place. */
function OnceShown({ run }: { readonly run: () => void }) {
  useEffect(run, [run]);
  return undefined;
}

/** Before anything is drawn: a canvas reads its colours once. */
function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

async function begin(): Promise<void> {
  const client = createClient(window.upcast);
  const [facts, settings] = await Promise.all([
    client.invoke('app:facts'),
    client.invoke('settings:get'),
    loadOwnLanguage(),
  ]);
  if (facts.isLive) await reportSelfTest(window.upcast);
  if (facts.isLive) await runLiveMode(client, createCaptureController(window.upcast), settings);
  else await openWindow(client, facts, settings);
}

begin().catch((cause: unknown) => {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent = titleAndAction(describeError(toAppError(cause).toRecord()));
  document.body.prepend(message);
});
