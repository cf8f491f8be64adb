/** Sets `live` going: its run, the signals that end it, the file that the engine plays, the page that captures. */
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { encodingOf } from '../../../shared/studio/document.ts';
import { isCaptureUnderWay } from '../../../shared/studio/readiness.ts';
import { texts } from '../../../shared/text/text.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { EngineSupervisor } from '../engine-process/engine-supervisor.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { CaptureWatch } from '../studio/capture-watch.ts';
import type { CommandRunner } from '../studio/command-runner.ts';
import { loadApp } from '../window/window.ts';
import type { PreparedLive } from './prepare-live.ts';
import { LiveRun } from './run-live.ts';

export interface StartLiveOptions {
  readonly live: PreparedLive;
  readonly session: BroadcastSession;
  readonly commands: CommandRunner;
  readonly secrets: SecretRegister;
  readonly engine: EngineSupervisor;
  readonly capture: CaptureWatch;
  readonly window: BrowserWindow;
}

/** Only after `ready`: Chromium puts its own signal handlers in before, and the last one wins. */
export function startLive({
  live,
  session,
  commands,
  secrets,
  engine,
  capture,
  window,
}: StartLiveOptions): LiveRun {
  const { content, sourceFile } = live;
  const writeError = (line: string): void => void process.stderr.write(`${line}\n`);
  const writeOut = (line: string): void => void process.stdout.write(`${line}\n`);
  const run = new LiveRun({
    live,
    session,
    commands,
    secrets,
    // Standard output is for the answers to commands alone where there are any.
    writeOut: live.commandLines === undefined ? writeOut : writeError,
    writeError,
    writeAnswer: writeOut,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => run.stop());
  engine.onMessage.on((message) => {
    if (message.type === 'filePlayable') run.mediaReady();
    else if (message.type === 'fileFailed') run.fileFailed(message.error);
  });
  if (sourceFile === undefined) {
    capture.onReport.on((report) => {
      if (report === undefined) return;
      if (isCaptureUnderWay(report)) run.mediaReady();
      run.videoChanged(report.video);
    });
  } else {
    const hasSound = content.audio?.type === 'source';
    const profile = encodingOf(live.document);
    engine.send({ type: 'playFile', path: resolve(sourceFile), hasSound, profile });
  }
  loadApp(window).catch((error: unknown) =>
    run.windowLost(texts.live.captureNotLoaded(toAppError(error).message)),
  );
  return run;
}
