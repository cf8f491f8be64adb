/**
 * What a link does about a server that is out of reach: knocks until it answers, and holds the connection that was lost in
 * silence, whose reset makes the server let the stream's name go once it can be reached again.
 */
import { isAway } from '../../shared/broadcast/retry-policy.ts';
import type { DestinationState } from '../../shared/broadcast/state.ts';
import type { Disposable } from '../../shared/disposable.ts';
import type { Clock, ProbeServer, PublisherPort } from './publisher-port.ts';
import { ReachabilityWatch } from './reachability-watch.ts';

export interface LinkReachOptions {
  /** Without it nobody knocks. */
  readonly probeServer: ProbeServer | undefined;
  readonly localAddress: string | undefined;
  /** The server to knock at. */
  readonly url: () => string;
  readonly onReachable: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

export class LinkReach implements Disposable {
  readonly #options: LinkReachOptions;
  #watch: Disposable | undefined;
  #ghost: PublisherPort | undefined;

  constructor(options: LinkReachOptions) {
    this.#options = options;
  }

  /** Lost in silence: it is destroyed by `release`. */
  hold(ghost: PublisherPort): void {
    this.release();
    this.#ghost = ghost;
  }

  /** The server answers, or nobody waits for it any more. */
  release(): void {
    this.#ghost?.destroy();
    this.#ghost = undefined;
  }

  /** Knocks while the server is out of reach: the link waits for a retry, or an attempt hangs. */
  follow(state: DestinationState): void {
    const { probeServer, localAddress, url, onReachable, clock, random } = this.#options;
    const isHanging = state.phase === 'reconnecting' && (state.step === 'dns' || state.step === 'tcp');
    const isWaiting =
      state.phase === 'reconnecting' && state.retryAtMs !== undefined && isAway(state.cause.code);
    if (!probeServer || !(isHanging || isWaiting)) {
      this.#watch?.dispose();
      this.#watch = undefined;
      if (state.phase === 'idle' || state.phase === 'failed') this.release();
      return;
    }
    this.#watch ??= new ReachabilityWatch({
      probe: (limits) =>
        probeServer({ url: url(), ...(localAddress === undefined ? {} : { localAddress }), ...limits }),
      clock,
      random,
      onReachable: () => {
        this.#watch = undefined;
        onReachable();
      },
    });
  }

  dispose(): void {
    this.#watch?.dispose();
    this.release();
  }
}
