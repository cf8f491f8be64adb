/**
 * The interpreter of one destination's machine: runs its effects on connections and timers, and reports what happened. Its statistics
 * survive its connections.
 */
import { toAppError } from '../../../../shared/errors/app-error.ts';
import { missingCase } from '../../../../shared/assert.ts';
import type { AppError, ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import { codecNames } from '../../../../shared/encoding/codec.ts';
import type { DestinationView, OutputKind } from '../../../../shared/broadcast/state.ts';
import { IngestAddresses } from './ingest-addresses.ts';
import { LinkAttempt } from './link-attempt.ts';
import type { ServerRequest } from './link-connection.ts';
import { LinkConnections } from './link-connections.ts';
import type { ServerMessage } from './server-message-limit.ts';
import type { Verdict } from '../../health/connection-health.ts';
import type { LinkTotals } from '../../statistics/statistics.ts';
import type { DestinationLinkOptions } from './link-options.ts';
import { LinkHealth } from './link-health.ts';
import { MoveBudget } from '../machines/move-budget.ts';
import { countReport, emptyLinkCounters, totalsOf } from './link-counters.ts';
import { viewOf } from '../machines/destination-view.ts';
import { phaseOf } from '../machines/destination-handlers.ts';
import { initialDestination, transition } from '../machines/destination-machine.ts';
import type {
  DestinationEffect,
  DestinationEvent,
  DestinationModel,
  DestinationPhase,
  Ingest,
  DestinationReport,
} from '../machines/destination-types.ts';
import type { OutputConnection } from '../driver.ts';
import type { Output } from '../output.ts';
import { isCodecDoubtful } from './open-link.ts';

export class DestinationLink implements Output {
  readonly kind: OutputKind;
  readonly id: string;
  readonly backupOf: string | undefined;
  /** As the driver names them. */
  readonly steps: readonly string[];
  readonly name: string;
  readonly #options: DestinationLinkOptions;
  readonly #counters = emptyLinkCounters();
  readonly #onQuiet: (() => void)[] = [];
  #model: DestinationModel;
  readonly #attempt: LinkAttempt;
  readonly #health: LinkHealth;
  readonly #connections: LinkConnections;
  #retryTimer: Disposable | undefined;
  readonly #addresses: IngestAddresses;
  /** Reports that a link makes once. */
  readonly #reportedOnce = new Set<DestinationReport['kind']>();
  readonly #moves = new MoveBudget();

  constructor(options: DestinationLinkOptions) {
    this.#options = options;
    this.kind = options.kind;
    this.id = options.id;
    this.backupOf = options.backupOf;
    this.name = options.name;
    this.steps = options.driver.steps.map(({ name }) => name);
    this.#attempt = new LinkAttempt(options);
    this.#addresses = new IngestAddresses(options);
    const { driver, clock, random, destination } = options;
    this.#health = new LinkHealth({
      counters: this.#counters,
      driver,
      clock,
      random,
      localAddress: destination.localAddress,
      tls: destination.tls,
      proxy: destination.route,
      url: () => this.#addresses.of(this.#model.facts.ingest).url,
      onServerAnswered: () => {
        this.#connections.note({ type: 'serverAnswered' });
        this.dispatch({ type: 'serverReachable' });
      },
    });
    const { program, limits, base } = options;
    this.#connections = new LinkConnections({
      program,
      limits,
      base,
      clock,
      counters: this.#counters,
      onSent: options.onSent,
      onLost: (error) => this.dispatch({ type: 'lost', error: error.toRecord() }),
      onSuccessorLost: (error) => this.dispatch({ type: 'successorFailed', error: error.toRecord() }),
      onTookOver: () => this.dispatch({ type: 'successorTookOver' }),
      onCheck: () => this.#health.probe(this.#connections.health),
      onEndFailed: (error) => options.log('info', `The goodbye failed: ${toAppError(error).code}`),
      onRequest: (request) => this.#onRequest(request),
      onServerMessage: (message) => this.#onServerMessage(message),
    });
    this.#model = initialDestination({
      firstStep: driver.steps[0].name,
      hasBackup: options.backupUrl !== undefined,
      shouldRetryFirst: options.shouldRetryFirst,
    });
  }

  get phase(): DestinationPhase {
    return phaseOf(this.#model.state);
  }

  /** When it is to retry; absent unless it waits. */
  get retryAtMs(): number | undefined {
    const { state } = this.#model;
    return state.phase === 'reconnecting' ? state.retryAtMs : undefined;
  }

  get queueMs(): number {
    return this.#connections.queueMs;
  }

  /** Of the connection in use: bytes known to have arrived, or else those the system took. */
  get deliveredBytes(): number {
    return this.#connections.deliveredBytes;
  }

  get lastError(): ErrorRecord | undefined {
    return this.#counters.lastError;
  }

  /** Time live so far, ms. */
  get #liveMs(): number {
    const { state } = this.#model;
    const { pastLiveMs } = this.#counters;
    return pastLiveMs + (state.phase === 'live' ? this.#options.clock.now() - state.sinceMs : 0);
  }

  /** The host in use, where the server sent the stream to another than the owner entered. */
  get movedHost(): string | undefined {
    return this.#connections.movedHost;
  }

  view(): DestinationView {
    const { kind, id, backupOf, name } = this;
    return viewOf({
      ...{ kind, id, backupOf, name },
      state: this.#model.state,
      connection: this.#connections.inUse,
      url: this.#addresses.of(this.#model.facts.ingest).url,
      serverWords: this.#counters.serverWords,
    });
  }

  get health(): Verdict {
    return this.#health.verdict(this.#connections.health);
  }

  open(): Promise<void> {
    this.dispatch({ type: 'startRequested' });
    return Promise.resolve();
  }

  /** Resolves when the link is idle, or has failed before. */
  async end({ drainMs }: { readonly drainMs: number }): Promise<void> {
    this.dispatch(drainMs > 0 ? { type: 'stopRequested', drainMs } : { type: 'endNowRequested' });
    if (!this.isQuiet) await new Promise<void>((resolve) => this.#onQuiet.push(resolve));
  }

  /** Neither live nor about to be. */
  get isQuiet(): boolean {
    return this.phase === 'idle' || this.phase === 'failed';
  }

  statistics(): LinkTotals {
    const { takenBytes, acknowledgedBytes, queueMs } = this.#connections;
    return totalsOf(this, this.#counters, { takenBytes, acknowledgedBytes, queueMs, liveMs: this.#liveMs });
  }

  /** This machine's addresses changed to those that `network` names. */
  networkChanged(network: string): void {
    const own = this.#connections.localAddress;
    this.#connections.note({ type: 'addressesChanged', own, addresses: network.split(/\s+/) });
    this.dispatch({ type: 'networkChanged' });
  }

  /** The machine slept: its viewers were cut off, and servers let go of who is silent. A new connection is the surest. */
  woke(sleptMs: number): void {
    this.#connections.note({ type: 'slept', forMs: sleptMs });
    this.dispatch({ type: 'networkChanged' });
  }

  /** Feeds the machine: what the user, the network watch or the broadcast asks for. False when the machine did nothing. */
  dispatch(event: DestinationEvent): boolean {
    const { clock, random, takenMs, onChange } = this.#options;
    const before = this.#model;
    const nowMs = clock.now();
    const outcome = transition(before, event, { nowMs, random: random(), takenMs: takenMs() });
    if (outcome.model === before) return false;
    const liveMs = this.#liveMs;
    this.#model = outcome.model;
    const next = this.phase;
    if (next !== 'live') this.#counters.pastLiveMs = liveMs;
    for (const effect of outcome.effects) this.#run(effect);
    this.#health.changed(this.#model.state, this.#connections.health);
    if (this.isQuiet) this.#beQuiet();
    onChange(phaseOf(before.state), next);
    return true;
  }

  /** Ends everything without a word. */
  dispose(): void {
    this.#retryTimer?.dispose();
    this.#attempt.end();
    this.#health.dispose();
    this.#connections.dispose();
  }

  #beQuiet(): void {
    this.#connections.releaseStale();
    for (const resolve of this.#onQuiet.splice(0)) resolve();
  }

  #run(effect: DestinationEffect): void {
    switch (effect.type) {
      case 'openConnection':
        this.#open(effect.ingest, false);
        return;
      case 'openSuccessor':
        if (effect.url !== undefined) this.#addresses.move(effect.ingest, effect.url);
        this.#open(effect.ingest, true);
        return;
      case 'scheduleRetry':
        this.#retryTimer = this.#options.clock.after(
          Math.max(0, effect.atMs - this.#options.clock.now()),
          () => this.dispatch({ type: 'retryDue' }),
        );
        return;
      case 'cancelRetry':
        this.#retryTimer?.dispose();
        return;
      case 'closeConnection':
        this.#attempt.end();
        this.#connections.closeAll();
        return;
      case 'drainConnection':
        this.#attempt.end();
        this.#connections.drain(effect.deadlineMs, () => this.dispatch({ type: 'ended' }));
        return;
      case 'report':
        countReport(this.#counters, effect.report);
        this.#options.onReport(effect.report);
        return;
      default:
        missingCase(effect);
    }
  }

  #open(ingest: Ingest, isSuccessor: boolean): void {
    const { steps } = this.#options.driver;
    this.#attempt.open(this.#addresses.of(ingest), {
      step: (step) => {
        const isReached = steps.find(({ name }) => name === step)?.awaits !== 'network';
        if (isReached) this.#connections.releaseStale();
        this.dispatch({ type: 'stepReached', step });
      },
      opened: (publisher) => this.#adopt(publisher, isSuccessor),
      failed: (error) => {
        this.#addresses.forgetMove(ingest);
        this.dispatch({ type: isSuccessor ? 'successorFailed' : 'attemptFailed', error: error.toRecord() });
      },
    });
  }

  #adopt(publisher: OutputConnection, isSuccessor: boolean): void {
    if (isSuccessor) {
      this.#connections.adoptSuccessor(publisher);
      return;
    }
    const connection = this.#connections.adopt(publisher);
    this.dispatch({ type: 'published' });
    if (isCodecDoubtful(this.#options, publisher)) {
      this.#reportOnce({ kind: 'codecUnconfirmed', codec: codecNames[this.#options.videoCodec] });
    }
    this.#connections.begin(connection);
  }

  #reportOnce(what: DestinationReport): void {
    if (this.#reportedOnce.has(what.kind)) return;
    this.#reportedOnce.add(what.kind);
    this.#options.onReport(what);
  }

  #onServerMessage(message: ServerMessage): void {
    this.#counters.serverWords = message.text;
    this.#options.onServerMessage(message);
    this.#options.onChange(this.phase, this.phase);
  }

  #onRequest(request: ServerRequest): void {
    if (request.type === 'moveRefused') return this.#refuseMove(request.error);
    const nowMs = this.#options.clock.now();
    try {
      this.#moves.check(nowMs);
    } catch (error) {
      return this.#refuseMove(toAppError(error));
    }
    const { url } = request;
    if (!this.dispatch({ type: 'moveRequested', ...(url === undefined ? {} : { url }) })) return;
    this.#moves.note(nowMs);
    this.#reportedOnce.delete('moveRefused');
  }

  /** Once until the next move. */
  #refuseMove(error: AppError): void {
    this.#reportOnce({ kind: 'moveRefused', error: error.toRecord() });
  }
}
