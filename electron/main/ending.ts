/**
 * Closing the window, quitting, logging off: while on air it is asked first; then the stream is ended and drained within
 * its deadline, and only then does the app go. Never leaves a stream dangling.
 */
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { BroadcastSession } from './broadcast-session.ts';

/** Beyond the drain: what ending the connections and the encoder may take. */
const ENDING_MARGIN_MS = 5000;

export interface EndingOptions {
  readonly session: BroadcastSession;
  readonly drainMs: () => number;
  /** Ends the engine, writes what is unwritten. */
  readonly shutDown: () => Promise<void>;
  readonly onFailed: (error: unknown) => void;
}

export class Ending {
  readonly #options: EndingOptions;
  #phase: 'running' | 'asking' | 'ending' | 'over' = 'running';

  constructor(options: EndingOptions) {
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
    // The system waits for nobody: end the stream properly without a question.
    window.on('session-end', () => {
      this.end(0).catch(this.#options.onFailed);
    });
  }

  /** Ends what is on air, then the app. */
  async end(exitCode: number): Promise<void> {
    if (this.#phase === 'ending' || this.#phase === 'over') return;
    this.#phase = 'ending';
    const { session } = this.#options;
    if (session.isOnAir) {
      session.send({ type: 'stopBroadcast' });
      await withDeadline(session.untilIdle(), this.#options.drainMs() + ENDING_MARGIN_MS);
    }
    await withDeadline(this.#options.shutDown(), ENDING_MARGIN_MS);
    this.#phase = 'over';
    app.exit(exitCode);
  }

  async #ask(window: BrowserWindow): Promise<void> {
    if (this.#phase !== 'running') return;
    if (this.#options.session.isOnAir) {
      this.#phase = 'asking';
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        title: 'Upcast',
        message: 'You are live.',
        detail: 'Closing Upcast ends the stream for your viewers.',
        buttons: ['End stream and close', 'Keep streaming'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      this.#phase = 'running';
      if (response !== 0) return;
    }
    await this.end(0);
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
