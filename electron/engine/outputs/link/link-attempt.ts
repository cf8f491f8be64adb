/**
 * The one attempt of a link to open a connection: its deadline behind those of the steps, and its end. What an attempt still
 * says after it was ended or replaced is dropped here.
 */
import type { Clock } from '../../../../shared/clock.ts';
import { toAppError } from '../../../../shared/errors/app-error.ts';
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { withReason } from '../../../../shared/errors/error-reasons.ts';
import { reportFault } from '../../../../shared/report-fault.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { ConnectStep } from '../../../../shared/broadcast/state.ts';
import { OPENING } from '../../health/deadlines.ts';
import { openFor } from './open-link.ts';
import type { Opening } from './open-link.ts';
import type { OutputConnection } from '../driver.ts';

export interface LinkAttemptOptions extends Opening {
  readonly clock: Clock;
}

/** Either `opened` or `failed` is called, once, unless the attempt is ended before. */
export interface AttemptListener {
  readonly step: (step: ConnectStep) => void;
  readonly opened: (connection: OutputConnection) => void;
  readonly failed: (error: AppError) => void;
}

export class LinkAttempt {
  readonly #options: LinkAttemptOptions;
  #current: { readonly abort: AbortController; readonly deadline: Disposable } | undefined;

  constructor(options: LinkAttemptOptions) {
    this.#options = options;
  }

  /** `ownUrl` is what the owner entered where `url` is an address that the server named. */
  open(address: { readonly url: string; readonly ownUrl: string }, listener: AttemptListener): void {
    const abort = new AbortController();
    const deadline = this.#options.clock.after(OPENING.attemptMs, () => {
      fail(withReason('transport/timeout', 'publishTimeout'));
    });
    const attempt = { abort, deadline };
    const fail = (error: AppError): void => {
      if (this.#current !== attempt) return;
      this.end();
      listener.failed(error);
    };
    this.#current = attempt;
    openFor(this.#options, address, {
      signal: abort.signal,
      onStep: (step) => {
        if (this.#current === attempt) listener.step(step);
      },
    })
      .then(
        (connection) => {
          if (this.#current !== attempt) {
            connection.destroy();
            return;
          }
          deadline.dispose();
          this.#current = undefined;
          listener.opened(connection);
        },
        (error: unknown) => fail(toAppError(error)),
      )
      .catch(reportFault);
  }

  end(): void {
    this.#current?.deadline.dispose();
    this.#current?.abort.abort();
    this.#current = undefined;
  }
}
