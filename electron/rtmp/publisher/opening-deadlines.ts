/** The deadline of each step of the session until Publish.Start, and the error of a step that took longer. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ConnectStep } from '../../../shared/broadcast/state.ts';
import type { PublisherDeadlines } from './publisher-types.ts';

export type OpeningPhase = 'handshake' | 'connect' | 'createStream' | 'publish';

/** Publishing is one step to users, and has one deadline over both of its phases. */
const steps: Readonly<Record<OpeningPhase, ConnectStep>> = {
  handshake: 'handshake',
  connect: 'connect',
  createStream: 'publish',
  publish: 'publish',
};
const awaited: Readonly<Record<OpeningPhase, string>> = {
  handshake: 'the handshake',
  connect: 'connect',
  createStream: 'createStream',
  publish: 'publish',
};

export interface OpeningDeadlinesOptions {
  readonly host: string;
  readonly deadlines: PublisherDeadlines;
  readonly onStep: ((step: ConnectStep) => void) | undefined;
  readonly onTimeout: (error: AppError) => void;
}

export class OpeningDeadlines {
  readonly #options: OpeningDeadlinesOptions;
  #phase: OpeningPhase = 'publish';
  #timer: NodeJS.Timeout | undefined;

  constructor(options: OpeningDeadlinesOptions) {
    this.#options = options;
  }

  /** Bounds the sum of all steps, ms. */
  get totalMs(): number {
    const { handshakeMs, connectMs, publishMs } = this.#options.deadlines;
    return handshakeMs + connectMs + publishMs + 1000;
  }

  enter(phase: OpeningPhase): void {
    this.#phase = phase;
    if (phase === 'publish') return;
    const { deadlines, onStep, onTimeout } = this.#options;
    const deadlineMs = {
      handshake: deadlines.handshakeMs,
      connect: deadlines.connectMs,
      createStream: deadlines.publishMs,
    };
    this.end();
    this.#timer = setTimeout(() => onTimeout(this.timeout()), deadlineMs[phase]);
    // Last: whoever listens may end the attempt here.
    onStep?.(steps[phase]);
  }

  /** The error of the step under way. */
  timeout(): AppError {
    const { host } = this.#options;
    const message = `${host} did not answer ${awaited[this.#phase]} in time`;
    return new AppError('transport/timeout', { message, step: steps[this.#phase], host });
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
