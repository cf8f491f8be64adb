/**
 * The pulse of a broadcast or a recording while one is under way: beats for what is decided often, seconds for samples, and
 * what only time tells, that the machine slept or that its network changed. Decides nothing.
 */
import type { Disposable } from '../../shared/disposable.ts';
import type { Clock } from './publisher-port.ts';

const SAMPLE_INTERVAL_MS = 1000;
const BEAT_MS = 250;
/** A beat that comes so late means that the machine slept. */
const SLEPT_MS = 5000;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Names the machine's addresses; asked once a second. */
  readonly readNetwork: () => string;
  /** Asked before each beat: the first `false` ends it. */
  readonly isNeeded: () => boolean;
  readonly onBeat: (nowMs: number) => void;
  readonly onSecond: (nowMs: number) => void;
  readonly onSlept: (sleptMs: number) => void;
  readonly onNetworkChanged: (network: string) => void;
}

export class Heartbeat implements Disposable {
  readonly #options: HeartbeatOptions;
  #timer: Disposable | undefined;
  #lastBeatMs = 0;
  #lastSecondMs = 0;
  #network = '';

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Gives whether it began to beat; false where it does already. */
  start(): boolean {
    if (this.#timer) return false;
    const { clock, readNetwork } = this.#options;
    this.#lastBeatMs = clock.now();
    this.#lastSecondMs = this.#lastBeatMs;
    this.#network = readNetwork();
    this.#schedule();
    return true;
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
  }

  #schedule(): void {
    const { clock, isNeeded } = this.#options;
    this.#timer = clock.after(BEAT_MS, () => {
      this.#timer = undefined;
      if (!isNeeded()) return;
      this.#beat(clock.now());
      this.#schedule();
    });
  }

  #beat(nowMs: number): void {
    const { onBeat, onSecond, onSlept } = this.#options;
    if (nowMs - this.#lastBeatMs > SLEPT_MS) onSlept(nowMs - this.#lastBeatMs);
    this.#lastBeatMs = nowMs;
    if (nowMs - this.#lastSecondMs >= SAMPLE_INTERVAL_MS - BEAT_MS / 2) {
      this.#lastSecondMs = nowMs;
      onSecond(nowMs);
      this.#watchNetwork();
    }
    onBeat(nowMs);
  }

  #watchNetwork(): void {
    const network = this.#options.readNetwork();
    if (network === this.#network) return;
    this.#network = network;
    this.#options.onNetworkChanged(network);
  }
}
