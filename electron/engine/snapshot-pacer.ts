/**
 * When snapshots leave the engine: a change of phase at once, up to a budget; all others together, one each 100 ms. What is told
 * last is always the newest.
 */
import type { Disposable } from '../../shared/disposable.ts';
import type { Clock } from '../../shared/clock.ts';
import type { EngineSnapshot } from '../../shared/broadcast/state.ts';

const INTERVAL_MS = 100;
/** Changes of phase told at once in any one second; those beyond wait as others do. */
const MAX_AT_ONCE = 20;

export interface SnapshotPacerOptions {
  readonly clock: Pick<Clock, 'now' | 'after'>;
  readonly read: () => Omit<EngineSnapshot, 'revision'>;
  readonly send: (snapshot: EngineSnapshot) => void;
}

export class SnapshotPacer {
  readonly #options: SnapshotPacerOptions;
  #revision = 0;
  #phases = '';
  #sentMs = -Infinity;
  #secondMs = -Infinity;
  #atOnce = 0;
  #timer: Disposable | undefined;

  constructor(options: SnapshotPacerOptions) {
    this.#options = options;
  }

  /** Something in it has changed. */
  changed(): void {
    const { clock } = this.#options;
    const nowMs = clock.now();
    const isDue = Math.abs(nowMs - this.#sentMs) >= INTERVAL_MS;
    if (isDue || (this.#hasNewPhase() && this.#mayReportAtOnce(nowMs))) {
      this.#send();
      return;
    }
    this.#timer ??= clock.after(INTERVAL_MS, () => this.#send());
  }

  /** Tells what waits, before something that is to come after it. */
  flush(): void {
    if (this.#timer !== undefined) this.#send();
  }

  #hasNewPhase(): boolean {
    return phasesOf(this.#options.read()) !== this.#phases;
  }

  #mayReportAtOnce(nowMs: number): boolean {
    if (Math.abs(nowMs - this.#secondMs) >= 1000) {
      this.#secondMs = nowMs;
      this.#atOnce = 0;
    }
    this.#atOnce += 1;
    return this.#atOnce <= MAX_AT_ONCE;
  }

  #send(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    this.#sentMs = this.#options.clock.now();
    const snapshot = this.#options.read();
    this.#phases = phasesOf(snapshot);
    this.#revision += 1;
    this.#options.send({ revision: this.#revision, ...snapshot });
  }
}

function phasesOf({ broadcast, recorder, destinations, encoders }: Omit<EngineSnapshot, 'revision'>): string {
  const links = destinations.map(({ id, state }) => `${id} ${state.phase}`);
  return [broadcast.phase, recorder.phase, ...encoders.map(({ name }) => name), ...links].join('\n');
}
