/** Starts Upcast anew: macOS tells a program that runs nothing of what it may capture since. */
import type { App } from 'electron';
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { Shutdown } from '../studio/shutdown.ts';

export interface RestartParts {
  readonly app: Pick<App, 'relaunch'>;
  readonly session: Pick<BroadcastSession, 'isOnAir' | 'snapshot'>;
  /** Writes what is unwritten, then exits. */
  readonly shutdown: Pick<Shutdown, 'end'>;
}

/** @throws AppError `studio/not-ready` while on air or recording. */
export async function restartApp({ app, session, shutdown }: RestartParts): Promise<void> {
  if (session.isOnAir || isRecorderBusy(session.snapshot.recorder))
    throw withReason('studio/not-ready', 'restartWhileLive');
  app.relaunch();
  await shutdown.end(0);
}
