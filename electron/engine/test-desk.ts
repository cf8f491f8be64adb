/** The one test of a destination that may be under way: started, cancelled, and out of the way of a broadcast. */
import { AppError } from '../../shared/errors/app-error.ts';
import type { FromEngine, TestDestination } from '../../shared/ipc/engine-control.ts';
import { testDestination } from '../broadcast/destination-test/destination-test.ts';

export interface TestDeskOptions {
  readonly tell: (message: FromEngine) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class TestDesk {
  readonly #options: TestDeskOptions;
  #running: AbortController | undefined;

  constructor(options: TestDeskOptions) {
    this.#options = options;
  }

  /** Resolves when the test is over. @throws AppError `input/bad-message` while another one runs. */
  async run({ destination, reach, testQuery, capKbps }: TestDestination): Promise<void> {
    if (this.#running !== undefined) {
      throw new AppError('input/bad-message', { message: 'another test is under way' });
    }
    const running = new AbortController();
    this.#running = running;
    const { tell, now } = this.#options;
    try {
      await testDestination({
        destination,
        reach,
        capKbps,
        now,
        signal: running.signal,
        onProgress: (test) => tell({ type: 'test', test }),
        ...(testQuery === undefined ? {} : { testQuery }),
      });
    } finally {
      this.#running = undefined;
    }
  }

  /** Nothing happens while there is no test. */
  cancel(): void {
    this.#running?.abort();
  }
}
