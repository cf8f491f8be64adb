/**
 * The times of one broadcast or recording as they are shown and kept: the wall clock is read when it begins, and from there on they go
 * by the monotonic clock. Samples, events and states lie on this one line; none goes back, whatever is done to the system's clock.
 */
import type { BroadcastState, DestinationView, RecorderView } from '../../../shared/broadcast/state.ts';
import type { Clock } from '../../../shared/clock.ts';

export class Timeline {
  readonly #clock: Clock;
  /** What is added to the monotonic clock. */
  #offsetMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.begin();
  }

  /** Only while nothing is under way. */
  begin(): void {
    this.#offsetMs = Math.round(this.#clock.wallMs() - this.#clock.now());
  }

  /** The milliseconds since the epoch that are shown for a reading of the monotonic clock. */
  at(nowMs: number): number {
    return Math.round(nowMs + this.#offsetMs);
  }

  now(): number {
    return this.at(this.#clock.now());
  }

  broadcast(state: BroadcastState): BroadcastState {
    if (state.phase === 'idle') return state;
    return state.phase === 'stopping'
      ? { ...state, deadlineMs: this.at(state.deadlineMs) }
      : { ...state, sinceMs: this.at(state.sinceMs) };
  }

  destination(view: DestinationView): DestinationView {
    const { state } = view;
    if (state.phase === 'live') return { ...view, state: { ...state, sinceMs: this.at(state.sinceMs) } };
    if (state.phase === 'stopping')
      return { ...view, state: { ...state, deadlineMs: this.at(state.deadlineMs) } };
    if (state.phase !== 'reconnecting' || state.retryAtMs === undefined) return view;
    return { ...view, state: { ...state, retryAtMs: this.at(state.retryAtMs) } };
  }

  recorder(view: RecorderView): RecorderView {
    if (view.phase !== 'recording' && view.phase !== 'finishing') return view;
    return { ...view, sinceMs: this.at(view.sinceMs) };
  }
}
