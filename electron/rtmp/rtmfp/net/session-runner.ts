/** Runs one open session over a socket: opens what arrives, seals what the session gives, and wakes it when it is due. */
import type { OpenSession } from '../flows/open-session.ts';
import type { DatagramDrops } from '../crypto/datagram.ts';
import { MAX_SENT_DATAGRAM_BYTES } from '../limits.ts';
import type { SessionPacket } from '../wire/chunks.ts';
import { endpointName, parseEndpointName } from '../startup/startup-types.ts';
import type { Endpoint, SessionSecurity } from '../startup/startup-types.ts';
import type { DatagramSocket } from './datagram-socket.ts';

/** One end of a session: what speaks over it. Its clock is monotonic. */
export interface SessionEnd {
  readonly session: OpenSession;
  /** @param from where the packet came from, as text. */
  receive(packet: SessionPacket, nowMs: number, from: string): void;
  /** Until there is none. @param maxBytes of the packet before it is encrypted. */
  takePacket(nowMs: number, maxBytes: number): SessionPacket | undefined;
  /** When to take packets though nothing happens. */
  readonly dueMs: number;
}

export interface SessionRunnerOptions {
  readonly socket: DatagramSocket;
  readonly security: SessionSecurity;
  readonly address: Endpoint;
  readonly end: SessionEnd;
  /** Before packets are taken. */
  readonly onSending?: (() => void) | undefined;
  /** After something arrived, or was sent. */
  readonly onProgress?: (() => void) | undefined;
  /** Once, last: the session is over and has said so. */
  readonly onClosed: () => void;
}

export class SessionRunner {
  readonly security: SessionSecurity;
  readonly #options: SessionRunnerOptions;
  readonly #end: SessionEnd;
  #address: Endpoint;
  #addressName: string;
  #timer: NodeJS.Timeout | undefined;
  #timerDueMs = Infinity;
  #immediate: NodeJS.Immediate | undefined;
  #isPaused = false;
  #isUnreferenced = false;
  #isStopped = false;

  constructor(options: SessionRunnerOptions) {
    const { end, address, security } = options;
    this.#options = options;
    this.#end = end;
    this.security = security;
    this.#address = address;
    this.#addressName = endpointName(address);
  }

  get session(): OpenSession {
    return this.#end.session;
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
    if (this.#isStopped || this.#isPaused) return false;
    const packet = this.security.opener.open(datagram);
    if (packet === undefined) return false;
    this.#end.receive(packet, performance.now(), this.#nameOf(from));
    this.#follow();
    this.wake();
    this.#options.onProgress?.();
    return true;
  }

  /** What the session has to send leaves after this turn of the event loop: one answer to all that came in it. */
  wake(): void {
    if (this.#isStopped || this.#isPaused) return;
    this.#immediate ??= setImmediate(this.#send);
  }

  /** Sends what is due at once. */
  flush(): void {
    clearImmediate(this.#immediate);
    this.#send();
  }

  /** Takes nothing, and sends nothing but by `abort`. */
  pause(): void {
    this.#isPaused = true;
    clearImmediate(this.#immediate);
    clearTimeout(this.#timer);
  }

  /** The process may end while the session stays a little longer. */
  unref(): void {
    this.#isUnreferenced = true;
    this.#timer?.unref();
    this.#options.socket.unref();
  }

  /** Ends the session at once, with a last word. */
  abort(): void {
    this.session.abort();
    this.flush();
  }

  #stop(): void {
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
      const packet = this.#end.takePacket(nowMs, sealer.packetBytes(MAX_SENT_DATAGRAM_BYTES));
      if (packet === undefined) break;
      socket.send(sealer.seal(packet, peerSessionId), this.#address);
    }
    for (;;) {
      const elsewhere = this.session.takePathPacket();
      if (elsewhere === undefined) break;
      socket.send(sealer.seal(elsewhere.packet, peerSessionId), parseEndpointName(elsewhere.to));
    }
    this.#options.onProgress?.();
    if (this.session.phase === 'closed') {
      this.#stop();
      this.#options.onClosed();
    } else this.#arm();
  };

  /** A timer that rings too early costs less than one that is set anew for every packet. */
  #arm(): void {
    const { dueMs } = this.#end;
    if (this.#isStopped || this.#isPaused || dueMs >= this.#timerDueMs) return;
    clearTimeout(this.#timer);
    this.#timerDueMs = dueMs;
    this.#timer = setTimeout(this.#ring, Math.max(0, dueMs - performance.now()));
    if (this.#isUnreferenced) this.#timer.unref();
  }

  readonly #ring = (): void => {
    this.#timer = undefined;
    this.#timerDueMs = Infinity;
    if (performance.now() < this.#end.dueMs) this.#arm();
    // What has arrived meanwhile is read first: the peer may have answered what the timer is for.
    else this.wake();
  };
}
