/**
 * A rehearsal as an output: the embedded receiver, the destination that leads to it, and how long frames take on the way. The receiver is
 * reached like any server; this output measures beside it and gives the report.
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assert } from '../../../shared/assert.ts';
import { wallMs } from '../../../shared/clock.ts';
import { LEAST_TLS_VERSION } from '../../../shared/network/tls-settings.ts';
import type { NamedDestination } from '../../../shared/ipc/engine-control.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { healthy } from '../health/connection-health.ts';
import type { Output, OutputStatistics } from '../outputs/output.ts';
import { startReceiver } from '../../rtmp/receiver/receiver.ts';
import { startFlowsReceiver } from '../../rtmp/receiver/receiver-flows.ts';
import type { Receiver } from '../../rtmp/receiver/receiver.ts';
import type { EncodedPacket, PacketSink } from '../encode/encoded-packet.ts';
import { LatencyMeter } from './latency-meter.ts';
import { mediaNowUs } from '../sources/page-clock.ts';

/** Of the receiver's link. Destinations that are saved have random ids. */
const ID = 'rehearsal';

export interface RehearsalOptions {
  /** Of its destination. */
  readonly name: string;
  /** What the receiver speaks. */
  readonly protocol: RehearsalReport['protocol'];
  /** Where the recording of the rehearsal is kept; its folder is made when missing. */
  readonly recordingPath?: string;
  /** When the frame with this timestamp was captured, ms on the clock of the frames; undefined where nobody knows. */
  readonly captureTimeMs: (timestampMs: number) => number | undefined;
}

export class Rehearsal implements Output, PacketSink {
  readonly id = ID;
  /** The steps to the receiver are those of its destination. */
  readonly steps = [];
  readonly health = healthy;
  readonly #options: RehearsalOptions;
  readonly #latency = new LatencyMeter();
  #receiver: Receiver | undefined;
  /** Milliseconds since the epoch. */
  #firstKeyframeAtMs: number | undefined;
  #sentBytes = 0;
  #sentFrames = 0;

  constructor(options: RehearsalOptions) {
    this.#options = options;
  }

  /** Starts the receiver. */
  async open(): Promise<void> {
    const { recordingPath, protocol } = this.#options;
    if (recordingPath !== undefined) await mkdir(dirname(recordingPath), { recursive: true });
    const kept = recordingPath === undefined ? {} : { recordingPath };
    this.#receiver = await (protocol === 'rtmfp'
      ? startFlowsReceiver(kept)
      : startReceiver({ isTls: protocol === 'rtmps', ...kept }));
    this.#receiver.onEvent((event) => {
      if (event.type !== 'packetReceived') return;
      this.#latency.received(event.packet, mediaNowUs() / 1000);
      if (event.packet.kind === 'video' && event.packet.isKeyframe) this.#firstKeyframeAtMs ??= wallMs();
    });
  }

  /** The receiver as a destination, with its own random key and authority. For after `open`. */
  destination(): NamedDestination {
    assert(this.#receiver !== undefined, 'the rehearsal is open');
    const { url, key, caPem } = this.#receiver;
    const { name } = this.#options;
    return {
      ...{ id: ID, name, serviceId: 'custom', url, key, isEnabled: true, hasKey: true, hasPassword: false },
      // There is no backup to name.
      ...{ backupMode: 'failover', backupName: name },
      tls: { minimumVersion: LEAST_TLS_VERSION, extraAuthorityPem: caPem },
    };
  }

  /** Notes when a frame was captured that goes out to the receiver. */
  push(packet: EncodedPacket): void {
    this.#sentBytes += packet.body.length;
    if (packet.kind === 'video' && !packet.isSequenceHeader) this.#sentFrames += 1;
    const capturedAtMs = this.#options.captureTimeMs(packet.timestampMs);
    if (capturedAtMs !== undefined) this.#latency.sent(packet, capturedAtMs);
  }

  statistics(): OutputStatistics {
    return { sentBytes: this.#sentBytes, sentFrames: this.#sentFrames, droppedFrames: 0 };
  }

  /** Closes the receiver, at once. */
  async end(): Promise<void> {
    await this.#receiver?.close();
  }

  /**
   * The report over what the receiver got; undefined when nothing came. Whole only after `end`.
   * @param skippedFrames captured, and not encoded because the computer was too slow.
   */
  report(skippedFrames: number): RehearsalReport | undefined {
    const report = this.#receiver?.report();
    if (report === undefined) return undefined;
    const latencyMs = this.#latency.result();
    const firstKeyframeAtMs = this.#firstKeyframeAtMs;
    return {
      ...report,
      findings: [...report.findings, ...skippedFinding(skippedFrames, report.video?.frames ?? 0)],
      ...(latencyMs === undefined ? {} : { latencyMs }),
      ...(firstKeyframeAtMs === undefined ? {} : { firstKeyframeAtMs }),
    };
  }
}

/** Frames stood still for viewers, though the stream itself is whole. OBS's limits: 1 % warns, 5 % is a problem. */
function skippedFinding(skippedFrames: number, frames: number): RehearsalReport['findings'] {
  if (skippedFrames === 0) return [];
  const level = skippedFrames > frames * 0.05 ? 'problem' : 'warning';
  return [{ level, code: 'framesSkipped', details: { frames: skippedFrames } }];
}
