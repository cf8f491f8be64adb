/** How the app ends: asked for by the user or the system, or after an error that nobody caught. Sleep and waking, too. */
import { app } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { FaultGuard } from '../process/fault-guard.ts';
import { watchPower } from '../process/power.ts';
import { showFault } from '../process/show-fault.ts';
import { Shutdown } from '../studio/shutdown.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

export function prepareEnd(core: AppCore, services: AppServices, faults: FaultGuard): Shutdown {
  const { live, log, history, engine, settings } = core;
  const { session, encoders, remote, pastStreams, sourceFiles, pages } = services;
  const power = watchPower({
    onSuspend: () => log.info('power', 'going to sleep'),
    onResume: () => {
      log.info('power', 'awake again');
      engine.send({ type: 'networkChanged' });
    },
  });
  const shutdown = new Shutdown({
    session,
    drainMs: () => settings.get().drainSeconds * 1000,
    shutDown: async () => {
      power.dispose();
      encoders.dispose();
      sourceFiles.dispose();
      pages.dispose();
      await remote.close();
      await settings.flush();
      await pastStreams.settle();
      await engine.end();
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
