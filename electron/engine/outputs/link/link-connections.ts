/**
 * The connections of one link: the one in use, a successor that takes over at a keyframe, those that still send their last packets, and
 * the one that was lost in silence. Events of any other connection end here.
 */
import type { AppError } from '../../../../shared/errors/app-error.ts';
import { reportFault } from '../../../../shared/report-fault.ts';
import type { Disposable } from '../../../../shared/disposable.ts';
import type { EncodedPacket } from '../../encode/encoded-packet.ts';
import type { Health, HealthFact } from '../../health/connection-health.ts';
import { LinkConnection } from './link-connection.ts';
import type { LinkConnectionOptions, ServerRequest } from './link-connection.ts';
import type { OutputConnection } from '../driver.ts';
import { isFrame } from './send-queue.ts';
import type { ServerMessage } from './server-message-limit.ts';

/** What a connection that was replaced gets to send its last packets. */
const REPLACED_DRAIN_MS = 5000;

export interface LinkConnectionsOptions extends Omit<
  LinkConnectionOptions,
  'publisher' | 'onLost' | 'onRequest' | 'onServerMessage'
> {
  /** The connection in use is lost; `closeAll` has to follow. */
  readonly onLost: (error: AppError) => void;
  readonly onSuccessorLost: (error: AppError) => void;
  readonly onTookOver: () => void;
  readonly onRequest: (request: ServerRequest) => void;
  readonly onServerMessage: (message: ServerMessage) => void;
}

type State =
  | { readonly phase: 'closed' }
  | { readonly phase: 'open'; readonly current: LinkConnection }
  /** `current` is sent to until the next keyframe. */
  | { readonly phase: 'moving'; readonly current: LinkConnection; readonly successor: LinkConnection };

export class LinkConnections {
  readonly #options: LinkConnectionsOptions;
  #state: State = { phase: 'closed' };
  /** To the program. */
  #attachment: Disposable | undefined;
  readonly #leaving = new Set<LinkConnection>();
  /** Its reset makes the server release the stream key, once the server can be reached again. */
  #stale: OutputConnection | undefined;

  constructor(options: LinkConnectionsOptions) {
    this.#options = options;
  }

  get queueMs(): number {
    return this.#current?.queueMs ?? 0;
  }

  /** Bytes taken by the operating system on the open connections. */
  get takenBytes(): number {
    const successor = this.#state.phase === 'moving' ? this.#state.successor : undefined;
    let bytes = (this.#current?.takenBytes ?? 0) + (successor?.takenBytes ?? 0);
    for (const connection of this.#leaving) bytes += connection.takenBytes;
    return bytes;
  }

  /** Of the connection in use: bytes known to have arrived, or else those the system took. */
  get deliveredBytes(): number {
    return this.#current?.deliveredBytes ?? 0;
  }

  get acknowledgedBytes(): number | undefined {
    return this.#current?.acknowledgedBytes;
  }

  get inUse(): Pick<OutputConnection, 'tls' | 'movedHost'> | undefined {
    return this.#current?.publisher;
  }

  get movedHost(): string | undefined {
    return this.#current?.publisher.movedHost;
  }

  get localAddress(): string | undefined {
    return this.#current?.publisher.localAddress;
  }

  get health(): Health | undefined {
    return this.#current?.health;
  }

  /** Puts a new connection in use. It sends nothing before `begin`. */
  adopt(publisher: OutputConnection): LinkConnection {
    const connection = this.#make(publisher);
    this.#enter({ phase: 'open', current: connection });
    return connection;
  }

  /** Sends the headers and the newest GOP, unless the connection is no longer in use. */
  begin(connection: LinkConnection): void {
    if (this.#current === connection) connection.begin();
  }

  /** A connection beside the one in use, which it replaces at the next keyframe. */
  adoptSuccessor(publisher: OutputConnection): void {
    const current = this.#current;
    if (!current) {
      publisher.destroy();
      return;
    }
    const successor = this.#make(publisher);
    this.#enter({ phase: 'moving', current, successor });
    successor.beginAtNextKeyframe();
  }

  /** For the health of the connection in use. */
  note(fact: HealthFact): void {
    this.#current?.note(fact);
  }

  /** Sends what is queued and says goodbye; `onEnded` unless the connection is lost before. */
  drain(deadlineMs: number, onEnded: () => void): void {
    this.#dropSuccessor();
    const connection = this.#current;
    if (!connection) {
      onEnded();
      return;
    }
    connection
      .drain(deadlineMs)
      .then(() => {
        if (this.#current === connection) onEnded();
      })
      .catch(reportFault);
  }

  /** Ends the connection in use and its successor at once. */
  closeAll(): void {
    this.#dropSuccessor();
    this.#current?.destroy();
    this.#enter({ phase: 'closed' });
  }

  /** The server answers, or nobody waits for it: the connection that was lost in silence is reset. */
  releaseStale(): void {
    this.#stale?.destroy();
    this.#stale = undefined;
  }

  dispose(): void {
    this.closeAll();
    this.releaseStale();
    for (const connection of this.#leaving) connection.destroy();
    this.#leaving.clear();
  }

  get #current(): LinkConnection | undefined {
    return this.#state.phase === 'closed' ? undefined : this.#state.current;
  }

  #make(publisher: OutputConnection): LinkConnection {
    const ifCurrent = (act: () => void): void => {
      if (connection === this.#current) act();
    };
    const connection: LinkConnection = new LinkConnection({
      ...this.#options,
      publisher,
      onLost: (error) => this.#lost(connection, error),
      onRequest: (request) => ifCurrent(() => this.#options.onRequest(request)),
      onServerMessage: (message) => ifCurrent(() => this.#options.onServerMessage(message)),
    });
    return connection;
  }

  #lost(connection: LinkConnection, error: AppError): void {
    if (connection === this.#current) {
      if (error.code === 'transport/stalled') {
        this.releaseStale();
        this.#stale = connection.publisher;
        connection.leave();
      }
      this.#options.onLost(error);
      return;
    }
    connection.destroy();
    this.#leaving.delete(connection);
    if (this.#state.phase !== 'moving' || connection !== this.#state.successor) return;
    this.#enter({ phase: 'open', current: this.#state.current });
    this.#options.onSuccessorLost(error);
  }

  #dropSuccessor(): void {
    if (this.#state.phase !== 'moving') return;
    this.#state.successor.destroy();
    this.#enter({ phase: 'open', current: this.#state.current });
  }

  /** The program hands its packets straight to the connection in use; while two are open, what each gets is decided here. */
  #enter(state: State): void {
    this.#state = state;
    this.#attachment?.dispose();
    if (state.phase === 'closed') return;
    const sink = { push: (packet: EncodedPacket) => this.#pushWhileMoving(packet) };
    this.#attachment = this.#options.program.attach(state.phase === 'open' ? state.current : sink);
  }

  #pushWhileMoving(packet: EncodedPacket): void {
    if (this.#state.phase !== 'moving') return;
    const { current, successor } = this.#state;
    const isSwitch = this.#isSwitchPoint(packet);
    if (isSwitch) this.#takeOver(current, successor);
    else current.push(packet);
    if (isSwitch || packet.isSequenceHeader || packet.kind === 'script') successor.push(packet);
  }

  #isSwitchPoint(packet: EncodedPacket): boolean {
    if (packet.isSequenceHeader) return false;
    return this.#options.program.hasVideo ? isFrame(packet) && packet.isKeyframe : packet.kind === 'audio';
  }

  #takeOver(replaced: LinkConnection, successor: LinkConnection): void {
    this.#enter({ phase: 'open', current: successor });
    this.#leaving.add(replaced);
    replaced
      .drain(this.#options.clock.now() + REPLACED_DRAIN_MS)
      .then(() => this.#leaving.delete(replaced))
      .catch(reportFault);
    this.#options.onTookOver();
  }
}
