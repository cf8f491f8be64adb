/**
 * All publishers of one receiver, one after the other or at the same time: who may publish, whose report is the newest, where recordings
 * are kept. What carries them is none of its business.
 */
import { randomBytes } from 'node:crypto';
import { wallMs } from '../../../shared/clock.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import { Emitter } from '../../../shared/emitter.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { MediaPacket } from '../flv/packet.ts';
import { AuthenticationGate, isSameSecret } from './authentication-gate.ts';
import type { AuthenticationDemand } from './authentication-gate.ts';
import { ReceiverSession } from './receiver-session.ts';
import type { PublishPolicy, ReceiverAnswers } from './receiver-session.ts';
import type { ServiceLimits } from './rehearsal-collector.ts';

/** What receivers take on, beside the key. */
export const APP = 'live';
const KEY_BYTES = 16;

/** What receivers of every protocol are told. */
export interface ReceiverSessionsOptions {
  /** Default: application `live` with the receiver's own key, one publisher at a time. */
  readonly onPublish?: PublishPolicy;
  /** Asks publishers for a name and a password, by Adobe's or Limelight's way. Default: none. */
  readonly authentication?: AuthenticationDemand;
  /** Where to keep the recording as FLV; a later publisher's goes beside it with a number. */
  readonly recordingPath?: string;
  /** What the report is held against. */
  readonly limits?: ServiceLimits;
}

/** What publishers did at a receiver, each named by its `sessionId`. */
export type ReceiverEvent =
  | { readonly type: 'publishStarted'; readonly sessionId: number; readonly app: string }
  | { readonly type: 'packetReceived'; readonly sessionId: number; readonly packet: MediaPacket }
  | {
      readonly type: 'publishEnded';
      readonly sessionId: number;
      /** True when the publisher said goodbye. */
      readonly isClean: boolean;
      readonly error: AppError | undefined;
      readonly report: RehearsalReport;
    };

/** A publisher's connection. */
export interface ReceiverCarrier {
  readonly protocol: RehearsalReport['protocol'];
  readonly tlsProtocol?: string | undefined;
  /** Ends it, after what was said. */
  end(): void;
  setReading(isReading: boolean): void;
  /** The publisher has shown the key. */
  onPublishing(): void;
}

function numberedPath(path: string, sessionNumber: number): string {
  return sessionNumber === 1 ? path : path.replace(/(\.[^./\\]*)?$/, `-${sessionNumber}$1`);
}

export class ReceiverSessions {
  readonly key = randomBytes(KEY_BYTES).toString('hex');
  readonly #options: ReceiverSessionsOptions;
  readonly #events = new Emitter<ReceiverEvent>();
  readonly #gate: AuthenticationGate | undefined;
  readonly #closing = new Set<Promise<void>>();
  readonly #publishing = new Set<ReceiverSession>();
  readonly #ids = new Map<ReceiverSession, number>();
  #sessionCount = 0;
  #recordingCount = 0;
  #newest: ReceiverSession | undefined;

  constructor(options: ReceiverSessionsOptions) {
    this.#options = options;
    this.#gate = options.authentication && new AuthenticationGate(options.authentication);
  }

  get publisherCount(): number {
    return this.#publishing.size;
  }

  onEvent(listener: (event: ReceiverEvent) => void): Disposable {
    return this.#events.on(listener);
  }

  /** The report over the newest publication that brought media, also while it runs; undefined before any. */
  report(): RehearsalReport | undefined {
    return this.#newest?.hasMedia ? this.#newest.report() : undefined;
  }

  open(carrier: ReceiverCarrier, answers: ReceiverAnswers): ReceiverSession {
    this.#sessionCount += 1;
    const sessionId = this.#sessionCount;
    const { limits, recordingPath, onPublish } = this.#options;
    const { protocol, tlsProtocol } = carrier;
    const session = new ReceiverSession(
      {
        end: () => carrier.end(),
        setReading: (isReading) => carrier.setReading(isReading),
        ...(this.#gate === undefined ? {} : { gate: this.#gate }),
        policy: onPublish ?? ((request) => this.#judge(request)),
        collector: {
          startedMs: wallMs(),
          protocol,
          ...(tlsProtocol === undefined ? {} : { tlsProtocol }),
          ...(limits === undefined ? {} : { limits }),
        },
        recordingPath: () =>
          recordingPath === undefined ? undefined : numberedPath(recordingPath, ++this.#recordingCount),
        onPublishStarted: (started, app) => {
          carrier.onPublishing();
          this.#publishing.add(started);
          this.#newest = started;
          this.#events.emit({ type: 'publishStarted', sessionId, app });
        },
        onPacket: (_session, packet) => this.#events.emit({ type: 'packetReceived', sessionId, packet }),
        onPublishEnded: (ended) => this.#publishing.delete(ended),
      },
      answers,
    );
    this.#ids.set(session, sessionId);
    return session;
  }

  /** The connection of a session is gone. */
  closed(session: ReceiverSession): void {
    const sessionId = this.#ids.get(session);
    this.#ids.delete(session);
    const hasPublished = this.#publishing.has(session) || session.hasMedia;
    const closing = session.closed().then(() => {
      this.#closing.delete(closing);
      if (!hasPublished || sessionId === undefined) return;
      const { isCleanEnd: isClean, error } = session;
      this.#events.emit({ type: 'publishEnded', sessionId, isClean, error, report: session.report() });
    });
    this.#closing.add(closing);
  }

  /** For after all connections are gone; resolves when recordings are on the disk. */
  async end(): Promise<void> {
    while (this.#closing.size > 0) await Promise.all(this.#closing);
    this.#events.clear();
  }

  #judge({
    app,
    streamKey,
  }: {
    readonly app: string;
    readonly streamKey: string;
  }): ReturnType<PublishPolicy> {
    if (app !== APP || !isSameSecret(streamKey, this.key)) {
      return {
        isAccepted: false,
        code: 'NetStream.Publish.Denied',
        description: 'This is not the key of the rehearsal.',
      };
    }
    if (this.#publishing.size > 0) {
      return { isAccepted: false, code: 'NetStream.Publish.BadName', description: 'Already publishing.' };
    }
    return { isAccepted: true };
  }
}
