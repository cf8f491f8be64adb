/** The commands that the engine has not answered yet. Each is settled once: by its answer, by the engine's end, or by a deadline. */
import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { EngineCommand, FromEngine, ToEngine } from '../../../shared/ipc/engine-control.ts';

/** Longer than any command takes, and shorter than a remote control waits. An engine this silent hangs. */
const ANSWER_DEADLINE_MS = 20_000;

interface OpenRequest {
  readonly settle: (error: AppError | undefined) => void;
}

export class EngineRequests {
  readonly #send: (message: ToEngine) => void;
  readonly #open = new Map<number, OpenRequest>();
  #lastId = 0;

  constructor(send: (message: ToEngine) => void) {
    this.#send = send;
  }

  /** Resolves when the engine has answered. @throws AppError what it refused with; `internal/engine-exited`; `internal/engine-silent`. */
  async run(command: EngineCommand): Promise<void> {
    this.#lastId += 1;
    const requestId = this.#lastId;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        const message = `the engine did not answer ${command.type} for ${ANSWER_DEADLINE_MS / 1000} s`;
        settle(new AppError('internal/engine-silent', { message }));
      }, ANSWER_DEADLINE_MS);
      const settle = (error: AppError | undefined): void => {
        clearTimeout(timer);
        this.#open.delete(requestId);
        if (error === undefined) resolve();
        else reject(error);
      };
      this.#open.set(requestId, { settle });
      this.#send({ type: 'command', requestId, command });
    });
  }

  /** An answer to nothing, as of a request whose deadline has passed, changes nothing. */
  answered({ requestId, error }: Extract<FromEngine, { readonly type: 'answer' }>): void {
    this.#open
      .get(requestId)
      ?.settle(error === undefined ? undefined : new AppError(error.code, error.details));
  }

  /** The engine is gone, and with it every answer that is owed. */
  refuseAll(error: ErrorRecord): void {
    for (const { settle } of [...this.#open.values()]) settle(new AppError(error.code, error.details));
  }
}
