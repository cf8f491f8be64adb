/** Sets `live` going: its run, the signals that end it, the file that the engine plays, the page that captures. */
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import { isCaptureUnderWay } from '../../../shared/studio/readiness.ts';
import { texts } from '../../../shared/text/text.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { EngineSupervisor } from '../engine-process/engine-supervisor.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { CaptureWatch } from '../studio/capture-watch.ts';
import type { CommandRunner } from '../studio/command-runner.ts';
import { loadApp } from '../window/window.ts';
import type { LiveOptions } from './options.ts';
import { LiveRun } from './run-live.ts';

export interface StartLiveOptions {
  readonly options: LiveOptions;
  readonly session: BroadcastSession;
  readonly commands: CommandRunner;
  readonly secrets: SecretRegister;
  readonly engine: EngineSupervisor;
  readonly capture: CaptureWatch;
  readonly window: BrowserWindow;
}

/** Only after `ready`: Chromium puts its own signal handlers in before, and the last one wins. */
export function startLive({
  options,
  session,
  commands,
  secrets,
  engine,
  capture,
  window,
}: StartLiveOptions): LiveRun {
  const run = new LiveRun({
    options,
    session,
    commands,
    secrets,
    writeOut: (line) => process.stdout.write(`${line}\n`),
    writeError: (line) => process.stderr.write(`${line}\n`),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => run.stop());
  engine.onMessage.on((message) => {
    if (message.type === 'filePlayable') run.mediaReady();
    else if (message.type === 'fileFailed') run.fileFailed(message.error);
  });
  if (options.sourceFile === undefined) {
    capture.onReport.on((report) => {
      if (report !== undefined && isCaptureUnderWay(report)) run.mediaReady();
    });
  } else {
    const hasSound = options.audio.type === 'source';
    const path = resolve(options.sourceFile);
    engine.send({ type: 'playFile', path, hasSound, profile: options.encoding });
  }
  loadApp(window).catch((error: unknown) =>
    run.windowLost(texts.live.captureNotLoaded(toAppError(error).message)),
  );
  return run;
}

/** What the page captures: a file is played by the engine, its sound too. */
export function captureOf({ source, audio, encoding }: LiveOptions): AppFacts['live'] {
  if (source.type !== 'file') return { source, audio, encoding };
  return { source: { type: 'none' }, audio: audio.type === 'source' ? { type: 'none' } : audio, encoding };
}
