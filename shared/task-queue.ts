/** Runs tasks one after the other, in the order they were asked for. A task that fails holds up none behind it. */
export class TaskQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    this.#last = turn;
    return turn;
  }

  /** Resolves when every task so far is done, or has failed and was told to its caller. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#last]);
  }
}
