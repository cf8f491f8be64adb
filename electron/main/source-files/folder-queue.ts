/**
 * Lets few at a time wait for the disk. A drive that doesn't answer holds a thread of the process until it does, and there are four for
 * everything that main reads and writes: one folder gets one of them, all folders together two.
 */

const MAX_AT_ONCE = 2;

interface Waiting {
  readonly folder: string;
  start(): void;
}

export class FolderQueue {
  readonly #busy = new Set<string>();
  #waiting: readonly Waiting[] = [];

  /** In the order of asking within a folder. */
  async run<T>(folder: string, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting = [...this.#waiting, { folder, start }];
      this.#next();
    });
    try {
      return await work();
    } finally {
      this.#busy.delete(folder);
      this.#next();
    }
  }

  #next(): void {
    if (this.#busy.size >= MAX_AT_ONCE) return;
    const next = this.#waiting.find(({ folder }) => !this.#busy.has(folder));
    if (next === undefined) return;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    this.#busy.add(next.folder);
    next.start();
    this.#next();
  }
}
