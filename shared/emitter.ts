/**
 * The one emitter: typed events, listeners that end by a disposable. Listeners are isolated: an error of one goes to the owner of
 * faults, the others and the emitting side never see it.
 */
import type { Disposable } from './disposable.ts';
import { isolate } from './report-fault.ts';

export type Listener<T> = (event: T) => void;

export class Emitter<T> {
  #listeners = new Set<Listener<T>>();

  /** Listens until the returned disposable is disposed. */
  on(listener: Listener<T>): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  emit(event: T): void {
    for (const listener of [...this.#listeners]) isolate(() => listener(event));
  }

  clear(): void {
    this.#listeners.clear();
  }
}
