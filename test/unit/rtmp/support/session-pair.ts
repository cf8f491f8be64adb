/** A publisher and a receiver joined in memory, with scripted time and repeatable randomness. */
import { concatBytes } from '../../../../shared/bytes.ts';
import { PublishSession, ReceiveSession } from '../../../../electron/rtmp/index.ts';
import type {
  PublishSessionEvent,
  PublishSessionOptions,
  ReceiveSessionEvent,
  ReceiveSessionOptions,
} from '../../../../electron/rtmp/index.ts';

/** Repeatable bytes: a linear congruential generator, good enough for tests. */
export function seededRandom(seed: number): (count: number) => Uint8Array {
  let state = seed >>> 0;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}

export const publishOptions: PublishSessionOptions = {
  app: 'live',
  tcUrl: 'rtmp://127.0.0.1/live',
  streamKey: 'secret-key?token=a=b',
};

export interface PairOptions {
  readonly publish?: Partial<PublishSessionOptions>;
  readonly receive?: ReceiveSessionOptions;
  /** How bytes are cut on their way; default: each flush as one array. */
  readonly cut?: (bytes: Uint8Array) => readonly Uint8Array[];
  /** Answers connect and publish requests; default accepts. */
  readonly answer?: (receiver: ReceiveSession, event: ReceiveSessionEvent) => void;
}

export function acceptAll(receiver: ReceiveSession, event: ReceiveSessionEvent): void {
  if (event.type === 'connectRequested') receiver.acceptConnect();
  if (event.type === 'publishRequested') receiver.acceptPublish();
}

export class SessionPair {
  readonly publisher: PublishSession;
  readonly receiver: ReceiveSession;
  readonly published: PublishSessionEvent[] = [];
  readonly received: ReceiveSessionEvent[] = [];
  nowMs = 0;
  readonly #cut: (bytes: Uint8Array) => readonly Uint8Array[];
  readonly #answer: (receiver: ReceiveSession, event: ReceiveSessionEvent) => void;

  constructor(options: PairOptions = {}) {
    this.publisher = new PublishSession({ ...publishOptions, ...options.publish }, seededRandom(1));
    this.receiver = new ReceiveSession(options.receive ?? {}, seededRandom(2));
    this.#cut = options.cut ?? ((bytes) => [bytes]);
    this.#answer = options.answer ?? acceptAll;
  }

  start(): this {
    this.publisher.start(this.nowMs);
    return this.pump();
  }

  /** Carries bytes both ways until neither side has any. */
  pump(): this {
    for (;;) {
      const up = concatBytes(this.publisher.takeOutput());
      for (const piece of this.#cut(up)) {
        for (const event of this.receiver.receive(piece, this.nowMs)) {
          this.received.push(event);
          this.#answer(this.receiver, event);
        }
      }
      const down = concatBytes(this.receiver.takeOutput());
      for (const piece of this.#cut(down)) {
        this.published.push(...this.publisher.receive(piece, this.nowMs));
      }
      if (up.length === 0 && down.length === 0) return this;
    }
  }
}

export function byteByByte(bytes: Uint8Array): Uint8Array[] {
  return Array.from(bytes, (byte) => Uint8Array.of(byte));
}
