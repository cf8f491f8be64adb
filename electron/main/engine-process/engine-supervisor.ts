/**
 * Owns the engine process: starts it, restarts it when it dies, hands it its messages and the media port.
 * Knows nothing of what is broadcast; the window and the settings live on whatever happens here.
 */
import { MessageChannelMain, utilityProcess } from 'electron';
import type { UtilityProcess, WebContents } from 'electron';
import { Emitter } from '../../../shared/emitter.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { MatrixFilter } from '../../../shared/encoding/matrix-filter.ts';
import type { FromEngine, ToEngine } from '../../../shared/ipc/engine-control.ts';
import type { MediaSourceFiles } from '../../../shared/media/media-source-port.ts';
import { cleanTexts } from '../../../shared/redact.ts';
import { readEngineMessage } from './engine-messages.ts';
import { RestartBudget } from './restart-budget.ts';

/** Kinds of messages refused that are logged. */
const MAX_BAD_MESSAGES = 20;
/** Room for new objects before V8 looks for those in use. With its own 16 MB the engine holds a minute of what nothing needs. */
const NEW_OBJECTS_MB = 2;

export interface SupervisorOptions {
  readonly enginePath: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly logLevel: 'debug' | 'info';
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly onLog: (level: 'info' | 'warn', text: string) => void;
  /** Takes secrets out of a text: a server may say a key back, and whatever the engine tells goes to window and files. */
  readonly clean: (text: string) => string;
}

/** What the engine is told of an ffmpeg. */
interface FfmpegForEngine {
  readonly path: string;
  readonly matrixFilter: MatrixFilter;
}

export class EngineSupervisor {
  readonly onMessage = new Emitter<FromEngine>();
  /** `isRestarted` in its details: another one runs by now. */
  readonly onExit = new Emitter<ErrorRecord>();
  readonly #options: SupervisorOptions;
  #process: UtilityProcess | undefined;
  #ffmpeg: FfmpegForEngine | undefined;
  readonly #restarts = new RestartBudget();
  #mediaSources: readonly MediaSourceFiles[] = [];
  #isEnding = false;
  #hasBegun = false;
  #contents: WebContents | undefined;
  /** Why the engine is about to end, in its own words. */
  #fault: string | undefined;
  readonly #badMessages = new Set<string>();

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Tells a running engine, and every later one, which ffmpeg to use; undefined when there is none. */
  configure(ffmpeg: FfmpegForEngine | undefined): void {
    this.#ffmpeg = ffmpeg;
    this.#process?.postMessage(this.#configureMessage());
  }

  /** Tells a running engine, and every later one, the files of media sources. */
  setMediaSources(sources: readonly MediaSourceFiles[]): void {
    if (JSON.stringify(sources) === JSON.stringify(this.#mediaSources)) return;
    this.#mediaSources = sources;
    this.#process?.postMessage({ type: 'mediaSources', sources } satisfies ToEngine);
  }

  /** For one that isn't to wait for its first message or for the page. */
  start(): void {
    if (this.#process !== undefined || this.#isEnding) return;
    const child = utilityProcess.fork(this.#options.enginePath, [], {
      serviceName: 'Upcast engine',
      execArgv: [`--max-semi-space-size=${NEW_OBJECTS_MB}`],
      stdio: 'pipe',
      env: { ...this.#options.environment },
    });
    this.#process = child;
    this.#hasBegun = true;
    child.stdout?.on('data', (data: Buffer) => this.#options.onLog('info', data.toString().trimEnd()));
    child.stderr?.on('data', (data: Buffer) => this.#options.onLog('warn', data.toString().trimEnd()));
    this.#fault = undefined;
    child.on('message', (message: unknown) => {
      if (this.#process === child) this.#receive(message);
    });
    child.on('exit', (code) => this.#exited(child, code));
    child.postMessage(this.#configureMessage());
    child.postMessage({ type: 'mediaSources', sources: this.#mediaSources } satisfies ToEngine);
  }

  /** Starts the engine when it is not there (nobody needed it, or it died too often); the message then waits for it in its own queue. */
  send(message: ToEngine): void {
    if (this.#process === undefined) {
      this.#restarts.renew();
      this.start();
      if (this.#contents !== undefined) this.connectMedia(this.#contents);
    }
    this.#process?.postMessage(message);
  }

  /** Gives the page and the engine, which begins with that, the two ends of a fresh channel for frames and sound. */
  connectMedia(contents: WebContents): void {
    this.#contents = contents;
    if (!this.#hasBegun) this.start();
    if (this.#process === undefined || contents.isDestroyed()) return;
    const { port1, port2 } = new MessageChannelMain();
    const message: ToEngine = { type: 'mediaPort', profileFolder: contents.session.storagePath ?? undefined };
    this.#process.postMessage(message, [port1]);
    // oxlint-disable-next-line unicorn/no-null -- Electron's message that has ports and no content
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

  #receive(value: unknown): void {
    const checked = readEngineMessage(value);
    if ('problem' in checked) return this.#logBadMessage(checked.problem);
    const message = cleanTexts(checked.message, this.#options.clean);
    if (message.type === 'fault') {
      const { code, details } = message.error;
      this.#fault = String(details['message'] ?? code);
    }
    this.onMessage.emit(message);
  }

  /** Each problem once. */
  #logBadMessage(problem: string): void {
    if (this.#badMessages.has(problem) || this.#badMessages.size >= MAX_BAD_MESSAGES) return;
    this.#badMessages.add(problem);
    this.#options.onLog('warn', `the engine sent a message that is none: ${this.#options.clean(problem)}`);
  }

  #configureMessage(): ToEngine {
    const { path: ffmpegPath = '', matrixFilter = 'scale' } = this.#ffmpeg ?? {};
    return { type: 'configure', ffmpegPath, matrixFilter, logLevel: this.#options.logLevel };
  }

  #exited(child: UtilityProcess, code: number): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    if (this.#isEnding) return;
    const isRestarted = this.#restarts.allow(this.#options.now());
    if (isRestarted) this.start();
    const error = new AppError('internal/engine-exited', {
      message:
        this.#fault === undefined
          ? 'the streaming engine stopped unexpectedly'
          : `the streaming engine stopped after a fault of its own (${this.#fault})`,
      exitCode: code,
      isRestarted,
    });
    this.onExit.emit(error.toRecord());
  }
}
