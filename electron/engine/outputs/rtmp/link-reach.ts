/**
 * What a link does about a server that is out of reach, or from which nothing comes: knocks until it answers, and holds the
 * connection that was lost in silence, whose reset makes the server let the stream's name go once it can be reached again.
 */
import type { Clock } from '../../../../shared/clock.ts';
import type { DestinationState } from '../../../../shared/broadcast/state.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { TlsSettings } from '../../../../shared/destinations/destination.ts';
import type { ProxySettings } from '../../../../shared/proxy/proxy.ts';
import type { ProbeServer, PublisherPort } from './publisher-port.ts';
import { LinkWatch } from './link-watch.ts';

export interface LinkReachOptions {
  /** Without it nobody knocks. */
  readonly probeServer: ProbeServer | undefined;
  readonly localAddress: string | undefined;
  readonly tls: TlsSettings;
  readonly proxy: ProxySettings | undefined;
  /** The server to knock at. */
  readonly url: () => string;
  readonly onReachable: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

export class LinkReach implements Disposable {
  readonly #watch: LinkWatch | undefined;
  #ghost: PublisherPort | undefined;

  constructor(options: LinkReachOptions) {
    const { probeServer, localAddress, tls, proxy, url, ...rest } = options;
    const from = {
      ...(localAddress === undefined ? {} : { localAddress }),
      ...(proxy === undefined ? {} : { proxy }),
    };
    this.#watch =
      probeServer &&
      new LinkWatch({ ...rest, probe: (limits) => probeServer({ url: url(), tls, ...from, ...limits }) });
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

  /** After each change of the state, and when a live connection may have begun to hang: knocks as long as that makes sense. */
  follow(state: DestinationState, isHanging: boolean): void {
    if (state.phase === 'idle' || state.phase === 'failed') this.release();
    this.#watch?.update(state, isHanging);
  }

  dispose(): void {
    this.#watch?.dispose();
    this.release();
  }
}
