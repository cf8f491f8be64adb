/**
 * When a link knocks at its server, and how: while it waits for a server out of reach, while an attempt hangs, and while nothing
 * arrives over a live connection. After a bad time on the network the system may wait many seconds before it sends again; a server
 * that answers a new connection at once shows that the network is back.
 */
import type { Clock } from '../../../../shared/clock.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import { missingCase } from '../../../../shared/assert.ts';
import type { ConnectStep, DestinationState } from '../../../../shared/broadcast/state.ts';
import { isAway } from '../../../../shared/broadcast/retry-policy.ts';
import type { ProbeOptions } from './publisher-port.ts';
import { ReachabilityWatch } from '../../health/reachability-watch.ts';

/** A step that takes longer hangs, unless the server was slow before. */
const STEP_PATIENCE_MS = 2000;
/** So many times as long as the whole opening took at its best. */
const SLOWNESS_FACTOR = 3;
/** Connect and publish wait for the server's own work: each time that was cut short, the next gets longer. */
const PATIENCE_GROWTH = 1.5;
const HANGING_INTERVAL_MS = 500;
/** A network that is well again lets a server answer within this. */
const ANSWER_DEADLINE_MS = 1000;

type Limits = Pick<ProbeOptions, 'isAnswerWanted' | 'deadlineMs' | 'signal'>;

export interface LinkWatchOptions {
  readonly probe: (limits: Limits) => Promise<void>;
  readonly onReachable: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

/** `reach`: whether there is a server at all; `hanging`: over a live connection; else the step at which an attempt is. */
type Want = 'reach' | 'hanging' | Exclude<ConnectStep, 'dns' | 'tcp'>;

export class LinkWatch implements Disposable {
  readonly #options: LinkWatchOptions;
  #want: Want | undefined;
  #watch: ReachabilityWatch | undefined;
  #openingSinceMs: number | undefined;
  /** The quickest opening so far, ms; absent before the first. */
  #openedInMs: number | undefined;
  #timesCutShort = 0;

  constructor(options: LinkWatchOptions) {
    this.#options = options;
  }

  /** Call after every change of the state, and whenever a live connection may have begun to hang. */
  update(state: DestinationState, isHanging: boolean): void {
    this.#noteOpening(state);
    const want = this.#wantIn(state, isHanging);
    if (want === this.#want) return;
    this.dispose();
    this.#want = want;
    if (want === undefined) return;
    const { clock, random, probe, onReachable } = this.#options;
    const isAnswerWanted = want !== 'reach';
    this.#watch = new ReachabilityWatch({
      ...{ clock, random },
      probe: (limits) => probe({ ...limits, isAnswerWanted }),
      onReachable: () => {
        if (want === 'connect' || want === 'publish') this.#timesCutShort += 1;
        this.dispose();
        onReachable();
      },
      ...this.#timesFor(want),
    });
  }

  dispose(): void {
    this.#watch?.dispose();
    this.#watch = undefined;
    this.#want = undefined;
  }

  #noteOpening(state: DestinationState): void {
    const nowMs = this.#options.clock.now();
    if (state.phase === 'connecting' || (state.phase === 'reconnecting' && state.step !== undefined)) {
      if (state.step === 'dns') this.#openingSinceMs = nowMs;
      return;
    }
    if (state.phase === 'live' && this.#openingSinceMs !== undefined) {
      this.#openedInMs = Math.min(this.#openedInMs ?? Infinity, nowMs - this.#openingSinceMs);
      this.#timesCutShort = 0;
    }
    this.#openingSinceMs = undefined;
  }

  #wantIn(state: DestinationState, isHanging: boolean): Want | undefined {
    if (state.phase === 'live') return isHanging ? 'hanging' : undefined;
    if (state.phase !== 'reconnecting') return undefined;
    if (state.retryAtMs !== undefined) return isAway(state.cause.code) ? 'reach' : undefined;
    if (state.step === undefined) return undefined;
    if (state.step === 'dns' || state.step === 'tcp') return 'reach';
    // How long a server takes that was never live nobody knows.
    return this.#openedInMs === undefined ? undefined : state.step;
  }

  #timesFor(want: Want) {
    switch (want) {
      case 'reach':
        return {};
      case 'hanging':
        return { patienceMs: 0, intervalMs: HANGING_INTERVAL_MS, deadlineMs: ANSWER_DEADLINE_MS };
      case 'tls':
      case 'handshake':
      case 'connect':
      case 'publish': {
        const isServersWork = want === 'connect' || want === 'publish';
        const growth = isServersWork ? PATIENCE_GROWTH ** this.#timesCutShort : 1;
        const patienceMs = Math.max(STEP_PATIENCE_MS, SLOWNESS_FACTOR * (this.#openedInMs ?? 0)) * growth;
        return { patienceMs, intervalMs: HANGING_INTERVAL_MS, deadlineMs: ANSWER_DEADLINE_MS };
      }
      default:
        return missingCase(want);
    }
  }
}
