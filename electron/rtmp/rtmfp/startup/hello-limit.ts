/** How many hellos are answered: to one host, since anybody may write its address into a datagram, and to all together. */
import { RateLimit } from '../../session/rate-limit.ts';
import { MAX_ALL_HELLOS_PER_SECOND, MAX_COUNTED_ADDRESSES, MAX_HELLOS_PER_SECOND } from '../limits.ts';

export class HelloLimit {
  readonly #all = new RateLimit(MAX_ALL_HELLOS_PER_SECOND);
  readonly #hosts = new Map<string, number>();
  #windowStartMs = -Infinity;

  allows(host: string, nowMs: number): boolean {
    if (nowMs - this.#windowStartMs >= 1000) {
      this.#windowStartMs = nowMs;
      this.#hosts.clear();
    }
    const count = this.#hosts.get(host) ?? 0;
    if (count >= MAX_HELLOS_PER_SECOND) return false;
    if (count === 0 && this.#hosts.size >= MAX_COUNTED_ADDRESSES) return false;
    this.#hosts.set(host, count + 1);
    return this.#all.allows(nowMs);
  }
}
