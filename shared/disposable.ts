/** Ownership of things that must be ended: sockets, timers, listeners, processes. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables and ends them once, newest first. What is added after the end is ended at once. */
export class DisposableStore implements Disposable {
  #items: Disposable[] = [];
  #isDisposed = false;

  add<T extends Disposable>(item: T): T {
    if (this.#isDisposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  /** Registers a plain clean-up function. */
  defer(dispose: () => void): void {
    this.add({ dispose });
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const item of this.#items.splice(0).reverse()) item.dispose();
  }
}
