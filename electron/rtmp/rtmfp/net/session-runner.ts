/** Runs one open session over a socket: opens what arrives, seals what the session gives, and wakes it when it is due. */
import { OpenSession } from '../flows/open-session.ts';
import type { OpenSessionOptions, SessionListener } from '../flows/open-session.ts';
import type { DatagramDrops } from '../crypto/datagram.ts';
import { MAX_SENT_DATAGRAM_BYTES } from '../limits.ts';
import { endpointName, parseEndpointName } from '../startup/startup-types.ts';
import type { Endpoint, SessionSecurity } from '../startup/startup-types.ts';
import type { DatagramSocket } from './datagram-socket.ts';

export interface SessionRunnerOptions {
  readonly socket: DatagramSocket;
  readonly security: SessionSecurity;
  readonly address: Endpoint;
  readonly session: OpenSessionOptions;
  /** Who listens; asked before there is a session. */
  readonly listen: (runner: SessionRunner) => SessionListener;
  /** Before packets are taken. */
  readonly onSending?: (() => void) | undefined;
  /** Once, last: the session is over and has said so. */
  readonly onClosed: () => void;
}

export class SessionRunner {
  readonly session: OpenSession;
  readonly security: SessionSecurity;
  readonly #options: SessionRunnerOptions;
  #address: Endpoint;
  #addressName: string;
  #timer: NodeJS.Timeout | undefined;
  #timerDueMs = Infinity;
  #immediate: NodeJS.Immediate | undefined;
  #isStopped = false;

  constructor(options: SessionRunnerOptions) {
    const { session, listen, address, security } = options;
    this.#options = options;
    this.security = security;
    this.#address = address;
    this.#addressName = endpointName(address);
    this.session = new OpenSession(session, listen(this), performance.now());
  }

  /** Where the peer is. */
  get address(): Endpoint {
    return this.#address;
  }

  get drops(): DatagramDrops {
    return this.security.opener.drops;
  }

  /** A datagram with this session's id. @returns whether it is the peer's. */
  receive(datagram: Uint8Array, from: Endpoint): boolean {
    if (this.#isStopped) return false;
    const packet = this.security.opener.open(datagram);
    if (packet === undefined) return false;
    this.session.receive(packet, performance.now(), this.#nameOf(from));
    this.#follow();
    this.wake();
    return true;
  }

  /** What the session has to send leaves after this turn of the event loop: one answer to all that came in it. */
  wake(): void {
    if (this.#isStopped) return;
    this.#immediate ??= setImmediate(this.#send);
  }

  /** Sends what is due at once. */
  flush(): void {
    clearImmediate(this.#immediate);
    this.#send();
  }

  /** The session takes and sends nothing more. */
  stop(): void {
    this.#isStopped = true;
    clearImmediate(this.#immediate);
    clearTimeout(this.#timer);
  }

  /** Most datagrams come from where the peer is: its name is made once. */
  #nameOf({ host, port }: Endpoint): string {
    const isKnown = port === this.#address.port && host === this.#address.host;
    return isKnown ? this.#addressName : endpointName({ host, port });
  }

  /** The peer has proved another address. */
  #follow(): void {
    const { address } = this.session;
    if (address === undefined || address === this.#addressName) return;
    this.#addressName = address;
    this.#address = parseEndpointName(address);
  }

  readonly #send = (): void => {
    this.#immediate = undefined;
    if (this.#isStopped) return;
    const { socket } = this.#options;
    const { sealer, peerSessionId } = this.security;
    const nowMs = performance.now();
    this.#options.onSending?.();
    for (;;) {
      const packet = this.session.takePacket(nowMs, sealer.packetBytes(MAX_SENT_DATAGRAM_BYTES));
      if (packet === undefined) break;
      socket.send(sealer.seal(packet, peerSessionId), this.#address);
    }
    for (;;) {
      const elsewhere = this.session.takePathPacket();
      if (elsewhere === undefined) break;
      socket.send(sealer.seal(elsewhere.packet, peerSessionId), parseEndpointName(elsewhere.to));
    }
    if (this.session.phase === 'closed') {
      this.stop();
      this.#options.onClosed();
    } else this.#arm();
  };

  /** A timer that rings too early costs less than one that is set anew for every packet. */
  #arm(): void {
    const { dueMs } = this.session;
    if (this.#isStopped || dueMs >= this.#timerDueMs) return;
    clearTimeout(this.#timer);
    this.#timerDueMs = dueMs;
    this.#timer = setTimeout(this.#ring, Math.max(0, dueMs - performance.now()));
  }

  readonly #ring = (): void => {
    this.#timer = undefined;
    this.#timerDueMs = Infinity;
    if (performance.now() < this.session.dueMs) this.#arm();
    else this.#send();
  };
}
