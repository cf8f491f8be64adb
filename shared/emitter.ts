/** The one emitter: typed events, listeners that end by a disposable. */
import type { Disposable } from './disposable.ts';

export type Listener<T> = (event: T) => void;

export class Emitter<T> {
  #listeners = new Set<Listener<T>>();

  /** Listens until the returned disposable is disposed. */
  on(listener: Listener<T>): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  emit(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
