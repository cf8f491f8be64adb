/** What happens when the app or a part of it fails: it is noted, told, and a person can save the diagnostics. */
import { join } from 'node:path';
import { app, powerMonitor, shell } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { wallMs } from '../../../shared/clock.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { FailureFacts } from '../../../shared/ipc/app-channels.ts';
import { tidyDumps } from '../../log/diagnostics/dump-folder.ts';
import { judgeRun } from '../../log/diagnostics/run-history.ts';
import { collectDiagnostics } from '../diagnostics/collect-diagnostics.ts';
import { dumpFolder } from '../diagnostics/crash-dumps.ts';
import { DiagnosticsSaver } from '../diagnostics/diagnostics-saver.ts';
import { helpItems } from '../diagnostics/help-items.ts';
import { GuideWindow } from '../guide/guide-window.ts';
import { paths } from '../process/paths.ts';
import { watchProcesses } from '../diagnostics/watch-processes.ts';
import { sendEvent } from '../ipc/router.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

export interface AppDiagnostics {
  readonly saver: DiagnosticsSaver;
  /** With the words of now. */
  readonly helpItems: () => readonly MenuItemConstructorOptions[];
  /** What the window is told, once. */
  readonly takeFacts: () => FailureFacts;
}

/** For as long as the app runs. */
export function prepareDiagnostics(core: AppCore, services: AppServices, slot: WindowSlot): AppDiagnostics {
  const { log, history, engine, userData } = core;
  const { session } = services;
  const failed = (error: unknown): void => log.error('diagnostics', 'not saved', toAppError(error));
  let facts: FailureFacts = { lastRun: judgeRun(history?.earlier.at(-1)), hasWindowCrashed: false };
  if (history !== undefined) {
    tidyDumps(dumpFolder(), wallMs());
    // The system gives a program that it ends no more time than this.
    powerMonitor.on('shutdown', () => history.end());
    core.first.window.on('session-end', () => history.end());
    app.on('quit', () => history.end());
    engine.onExit.on(({ details }) => {
      history.crashed({ part: 'engine', reason: 'exited', exitCode: Number(details['exitCode']) });
    });
  }
  watchProcesses({
    ...{ history, ownContents: slot.contents },
    log: (text) => log.warn('app', text),
    tell: (error) => {
      session.warn(error);
      sendEvent(slot.contents(), 'app:crashed', error);
    },
    onWindowCrashed: () => {
      facts = { ...facts, hasWindowCrashed: true };
    },
  });
  const saver = new DiagnosticsSaver({
    window: () => slot.window,
    write: async () => await collectDiagnostics({ ...core, ...services, now: wallMs }),
    now: wallMs,
    onFailed: failed,
  });
  const guide = new GuideWindow({
    folder: paths.guide,
    owner: () => slot.window,
    onRefused: (text) => log.warn('security', text),
  });
  return {
    saver,
    helpItems: () =>
      helpItems({
        showGuide: () =>
          void guide.show().catch((error: unknown) => log.error('guide', 'not shown', toAppError(error))),
        saveDiagnostics: () => void saver.save(),
        checkForUpdates: () => sendEvent(slot.contents(), 'update:show', undefined),
        showLogs: () => void shell.openPath(join(userData, 'logs')).catch(failed),
      }),
    takeFacts: () => {
      const told = facts;
      facts = { lastRun: undefined, hasWindowCrashed: false };
      return told;
    },
  };
}
