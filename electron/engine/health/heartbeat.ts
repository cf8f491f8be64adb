/**
 * The pulse of a broadcast or a recording while one is under way: beats for what is decided often, seconds for samples, and
 * what only time tells, that the machine slept or that its network changed. Decides nothing.
 */
import type { Clock } from '../../../shared/clock.ts';
import type { Disposable } from '../../../shared/disposable.ts';

const SAMPLE_INTERVAL_MS = 1000;
const BEAT_MS = 250;
/** A beat that comes so late means that the machine slept, or that this process was stopped. */
const SLEPT_MS = 5000;
/** The wall clock and the monotonic one are that far apart only after one of them was set. */
const CLOCK_SET_MS = 1000;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Names the machine's addresses; asked once a second. */
  readonly readNetwork: () => string;
  /** Asked before each beat: the first `false` ends it. */
  readonly isNeeded: () => boolean;
  readonly onBeat: (nowMs: number) => void;
  readonly onSecond: (nowMs: number) => void;
  readonly onSlept: (sleptMs: number) => void;
  /** The system's clock was set, forward when positive. Nothing that is under way goes by it. */
  readonly onClockSet: (byMs: number) => void;
  readonly onNetworkChanged: (network: string) => void;
}

export class Heartbeat implements Disposable {
  readonly #options: HeartbeatOptions;
  #timer: Disposable | undefined;
  #lastBeatMs = 0;
  #lastWallMs = 0;
  #lastSecondMs = 0;
  #network = '';

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  get isBeating(): boolean {
    return this.#timer !== undefined;
  }

  /** Gives whether it began to beat; false where it does already. */
  start(): boolean {
    if (this.#timer) return false;
    const { clock, readNetwork } = this.#options;
    this.#lastBeatMs = clock.now();
    this.#lastSecondMs = this.#lastBeatMs;
    this.#lastWallMs = clock.wallMs();
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
    const passedMs = nowMs - this.#lastBeatMs;
    this.#lastBeatMs = nowMs;
    this.#watchWallClock(passedMs);
    if (passedMs > SLEPT_MS) onSlept(passedMs);
    if (nowMs - this.#lastSecondMs >= SAMPLE_INTERVAL_MS - BEAT_MS / 2) {
      this.#lastSecondMs = nowMs;
      onSecond(nowMs);
      this.#watchNetwork();
    }
    onBeat(nowMs);
  }

  #watchWallClock(passedMs: number): void {
    const wallMs = this.#options.clock.wallMs();
    const setByMs = wallMs - this.#lastWallMs - passedMs;
    this.#lastWallMs = wallMs;
    if (Math.abs(setByMs) >= CLOCK_SET_MS) this.#options.onClockSet(setByMs);
  }

  #watchNetwork(): void {
    const network = this.#options.readNetwork();
    if (network === this.#network) return;
    this.#network = network;
    this.#options.onNetworkChanged(network);
  }
}
