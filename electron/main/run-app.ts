/** Sets the app up, step by step: the one place of the main process that puts its parts together. */
import { app, session as electronSession } from 'electron';
import { toAppError } from '../../shared/errors/app-error.ts';
import { texts } from '../../shared/text/text.ts';
import type { DestinationWithSecrets } from '../../shared/destinations/destination.ts';
import { followLanguage } from './app/follow-language.ts';
import { followMainWindow } from './app/follow-main-window.ts';
import { makeServices } from './app/make-services.ts';
import { openCore } from './app/open-core.ts';
import type { AppCore } from './app/open-core.ts';
import type { FirstParts } from './app/open-first.ts';
import { prepareDiagnostics } from './app/prepare-diagnostics.ts';
import { prepareUpdates } from './app/prepare-updates.ts';
import { prepareEnd } from './app/prepare-end.ts';
import { publishChanges } from './app/publish-changes.ts';
import { serveWindow } from './app/serve-window.ts';
import { prepareDestinations } from './live/prepare-live.ts';
import type { PreparedLive } from './live/prepare-live.ts';
import type { LiveRun } from './live/run-live.ts';
import { sendEvent } from './ipc/router.ts';
import { startLive } from './live/start-live.ts';
import type { Environment } from './process/environment.ts';
import { removePagePictures } from './process/page-files.ts';
import type { FaultGuard } from './process/fault-guard.ts';
import { installMenu } from './desktop/install-menu.ts';
import { restartApp } from './desktop/restart-app.ts';
import { resumeAfterEngine } from './studio/resume-stream.ts';
import type { SelfTestOptions } from './self-test/options.ts';
import { PageReport } from './self-test/page-report.ts';
import { runSelfTest } from './self-test/run-self-test.ts';
import { WindowSlot } from './window/window-slot.ts';

export interface RunAppOptions {
  readonly environment: Environment;
  readonly live: PreparedLive | undefined;
  /** The window among them, whose page loads meanwhile. */
  readonly first: FirstParts;
  readonly faults: FaultGuard;
  /** Upcast tests itself, with the stream of `live`. */
  readonly selfTest: SelfTestOptions | undefined;
}

/** Only after `ready`. @throws what keeps the app from starting; the log has it by then. */
export async function runApp({ environment, live, first, faults, selfTest }: RunAppOptions): Promise<void> {
  const core = await openCore({ environment, live, first });
  try {
    await runCore(core, faults, selfTest);
  } catch (error) {
    core.log.error('app', 'the start failed', toAppError(error));
    core.log.flush();
    throw error;
  }
}

async function runCore(
  core: AppCore,
  faults: FaultGuard,
  selfTest: SelfTestOptions | undefined,
): Promise<void> {
  let liveRun: LiveRun | undefined;
  let liveDestinations: readonly DestinationWithSecrets[] = [];
  const { environment, live, first, log, engine, register, destinationStore } = core;
  const { window } = first;
  const slot = new WindowSlot(window);
  // What the last run could not remove.
  if (live === undefined) removePagePictures(app.getPath('sessionData'));
  const services = makeServices(core, { slot, liveDestinations: () => liveDestinations });
  const shutdown = prepareEnd(core, services, slot, faults);
  const diagnostics = prepareDiagnostics(core, services, slot);
  const updates = prepareUpdates(core, services, slot, async () => await shutdown.finish());
  const pageReport = new PageReport({
    ...{ isSelfTest: selfTest !== undefined, platform: process.platform, isWayland: environment.isWayland },
  });
  const { session } = services;
  const restart = async (): Promise<void> => await restartApp({ app, session, shutdown });
  const parts = { slot, diagnostics, pageReport, updates, restart };
  services.screens.answerCaptures(electronSession.defaultSession, (text) => log.warn('security', text));
  followMainWindow(core, services, slot, {
    onLost: () => {
      liveRun?.windowLost(texts.live.captureGone);
      return liveRun !== undefined;
    },
    end: () => void shutdown.end(1),
  });
  if (live === undefined) shutdown.guard(window);
  publishChanges(core, services, slot);
  serveWindow(core, services, parts, (code) => liveRun?.mediaWarning(code));
  // Earlier, its start would take the page's time; later, that of whoever presses the button at once.
  if (live === undefined) window.once('ready-to-show', () => core.engine.start());
  first.mayShow();
  followLanguage(core, services, slot, () =>
    installMenu({
      platform: process.platform,
      mayOpenDevTools: environment.mayOpenDevTools,
      helpItems: diagnostics.helpItems(),
      send: (command) => sendEvent(slot.contents(), 'menu:chosen', command),
    }),
  );
  if (live === undefined) resumeAfterEngine(services);
  // Pages open once the window has loaded: its start comes first.
  void first.loaded.catch(() => undefined).then(() => services.pages.start());

  if (live === undefined) {
    services.pastStreams
      .tidy()
      .catch((error: unknown) => log.error('report', 'what was deleted is still there', toAppError(error)));
    await first.loaded;
    return;
  }

  await services.ffmpegSearch;
  if (selfTest !== undefined) {
    const run = { options: selfTest, core, services, page: pageReport, window };
    return await shutdown.end(await runSelfTest(run));
  }
  liveDestinations = await prepareDestinations(live, destinationStore, register, environment.proxyVariables);
  const { commands, capture } = services;
  liveRun = startLive({ live, session, commands, secrets: register, engine, capture, window });
  await shutdown.end(await liveRun.result());
}
