/**
 * Owns the engine process: starts it, restarts it when it dies, hands it its messages and the media port.
 * Knows nothing of what is broadcast; the window and the settings live on whatever happens here.
 */
import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import { Emitter } from '../../shared/emitter.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../shared/errors/app-error.ts';
import type { FromEngine, ToEngine } from '../../shared/ipc/engine-control.ts';
import { cleanTexts } from '../../shared/redact.ts';

/** Deaths within this time count together; after `MAXIMUM_DEATHS` of them the next start waits for the user. */
const DEATH_WINDOW_MS = 60_000;
const MAXIMUM_DEATHS = 5;

export interface SupervisorOptions {
  readonly enginePath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logLevel: 'debug' | 'info';
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly onLog: (level: 'info' | 'warn', text: string) => void;
  /** Takes secrets out of a text: a server may say a key back, and whatever the engine tells goes to window and files. */
  readonly clean: (text: string) => string;
}

export class EngineSupervisor {
  readonly onMessage = new Emitter<FromEngine>();
  readonly onExit = new Emitter<ErrorRecord>();
  readonly #options: SupervisorOptions;
  #process: UtilityProcess | undefined;
  #ffmpegPath = '';
  #deathTimesMs: number[] = [];
  #isEnding = false;
  #contents: WebContents | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Tells a running engine, and every later one, which ffmpeg to use; empty when there is none. */
  configure(ffmpegPath: string): void {
    this.#ffmpegPath = ffmpegPath;
    this.#process?.postMessage(this.#configureMessage());
  }

  start(): void {
    if (this.#process !== undefined || this.#isEnding) return;
    const child = utilityProcess.fork(this.#options.enginePath, [], {
      serviceName: 'Upcast engine',
      stdio: 'pipe',
      env: { ...this.#options.environment },
    });
    this.#process = child;
    child.stdout?.on('data', (data: Buffer) => this.#options.onLog('info', data.toString().trimEnd()));
    child.stderr?.on('data', (data: Buffer) => this.#options.onLog('warn', data.toString().trimEnd()));
    child.on('message', (message: FromEngine) => {
      if (this.#process === child) this.onMessage.emit(cleanTexts(message, this.#options.clean));
    });
    child.on('exit', (code) => this.#exited(child, code));
    child.postMessage(this.#configureMessage());
  }

  /** Starts the engine when it is not there (it died too often); the message then waits for it in its own queue. */
  send(message: ToEngine): void {
    if (this.#process === undefined) {
      this.#deathTimesMs = [];
      this.start();
      if (this.#contents !== undefined) this.connectMedia(this.#contents);
    }
    this.#process?.postMessage(message);
  }

  /** Gives the page and the engine the two ends of a fresh channel for frames and sound. */
  connectMedia(contents: WebContents): void {
    this.#contents = contents;
    if (this.#process === undefined || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    const message: ToEngine = { type: 'mediaPort', profileFolder: contents.session.storagePath };
    this.#process.postMessage(message, [port1]);
    contents.postMessage('upcast:mediaPort', null, [port2]);
  }

  /** Ends the engine for good; resolves when it is gone. */
  async end(): Promise<void> {
    this.#isEnding = true;
    const child = this.#process;
    if (child === undefined) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      if (!child.kill()) resolve();
    });
  }

  #configureMessage(): ToEngine {
    return { type: 'configure', ffmpegPath: this.#ffmpegPath, logLevel: this.#options.logLevel };
  }

  #exited(child: UtilityProcess, code: number): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    if (this.#isEnding) return;
    const nowMs = this.#options.now();
    this.#deathTimesMs = [...this.#deathTimesMs.filter((at) => nowMs - at < DEATH_WINDOW_MS), nowMs];
    if (this.#deathTimesMs.length < MAXIMUM_DEATHS) {
      this.start();
    }
    const error = new AppError('internal/engine-exited', {
      message: 'the streaming engine stopped unexpectedly',
      exitCode: code,
    });
    this.onExit.emit(error.toRecord());
  }
}
