/** How the app ends: asked for by the user or the system, or after an error that nobody caught. Sleep and waking, too. */
import { app, dialog, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { FaultGuard } from '../process/fault-guard.ts';
import { removePagePicturesSoon } from '../process/page-files.ts';
import { watchPower } from '../process/power.ts';
import { showFault } from '../process/show-fault.ts';
import { Shutdown } from '../studio/shutdown.ts';
import { texts } from '../../../shared/text/text.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

export function prepareEnd(
  core: AppCore,
  services: AppServices,
  slot: WindowSlot,
  faults: FaultGuard,
): Shutdown {
  const { first, live, log, history, engine, settings } = core;
  const { session, encoders, remote, pastStreams, sourceFiles, pages } = services;
  const power = watchPower({
    onSuspend: () => log.info('power', 'going to sleep'),
    onResume: () => {
      log.info('power', 'awake again');
      engine.send({ type: 'networkChanged' });
    },
  });
  const shutdown = new Shutdown({
    system: { app, powerMonitor, process, askToEnd },
    session,
    drainMs: () => settings.get().drainSeconds * 1000,
    shutDown: async () => {
      power.dispose();
      encoders.dispose();
      sourceFiles.dispose();
      pages.dispose();
      await remote.close();
      await first.windowPlace.flush();
      await settings.flush();
      await pastStreams.settle();
      await engine.end();
      // Windows lets go of the page's files once its process has ended.
      if (process.platform === 'win32') slot.window?.destroy();
      if (live === undefined) await removePagePicturesSoon(app.getPath('sessionData'));
    },
    onRefused: (text) => log.warn('app', `while ending: ${text}`),
    onFailed: (error) => {
      log.error('app', 'while ending', error);
      app.exit(1);
    },
  });
  faults.arm({
    report: (error) => {
      log.error('app', 'an error that nobody caught', toAppError(error));
      history?.crashed({ part: 'main', reason: 'error' });
      log.flush();
    },
    finish: async () => await shutdown.finish(),
    notify: async () => {
      if (live === undefined) await showFault();
    },
  });
  return shutdown;
}

async function askToEnd(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: texts.main.appName,
    message: texts.main.liveTitle,
    detail: texts.main.liveDetail,
    buttons: [texts.main.endAndClose, texts.main.keepStreaming],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
