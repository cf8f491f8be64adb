/** The embedded receiver as a destination of a broadcast: started with it, closed after it, its report handed on. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { wallMs } from '../../../shared/clock.ts';
import { destinationSchema, REHEARSAL_ID } from '../../../shared/destinations/destination.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import { startReceiver } from './receiver.ts';
import type { Receiver } from './receiver.ts';
import type { EncodedPacket } from '../encode/encoded-packet.ts';
import { LatencyMeter } from './latency-meter.ts';
import { mediaNowUs } from '../sources/page-clock.ts';

export interface RehearsalOptions {
  readonly isTls: boolean;
  /** Where the take is kept; its folder is made when missing. */
  readonly takePath?: string;
}

export class Rehearsal {
  readonly #receiver: Receiver;
  readonly #latency = new LatencyMeter();
  /** Milliseconds since the epoch. */
  #firstKeyframeAtMs: number | undefined;

  private constructor(receiver: Receiver) {
    this.#receiver = receiver;
    receiver.onEvent((event) => {
      if (event.type === 'packetReceived') {
        this.#latency.received(event.packet, mediaNowUs() / 1000);
        if (event.packet.kind === 'video' && event.packet.isKeyframe) this.#firstKeyframeAtMs ??= wallMs();
      }
    });
  }

  static async start(options: RehearsalOptions): Promise<Rehearsal> {
    if (options.takePath !== undefined) await mkdir(dirname(options.takePath), { recursive: true });
    return new Rehearsal(await startReceiver(options));
  }

  /** With the receiver's own random key and authority. */
  destination(): DestinationWithSecrets {
    const { url, key, caPem } = this.#receiver;
    const destination = destinationSchema.parse({
      id: REHEARSAL_ID,
      name: 'Rehearsal',
      serviceId: 'custom',
      url,
      isEnabled: true,
      hasKey: true,
      tls: caPem === undefined ? {} : { extraAuthorityPem: caPem },
    });
    return { ...destination, key };
  }

  /** What goes out to the receiver, with the time of its capture on the clock of the frames. */
  sent(packet: EncodedPacket, capturedAtMs: number): void {
    this.#latency.sent(packet, capturedAtMs);
  }

  /**
   * Closes the receiver; the report over what it got, `null` when nothing came.
   * @param skippedFrames captured, and not encoded because the computer was too slow.
   */
  async end(skippedFrames: number): Promise<RehearsalReport | null> {
    // Asked for after the close: only then is the take whole and the goodbye counted.
    await this.#receiver.close();
    const report = this.#receiver.report();
    if (report === null) return null;
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
  const text = `The computer was too slow for ${skippedFrames} frames: the picture stood still for them. Choose a smaller size or frame rate.`;
  return [{ level, text }];
}
