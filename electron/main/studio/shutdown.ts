/**
 * Closing the window, quitting, logging off: while on air it is asked first; then the stream is ended and drained within
 * its deadline, and only then does the app go. Never leaves a stream dangling.
 */
import { app, dialog, powerMonitor } from 'electron';
import type { BrowserWindow } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { BroadcastSession } from './broadcast-session.ts';
import { texts } from '../../../shared/text/text.ts';

/** Beyond the drain: what shutdown the connections and the encoder may take. */
const ENDING_MARGIN_MS = 5000;
/** What queued media may take when the system ends the session: it gives a program some five seconds in all. */
const HURRIED_DRAIN_MS = 2000;

export interface ShutdownOptions {
  readonly session: BroadcastSession;
  readonly drainMs: () => number;
  /** Ends the engine, writes what is unwritten. */
  readonly shutDown: () => Promise<void>;
  readonly onFailed: (error: unknown) => void;
  /** The engine did not do what the end asks of it. */
  readonly onRefused: (text: string) => void;
}

export class Shutdown {
  readonly #options: ShutdownOptions;
  #phase: 'running' | 'asking' | 'shutdown' | 'over' = 'running';

  constructor(options: ShutdownOptions) {
    this.#options = options;
  }

  /** Asks in this window before it closes while on air. */
  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (this.#phase === 'over') return;
      event.preventDefault();
      this.#ask(window).catch(this.#options.onFailed);
    });
    app.on('before-quit', (event) => {
      if (this.#phase === 'over') return;
      event.preventDefault();
      this.#ask(window).catch(this.#options.onFailed);
    });
    const endSoon = (): void => {
      this.#end(0, HURRIED_DRAIN_MS).catch(this.#options.onFailed);
    };
    // The system waits for nobody: end the stream properly without a question.
    window.on('session-end', endSoon);
    powerMonitor.on('shutdown', (...[event]: readonly Partial<Pick<Electron.Event, 'preventDefault'>>[]) => {
      // Asks the system to wait a little; the declaration has left the event out.
      event?.preventDefault?.();
      endSoon();
    });
    // After `ready`: Chromium puts its own handlers in before, which would ask; the last one wins.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endSoon);
  }

  /** Ends what is on air, then the app. */
  async end(exitCode: number): Promise<void> {
    await this.#end(exitCode, this.#options.drainMs());
  }

  /** Ends what is on air and writes what is unwritten, in the time that a system gives a program; the caller exits. */
  async finish(): Promise<void> {
    if (this.#phase === 'shutdown' || this.#phase === 'over') return;
    await this.#finish(HURRIED_DRAIN_MS);
  }

  async #end(exitCode: number, drainMs: number): Promise<void> {
    if (this.#phase === 'shutdown' || this.#phase === 'over') return;
    await this.#finish(drainMs);
    app.exit(exitCode);
  }

  async #finish(drainMs: number): Promise<void> {
    this.#phase = 'shutdown';
    const { session } = this.#options;
    if (session.isOnAir) {
      this.#request({ type: 'stopBroadcast' });
      await withDeadline(session.untilOver(), drainMs);
      if (session.isOnAir) this.#request({ type: 'endNow' });
    }
    const { phase } = session.snapshot.recorder;
    if (phase === 'recording' || phase === 'waiting') this.#request({ type: 'stopRecording' });
    await withDeadline(session.untilOver(), ENDING_MARGIN_MS);
    await withDeadline(this.#options.shutDown(), ENDING_MARGIN_MS);
    this.#phase = 'over';
  }

  /** What became of it shows in the state; a refusal means that it ended meanwhile. */
  #request(command: Parameters<BroadcastSession['request']>[0]): void {
    this.#options.session
      .request(command)
      .catch((error: unknown) => this.#options.onRefused(`${command.type}: ${toAppError(error).message}`));
  }

  async #ask(window: BrowserWindow): Promise<void> {
    if (this.#phase !== 'running') return;
    if (this.#options.session.isOnAir) {
      this.#phase = 'asking';
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
      // The system may have ended it while it was asked.
      if (!this.#isAsking()) return;
      this.#phase = 'running';
      if (response !== 0) return;
    }
    await this.end(0);
  }

  #isAsking(): boolean {
    return this.#phase === 'asking';
  }
}

/** Waits at most this long; what is not done by then is cut off by the exit that follows. */
async function withDeadline(work: Promise<void>, deadlineMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, deadlineMs);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
