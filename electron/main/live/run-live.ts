/**
 * `live`: waits for the hidden window's capture, starts the broadcast, prints what happens, ends it and says how it went
 * by the exit code: 0 ended as asked, 3 never went live, 4 went live and was lost.
 */
import { createWriteStream } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { resolve } from 'node:path';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { Command, CommandRequest } from '../../../shared/studio/commands.ts';
import { isDocumentCommand } from '../../../shared/studio/document-commands.ts';
import { pathsIn } from '../../../shared/studio/files/document-paths.ts';
import type { CaptureReport } from '../../../shared/studio/readiness.ts';
import type {
  BroadcastEvent,
  StatsLine,
  StatsSample,
  StatsSummary,
} from '../../../shared/broadcast/statistics.ts';
import { texts } from '../../../shared/text/text.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { toStatsLine } from '../../../shared/text/with-sentence.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { CommandRunner } from '../studio/command-runner.ts';
import { isTrouble, reportText, summaryLine } from './live-text.ts';
import type { PreparedLive } from './prepare-live.ts';
import { runTimedCommands } from './timed-commands.ts';

export type LiveExitCode = 0 | 3 | 4;

/** Capture has this long to bring its first frame. */
const CAPTURE_DEADLINE_MS = 20_000;
const SAMPLE_MS = 1000;
/** What keeps a broadcast from having a picture at all; a missing microphone is only a warning. */
const fatalCaptureCodes: ReadonlySet<string> = new Set([
  'capture/no-camera',
  'capture/no-screen',
  'capture/permission-denied',
  'capture/file-unreadable',
  'capture/failed',
  'internal/bug',
]);

export interface LiveRunOptions {
  readonly live: PreparedLive;
  readonly session: BroadcastSession;
  readonly commands: CommandRunner;
  readonly secrets: SecretRegister;
  readonly writeOut: (line: string) => void;
  readonly writeError: (line: string) => void;
  /** Takes the answer to a command of `--command`. */
  readonly writeAnswer: (line: string) => void;
}

export class LiveRun {
  readonly #run: LiveRunOptions;
  readonly #stats: WriteStream | undefined;
  readonly #over: Promise<LiveExitCode>;
  #resolveOver: (code: LiveExitCode) => void = () => undefined;
  #phase: 'waiting' | 'starting' | 'onAir' | 'over' = 'waiting';
  #wasLive = false;
  readonly #ending = new AbortController();
  /** Of capture, before the stream is live. */
  #video: CaptureReport['video'] = 'off';
  #isWarned = false;
  #isTakingCommands = false;
  #isStopAsked = false;
  #captureTimer: NodeJS.Timeout;
  #lastSentence: string | undefined;
  #emptySamples = 0;
  #commandCount = 0;

  constructor(run: LiveRunOptions) {
    this.#run = run;
    this.#over = new Promise((resolveOver) => {
      this.#resolveOver = resolveOver;
    });
    const { statsFile } = run.live;
    this.#stats = statsFile === undefined ? undefined : createWriteStream(resolve(statsFile));
    this.#stats?.on('error', (error) => this.#print(`--stats: ${error.message}`, true));
    this.#captureTimer = setTimeout(() => this.#fail(texts.live.captureTimeout), CAPTURE_DEADLINE_MS);
    run.session.onEvent.on((event) => this.#reportEvent(event));
    run.session.onSample.on((sample) => {
      this.#record(sample);
      this.#watchPicture(sample);
    });
    run.session.onReport.on((report) => {
      this.#record(report);
      this.#print(reportText(report), false);
    });
    run.session.onSummary.on((summary) => this.#summarised(summary));
    run.session.onSnapshot.on((snapshot) => {
      if (snapshot.broadcast.phase === 'live') this.#becameLive(snapshot, snapshot.broadcast.sinceMs);
      if (
        snapshot.broadcast.phase === 'idle' &&
        snapshot.broadcast.lastError?.code === 'internal/engine-exited'
      ) {
        this.#finish(this.#wasLive ? 4 : 3);
      }
    });
  }

  /** The exit code; every event was printed and the statistics are on disk by then. */
  async result(): Promise<LiveExitCode> {
    const code = await this.#over;
    if (this.#stats !== undefined) {
      this.#stats.end();
      await finished(this.#stats);
    }
    return code;
  }

  /** Capture is under way: goes live. Later calls change nothing. */
  mediaReady(): void {
    if (this.#phase !== 'waiting') return;
    clearTimeout(this.#captureTimer);
    this.#phase = 'starting';
    this.#command({ type: 'startStream' }).then(
      () => {
        if (this.#phase === 'starting') this.#phase = 'onAir';
      },
      (error: unknown) => this.#fail(errorSentence(toAppError(error).toRecord())),
    );
  }

  /** Without a picture there is nothing to go live with. Once live the event alone tells it. */
  mediaWarning(code: string): void {
    if (fatalCaptureCodes.has(code)) this.#isWarned = true;
    this.#endWithoutVideo();
  }

  /** Failed: none of the scene's sources has a picture. */
  videoChanged(phase: CaptureReport['video']): void {
    this.#video = phase;
    this.#endWithoutVideo();
  }

  /** The warning was printed by then. */
  #endWithoutVideo(): void {
    if (this.#isWarned && this.#video === 'failed' && !this.#wasLive) this.#finish(3);
  }

  /** The file gives nothing any more; what it gave until then is still sent. */
  fileFailed(error: ErrorRecord): void {
    this.#print(errorSentence(error), true);
    if (this.#phase === 'starting' || this.#phase === 'onAir') this.stop();
    else this.#finish(3);
  }

  /** Ctrl-C: ends cleanly; pressed again, at once. */
  stop(): void {
    if (this.#phase === 'waiting' || this.#phase === 'over') {
      this.#finish(3);
      return;
    }
    const command = this.#isStopAsked ? 'endStreamNow' : 'endStream';
    this.#isStopAsked = true;
    this.#command({ type: command }).catch((error: unknown) =>
      this.#print(errorSentence(toAppError(error).toRecord()), true),
    );
  }

  /** The window is gone or cannot be loaded. */
  windowLost(text: string): void {
    this.#print(text, true);
    if (this.#phase === 'starting' || this.#phase === 'onAir') this.stop();
    else this.#finish(3);
  }

  /** @throws AppError what the command was refused with. */
  async #command(command: Command): Promise<void> {
    this.#commandCount += 1;
    const answer = await this.#run.commands.run({ requestId: `live-${this.#commandCount}`, command });
    if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
  }

  #becameLive({ nowMs }: EngineSnapshot, sinceMs: number): void {
    this.#wasLive = true;
    const { live, commands, writeAnswer, secrets } = this.#run;
    if (live.commandLines === undefined || this.#isTakingCommands) return;
    this.#isTakingCommands = true;
    const liveSinceMs = performance.now() - (nowMs - sinceMs);
    const options = {
      lines: live.commandLines,
      run: async (request: CommandRequest) => {
        allowNamedFiles(commands, request.command);
        return await commands.run(request);
      },
      writeAnswer: (line: string) => writeAnswer(secrets.clean(line)),
      nowMs: () => performance.now(),
    };
    runTimedCommands(options, liveSinceMs, this.#ending.signal).catch((error: unknown) =>
      this.#print(texts.options.commandsUnread(toAppError(error).message), true),
    );
  }

  #reportEvent(event: BroadcastEvent): void {
    if (event.kind === 'destinationLive') this.#wasLive = true;
    this.#print(texts.events.sentence(event), isTrouble(event));
    this.#record(event);
  }

  #summarised(summary: StatsSummary): void {
    this.#record(summary);
    this.#print(summaryLine(summary), false);
    if (summary.outcome === 'ended') this.#finish(0);
    else if (summary.outcome === 'lost') this.#finish(4);
    else this.#finish(this.#wasLive ? 4 : 3);
  }

  /** Sound alone, or nothing, is no broadcast. */
  #watchPicture({ encodedFrames }: StatsSample): void {
    this.#emptySamples = encodedFrames === 0 ? this.#emptySamples + 1 : 0;
    if (this.#emptySamples * SAMPLE_MS >= CAPTURE_DEADLINE_MS) this.#fail(texts.live.captureTimeout);
  }

  #record(line: StatsLine): void {
    if (this.#stats?.writableEnded === true) return;
    this.#stats?.write(`${this.#run.secrets.clean(JSON.stringify(toStatsLine(line)))}\n`);
  }

  #print(text: string, isTroublesome: boolean): void {
    if (text === this.#lastSentence) return;
    this.#lastSentence = text;
    const clean = this.#run.secrets.clean(text);
    if (isTroublesome) this.#run.writeError(clean);
    else this.#run.writeOut(clean);
  }

  #fail(text: string): void {
    this.#print(text, true);
    this.#finish(3);
  }

  #finish(code: LiveExitCode): void {
    if (this.#phase === 'over') return;
    this.#phase = 'over';
    clearTimeout(this.#captureTimer);
    this.#ending.abort();
    this.#resolveOver(code);
  }
}

/** Who starts `live` may read what this user may read: a command names a file as the options do. */
function allowNamedFiles(commands: CommandRunner, command: Command): void {
  if (!isDocumentCommand(command)) return;
  for (const path of pathsIn(command)) commands.allowFile(path);
}
