/** Keeps the health of a link between its live connections, and runs the probes that a health calls for. */
import type { Clock } from '../../../../shared/clock.ts';
import type { DestinationState } from '../../../../shared/broadcast/state.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { TlsSettings } from '../../../../shared/network/tls-settings.ts';
import { missingCase } from '../../../../shared/assert.ts';
import { isAway } from '../../../../shared/broadcast/retry-policy.ts';
import type { ProxySettings } from '../../../../shared/proxy/proxy.ts';
import { judge, reduceHealth } from '../../health/connection-health.ts';
import type { Connection, Health, HealthFact, Verdict } from '../../health/connection-health.ts';
import { probePlan } from '../../health/probe-plan.ts';
import { ServerProber } from '../../health/server-prober.ts';
import type { LinkCounters } from './link-counters.ts';
import type { OutputDriver } from '../driver.ts';

export interface LinkHealthOptions {
  readonly driver: OutputDriver;
  readonly localAddress: string | undefined;
  readonly tls: TlsSettings;
  readonly proxy: ProxySettings | undefined;
  /** The server to probe. */
  readonly url: () => string;
  readonly counters: Pick<LinkCounters, 'server'>;
  readonly onServerAnswered: () => void;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
}

export class LinkHealth implements Disposable {
  readonly #options: LinkHealthOptions;
  readonly #prober: ServerProber | undefined;
  #connection: Connection = { phase: 'none' };

  constructor(options: LinkHealthOptions) {
    this.#options = options;
    const { driver, localAddress, tls, proxy, url, clock, random } = options;
    const from = {
      ...(localAddress === undefined ? {} : { localAddress }),
      ...(proxy === undefined ? {} : { proxy }),
    };
    const probe = driver.probe?.bind(driver);
    this.#prober =
      probe &&
      new ServerProber({
        clock,
        random,
        probe: (limits) => probe({ url: url(), tls, ...from, ...limits }),
        onAnswered: () => {
          this.#note({ type: 'serverAnswered' });
          options.onServerAnswered();
        },
      });
  }

  /** After each change of the state. `live`: the health of the connection in use. */
  changed(state: DestinationState, live: Health | undefined): void {
    this.#note(factOf(state, this.#options.driver));
    this.probe(live);
  }

  /** Starts, keeps or ends the probes, as the health of the connection in use or of the attempt calls for. */
  probe(live: Health | undefined): void {
    const { clock, counters } = this.#options;
    const own = { connection: this.#connection, server: counters.server };
    const isLive = this.#connection.phase === 'live';
    this.#prober?.follow(probePlan(isLive && live ? live : own, clock.now()));
  }

  /** Of the connection in use, or of the attempt. */
  verdict(live: Health | undefined): Verdict {
    const { clock, counters } = this.#options;
    const own = { connection: this.#connection, server: counters.server };
    return judge(this.#connection.phase === 'live' && live ? live : own, clock.now());
  }

  dispose(): void {
    this.#prober?.dispose();
  }

  #note(fact: HealthFact): void {
    const { clock, counters } = this.#options;
    // While live, the connection itself keeps its health.
    if (this.#connection.phase === 'live' && (fact.type === 'published' || fact.type === 'serverAnswered'))
      return;
    const { health } = reduceHealth(
      { connection: this.#connection, server: counters.server },
      fact,
      clock.now(),
    );
    this.#connection = health.connection;
    counters.server = health.server;
  }
}

function factOf(state: DestinationState, driver: OutputDriver): HealthFact {
  switch (state.phase) {
    case 'idle':
    case 'stopping':
    case 'failed':
      return { type: 'ended' };
    case 'connecting':
      return stepReached(state.step, false, driver);
    case 'reconnecting':
      if (state.step !== undefined) return stepReached(state.step, true, driver);
      return { type: 'waitBegan', isAway: isAway(state.cause.code) };
    case 'live':
      return { type: 'published' };
    default:
      return missingCase(state);
  }
}

function stepReached(step: string, isRetry: boolean, { steps }: OutputDriver): HealthFact {
  const index = steps.findIndex(({ name }) => name === step);
  const awaits = steps[index]?.awaits ?? 'server';
  return { type: 'stepReached', step, awaits, isFirst: index === 0, isRetry };
}
