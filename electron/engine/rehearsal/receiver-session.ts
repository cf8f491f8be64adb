/**
 * One publisher at the receiver: joins the protocol's receive session to a byte stream, judges the application and the
 * key, passes packets on and keeps the report and the recording.
 */
import { randomBytes } from 'node:crypto';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { PacketClassifier } from '../../rtmp/flv/classify.ts';
import type { RtmpCapabilities } from '../../rtmp/session/publish/publish-session-types.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import { ReceiveSession } from '../../rtmp/index.ts';
import type { ReceiveSessionEvent } from '../../rtmp/session/receive/receive-session-types.ts';
import type { AuthenticationGate } from './authentication-gate.ts';
import { RehearsalCollector } from './rehearsal-collector.ts';
import type { CollectorOptions } from './rehearsal-collector.ts';
import { ReceiverRecording } from './receiver-recording.ts';

const TIMESTAMP_RANGE = 2 ** 32;
const NO_BYTES = new Uint8Array(0);

export type PublishVerdict =
  | { readonly isAccepted: true }
  | { readonly isAccepted: false; readonly code: string; readonly description: string };

/** Decides over who may publish what. The key is a secret: never log it. */
export type PublishPolicy = (request: { readonly app: string; readonly streamKey: string }) => PublishVerdict;

export interface ReceiverSessionHost {
  /** Sends bytes to the publisher. */
  send(chunks: readonly Uint8Array[]): void;
  /** Ends the connection, after what was sent. */
  end(): void;
  /** Stops and continues reading, for a slow disk. */
  setReading(isReading: boolean): void;
  /** Whom to let in at all; everybody when absent. */
  readonly gate?: AuthenticationGate;
  /** Answered to publishers that speak of codecs; everything when absent. */
  readonly capabilities?: RtmpCapabilities;
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
  readonly #session: ReceiveSession;
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

  constructor(host: ReceiverSessionHost) {
    this.#host = host;
    this.#session = new ReceiveSession(
      host.capabilities === undefined ? {} : { capabilities: host.capabilities },
      (length) => randomBytes(length),
    );
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

  receive(bytes: Uint8Array): void {
    if (this.#error) return;
    try {
      let more = bytes;
      do {
        for (const event of this.#session.receive(more, performance.now())) this.#handle(event);
        more = NO_BYTES;
      } while (this.#session.isHolding);
    } catch (error) {
      // Media that ends within its own header, mostly: what was said before it is done.
      return this.#fail(toAppError(error));
    }
    this.#flush();
    this.#waitForDisk();
  }

  #fail(error: AppError): void {
    this.#error = error;
    this.#flush();
    this.#host.end();
  }

  /** The carrier was closed in an orderly way: as clean an end as FCUnpublish. */
  goodbye(): void {
    this.#isCleanEnd = true;
  }

  /** Bytes of the stream are lost: what follows them would be no RTMP. */
  broke(): void {
    this.#error ??= new AppError('rtmp/protocol', { message: 'a request of the HTTP tunnel is broken' });
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

  #flush(): void {
    const chunks = this.#session.takeOutput();
    if (chunks.length > 0) this.#host.send(chunks);
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
        return this.#fail(event.error);
      default:
        return;
    }
  }

  #admit(app: string): void {
    this.#app = app.split('?')[0] ?? '';
    const verdict = this.#host.gate?.judge(app);
    if (verdict === undefined || verdict.isAccepted) return this.#session.acceptConnect();
    const { description } = verdict;
    this.#session.rejectConnect({ code: 'NetConnection.Connect.Rejected', description });
    this.#flush();
    this.#host.end();
  }

  #judge(streamKey: string): void {
    const verdict = this.#host.policy({ app: this.#app, streamKey });
    if (!verdict.isAccepted) {
      this.#session.rejectPublish({ code: verdict.code, description: verdict.description });
      this.#flush();
      this.#host.end();
      return;
    }
    this.#session.acceptPublish();
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
