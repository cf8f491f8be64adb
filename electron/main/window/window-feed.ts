/**
 * Sends the window what the engine reports: the newest snapshot and the events since the last sending, a bounded number
 * of times a second, however many the engine reports. The first after a pause goes out at once.
 */
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';

const INTERVAL_MS = 50;
/** More than these in one interval are left out, oldest first: the window asks for the history when it opens. */
const MAX_PENDING_EVENTS = 500;

export interface WindowFeedOptions {
  readonly sendSnapshot: (snapshot: EngineSnapshot) => void;
  readonly sendEvents: (events: readonly BroadcastEvent[]) => void;
}

export class WindowFeed {
  readonly #options: WindowFeedOptions;
  #snapshot: EngineSnapshot | undefined;
  #events: BroadcastEvent[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WindowFeedOptions) {
    this.#options = options;
  }

  pushSnapshot(snapshot: EngineSnapshot): void {
    this.#snapshot = snapshot;
    this.#sendSoon();
  }

  pushEvent(event: BroadcastEvent): void {
    if (this.#events.length === MAX_PENDING_EVENTS) this.#events.shift();
    this.#events.push(event);
    this.#sendSoon();
  }

  /** A new broadcast begins: what waits belongs to the one before. */
  forgetEvents(): void {
    this.#events = [];
  }

  #sendSoon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#snapshot !== undefined || this.#events.length > 0) this.#sendSoon();
    }, INTERVAL_MS);
    this.#send();
  }

  /** Events first: a snapshot may say that the broadcast is over, and its last event belongs to it. */
  #send(): void {
    const events = this.#events;
    const snapshot = this.#snapshot;
    this.#events = [];
    this.#snapshot = undefined;
    if (events.length > 0) this.#options.sendEvents(events);
    if (snapshot !== undefined) this.#options.sendSnapshot(snapshot);
  }
}
