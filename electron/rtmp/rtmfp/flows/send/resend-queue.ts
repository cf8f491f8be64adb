/** What of a flow is to be sent again: once, or twice over a link that may well lose it again. */
import type { Fragment } from './fragment.ts';

export class ResendQueue {
  /** By number. */
  readonly #lost: Fragment[] = [];
  /** Sent again, and once more to be on the safe side. */
  readonly #repeats: Fragment[] = [];

  lost(fragment: Fragment): void {
    let at = this.#lost.length;
    while (at > 0 && (this.#lost[at - 1]?.sequence ?? 0) > fragment.sequence) at -= 1;
    this.#lost.splice(at, 0, fragment);
  }

  /** @param packet the number of the packet that would take it along: what is sent twice goes into two packets. */
  next(packet: number): Fragment | undefined {
    return this.#nextLost() ?? this.#nextRepeat(packet);
  }

  /** A packet takes along what `next` gave. @returns false for any other. */
  taken(fragment: Fragment, isLinkLossy: boolean): boolean {
    if (fragment === this.#lost[0]) {
      this.#lost.shift();
      if (isLinkLossy) this.#repeats.push(fragment);
      return true;
    }
    if (fragment !== this.#repeats[0]) return false;
    this.#repeats.shift();
    return true;
  }

  clear(): void {
    this.#lost.length = 0;
    this.#repeats.length = 0;
  }

  #nextLost(): Fragment | undefined {
    for (;;) {
      const fragment = this.#lost[0];
      if (fragment === undefined) return undefined;
      // The end of a flow has no content that could be given up.
      const isGivenUp = fragment.isAbandoned && fragment.message !== undefined;
      if (!fragment.isAcknowledged && !fragment.isInFlight && !isGivenUp) return fragment;
      this.#lost.shift();
    }
  }

  #nextRepeat(packet: number): Fragment | undefined {
    for (;;) {
      const fragment = this.#repeats[0];
      if (fragment === undefined) return undefined;
      if (fragment.isInFlight && !fragment.isAbandoned)
        return fragment.transmission === packet ? undefined : fragment;
      this.#repeats.shift();
    }
  }
}
