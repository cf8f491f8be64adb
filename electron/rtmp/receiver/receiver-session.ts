/**
 * One publisher at the receiver, whatever carries what it says: judges the application and the key, passes packets on and keeps the
 * report and the recording.
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { PacketClassifier } from '../flv/classify.ts';
import type { MediaPacket } from '../flv/packet.ts';
import type { ReceiveMachine } from '../session/receive/receive-machine.ts';
import type { ReceiveSessionEvent } from '../session/receive/receive-session-types.ts';
import type { AuthenticationGate } from './authentication-gate.ts';
import { RehearsalCollector } from './rehearsal-collector.ts';
import type { CollectorOptions } from './rehearsal-collector.ts';
import { ReceiverRecording } from './receiver-recording.ts';

const TIMESTAMP_RANGE = 2 ** 32;

/** An answer to a publisher: yes, or no with a status code such as `NetStream.Publish.Denied`. */
export type PublishVerdict =
  | { readonly isAccepted: true }
  | { readonly isAccepted: false; readonly code: string; readonly description: string };

/** Decides over who may publish what. The key is a secret: never log it. */
export type PublishPolicy = (request: { readonly app: string; readonly streamKey: string }) => PublishVerdict;

/** What answers the publisher's requests. */
export type ReceiverAnswers = Pick<
  ReceiveMachine,
  'acceptConnect' | 'rejectConnect' | 'acceptPublish' | 'rejectPublish'
>;

export interface ReceiverSessionHost {
  /** Ends the connection, after what was said. */
  end(): void;
  /** Stops and continues reading, for a slow disk. */
  setReading(isReading: boolean): void;
  /** Whom to let in at all; everybody when absent. */
  readonly gate?: AuthenticationGate;
  readonly policy: PublishPolicy;
  readonly collector: CollectorOptions;
  /** Where to keep the recording of a publication that begins now, if anywhere. */
  recordingPath(): string | undefined;
  onPublishStarted(session: ReceiverSession, app: string): void;
  onPacket(session: ReceiverSession, packet: MediaPacket): void;
  onPublishEnded(session: ReceiverSession): void;
}

export class ReceiverSession {
  readonly #host: ReceiverSessionHost;
  readonly #answers: ReceiverAnswers;
  readonly #classifier = new PacketClassifier();
  readonly #collector: RehearsalCollector;
  #recording: ReceiverRecording | undefined;
  #app = '';
  #isPublishing = false;
  #isCleanEnd = false;
  #isWaitingForDisk = false;
  #error: AppError | undefined;
  #lastRaw: number | undefined;
  #lastTimestampMs = 0;

  constructor(host: ReceiverSessionHost, answers: ReceiverAnswers) {
    this.#host = host;
    this.#answers = answers;
    this.#collector = new RehearsalCollector(host.collector);
  }

  get app(): string {
    return this.#app;
  }

  get isPublishing(): boolean {
    return this.#isPublishing;
  }

  /** True once the publisher said goodbye before it left. */
  get isCleanEnd(): boolean {
    return this.#isCleanEnd;
  }

  /** What the publisher did wrong, if the connection was ended for that. */
  get error(): AppError | undefined {
    return this.#error;
  }

  get hasMedia(): boolean {
    return this.#collector.hasMedia;
  }

  report(): RehearsalReport {
    return this.#collector.report(
      this.#recording && !this.#recording.error ? this.#recording.path : undefined,
    );
  }

  /** What the publisher did. Its media may end within its own header: what was said before that is done. */
  handle(event: ReceiveSessionEvent): void {
    if (this.#error) return;
    try {
      this.#handle(event);
    } catch (error) {
      this.fail(toAppError(error));
    }
  }

  /** The publisher did what none may; the connection ends. */
  fail(error: AppError): void {
    this.#error ??= error;
    this.#host.end();
  }

  /** The carrier was closed in an orderly way: as clean an end as FCUnpublish. */
  goodbye(): void {
    this.#isCleanEnd = true;
  }

  /** What follows on a carrier that lost some of it would mean nothing. */
  broke(error: AppError): void {
    this.#error ??= error;
  }

  /** The connection is gone. Resolves when the recording is on the disk. */
  async closed(): Promise<void> {
    this.#endPublishing();
    await this.#recording?.close();
  }

  #waitForDisk(): void {
    if (this.#isWaitingForDisk || !this.#recording?.isFull) return;
    this.#isWaitingForDisk = true;
    this.#host.setReading(false);
    void this.#recording.room().then(() => {
      this.#isWaitingForDisk = false;
      this.#host.setReading(true);
    });
  }

  #handle(event: ReceiveSessionEvent): void {
    switch (event.type) {
      case 'connectRequested':
        return this.#admit(event.app);
      case 'publishRequested':
        return this.#judge(event.streamKey);
      case 'media':
        return this.#takePacket(event.kind, event.timestampMs, event.body);
      case 'unpublished':
        this.#isCleanEnd = true;
        return this.#endPublishing();
      case 'failed':
        return this.fail(event.error);
      default:
        return;
    }
  }

  #admit(app: string): void {
    this.#app = app.split('?')[0] ?? '';
    const verdict = this.#host.gate?.judge(app);
    if (verdict === undefined || verdict.isAccepted) return this.#answers.acceptConnect();
    const { description } = verdict;
    this.#answers.rejectConnect({ code: 'NetConnection.Connect.Rejected', description });
    this.#host.end();
  }

  #judge(streamKey: string): void {
    const verdict = this.#host.policy({ app: this.#app, streamKey });
    if (!verdict.isAccepted) {
      this.#answers.rejectPublish({ code: verdict.code, description: verdict.description });
      this.#host.end();
      return;
    }
    this.#answers.acceptPublish();
    this.#isPublishing = true;
    this.#isCleanEnd = false;
    const recordingPath = this.#recording === undefined ? this.#host.recordingPath() : undefined;
    if (recordingPath !== undefined) this.#recording = new ReceiverRecording(recordingPath);
    this.#host.onPublishStarted(this, this.#app);
  }

  #takePacket(kind: MediaPacket['kind'], rawTimestampMs: number, body: Uint8Array): void {
    const packet = this.#classifier.classify(kind, this.#unwrap(rawTimestampMs), body);
    if (!packet) return;
    this.#collector.add(packet);
    this.#recording?.write(packet);
    this.#host.onPacket(this, packet);
    this.#waitForDisk();
  }

  /** The wire counts modulo 2^32; packets do not. */
  #unwrap(rawTimestampMs: number): number {
    if (this.#lastRaw === undefined) this.#lastTimestampMs = rawTimestampMs;
    else {
      const step = (rawTimestampMs - this.#lastRaw + TIMESTAMP_RANGE) % TIMESTAMP_RANGE;
      this.#lastTimestampMs += step < TIMESTAMP_RANGE / 2 ? step : step - TIMESTAMP_RANGE;
    }
    this.#lastRaw = rawTimestampMs;
    return Math.max(0, this.#lastTimestampMs);
  }

  #endPublishing(): void {
    if (!this.#isPublishing) return;
    this.#isPublishing = false;
    this.#host.onPublishEnded(this);
  }
}
