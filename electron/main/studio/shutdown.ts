/**
 * Closing the window, quitting, logging off: while on air it is asked first; then the stream is ended and drained within
 * its deadline, and only then does the app go. Never leaves a stream dangling.
 */
import type { App, BrowserWindow, Event, PowerMonitor } from 'electron';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { BroadcastSession } from './broadcast-session.ts';

/** What each step of the end may take, ms. */
interface Deadlines {
  /** Queued media. */
  readonly drainMs: number;
  /** Beyond the drain: the connections, the encoder, the recording. */
  readonly overMs: number;
  /** The engine's end, and what is unwritten. */
  readonly shutDownMs: number;
}

const USUAL = { overMs: 5000, shutDownMs: 5000 } as const;
/** A system that ends the session gives a program some five seconds for the first two steps. */
const HURRIED: Deadlines = { drainMs: 2000, ...USUAL };
/** Windows ends every process five seconds after its question, whatever they do. */
const WINDOWS_SESSION: Deadlines = { drainMs: 2000, overMs: 1500, shutDownMs: 1000 };

export interface ShutdownOptions {
  readonly system: ShutdownSystem;
  readonly session: BroadcastSession;
  readonly drainMs: () => number;
  /** Ends the engine, writes what is unwritten. */
  readonly shutDown: () => Promise<void>;
  readonly onFailed: (error: unknown) => void;
  /** The engine did not do what the end asks of it. */
  readonly onRefused: (text: string) => void;
}

/** What ends the app, from outside. */
export interface ShutdownSystem {
  readonly app: Pick<App, 'on' | 'exit'>;
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  readonly process: Pick<NodeJS.Process, 'on'>;
  /** Asks whether the stream may end. */
  readonly askToEnd: (window: BrowserWindow) => Promise<boolean>;
}

export class Shutdown {
  readonly #options: ShutdownOptions;
  #phase: 'running' | 'asking' | 'shutdown' | 'over' = 'running';
  /** Ends the wait for queued media. */
  #endDrain: (() => void) | undefined;

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
    const { app, powerMonitor, process } = this.#options.system;
    app.on('before-quit', (event) => {
      if (this.#phase === 'over') return;
      event.preventDefault();
      this.#ask(window).catch(this.#options.onFailed);
    });
    const endWithin = (deadlines: Deadlines): void => {
      this.#end(0, deadlines).catch(this.#options.onFailed);
    };
    // Windows asks before it ends the session, and ends every process at once after that: only a program that says no gets time.
    window.on('query-session-end', (event) => {
      if (!this.#isBusy()) return;
      event.preventDefault();
      endWithin(WINDOWS_SESSION);
    });
    // The system waits for nobody: end the stream properly without a question.
    window.on('session-end', () => endWithin(WINDOWS_SESSION));
    powerMonitor.on('shutdown', (...[event]: readonly Partial<Pick<Event, 'preventDefault'>>[]) => {
      // Asks the system to wait a little; the declaration has left the event out.
      event?.preventDefault?.();
      endWithin(HURRIED);
    });
    // After `ready`: Chromium puts its own handlers in before, which would ask; the last one wins.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => endWithin(HURRIED));
  }

  /** Ends what is on air, then the app. */
  async end(exitCode: number): Promise<void> {
    await this.#end(exitCode, { drainMs: this.#options.drainMs(), ...USUAL });
  }

  /** Ends what is on air and writes what is unwritten, in the time that a system gives a program; the caller exits. */
  async finish(): Promise<void> {
    if (this.#phase === 'shutdown' || this.#phase === 'over') return;
    await this.#finish(HURRIED);
  }

  /** Whether an end right now would lose something. */
  #isBusy(): boolean {
    const { session } = this.#options;
    return session.isOnAir || isRecorderBusy(session.snapshot.recorder) || this.#phase === 'shutdown';
  }

  async #end(exitCode: number, deadlines: Deadlines): Promise<void> {
    if (this.#phase === 'shutdown' || this.#phase === 'over') {
      // The system ends what waits for its queued media.
      setTimeout(() => this.#endDrain?.(), deadlines.drainMs);
      return;
    }
    await this.#finish(deadlines);
    this.#options.system.app.exit(exitCode);
  }

  async #finish({ drainMs, overMs, shutDownMs }: Deadlines): Promise<void> {
    this.#phase = 'shutdown';
    const { session } = this.#options;
    if (session.isOnAir) {
      this.#request({ type: 'stopBroadcast' });
      const cut = new Promise<void>((resolve) => {
        this.#endDrain = resolve;
      });
      await withDeadline(Promise.race([session.untilOver(), cut]), drainMs);
      if (session.isOnAir) this.#request({ type: 'endNow' });
    }
    const { phase } = session.snapshot.recorder;
    if (phase === 'recording' || phase === 'waiting') this.#request({ type: 'stopRecording' });
    await withDeadline(session.untilOver(), overMs);
    await withDeadline(this.#options.shutDown(), shutDownMs);
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
      const mayEnd = await this.#options.system.askToEnd(window);
      // The system may have ended it while it was asked.
      if (!this.#isAsking()) return;
      this.#phase = 'running';
      if (!mayEnd) return;
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
