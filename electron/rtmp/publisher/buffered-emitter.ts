/**
 * Events that wait for the first listener: what a server says in the same breath as Publish.Start comes before anybody
 * could have listened. Delivers in order; the last event ends it.
 */
import type { Disposable } from '../../../shared/disposable.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { Listener } from '../../../shared/emitter.ts';

/** A server that talks to nobody must not fill the memory: the oldest of what waits gives way. */
const MAX_WAITING = 256;

export class BufferedEmitter<T> {
  readonly #emitter = new Emitter<T>();
  /** Undefined once somebody listens and has heard it. */
  #waiting: T[] | undefined = [];
  #hasEnded = false;

  /** The first listener hears what waited, after this call has returned. */
  on(listener: Listener<T>): Disposable {
    const subscription = this.#emitter.on(listener);
    if (this.#waiting) queueMicrotask(() => this.#deliver());
    return subscription;
  }

  emit(event: T): void {
    if (this.#hasEnded) return;
    if (!this.#waiting) return this.#emitter.emit(event);
    this.#waiting.push(event);
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }

  /** Emits the last event; nothing comes after it. */
  end(event: T): void {
    this.emit(event);
    this.#hasEnded = true;
    if (!this.#waiting) this.#emitter.clear();
  }

  #deliver(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    for (const event of waiting) this.#emitter.emit(event);
    if (this.#hasEnded) this.#emitter.clear();
  }
}
