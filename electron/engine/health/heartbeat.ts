/**
 * The pulse of a broadcast or a recording: beats for frequent decisions, seconds for samples, and a report when the computer slept,
 * its clock was set or its network changed. Decides nothing.
 */
import type { Clock } from '../../../shared/clock.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { PULSE } from './deadlines.ts';

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
    this.#timer = clock.after(PULSE.beatMs, () => {
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
    if (passedMs > PULSE.sleptMs) onSlept(passedMs);
    if (nowMs - this.#lastSecondMs >= PULSE.secondMs - PULSE.beatMs / 2) {
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
    if (Math.abs(setByMs) >= PULSE.clockSetMs) this.#options.onClockSet(setByMs);
  }

  #watchNetwork(): void {
    const network = this.#options.readNetwork();
    if (network === this.#network) return;
    this.#network = network;
    this.#options.onNetworkChanged(network);
  }
}
