/** What the embedded receiver got, held against what was promised. Made by the engine, shown by the window and `live`. */
import type { RehearsalFinding } from './rehearsal-findings.ts';

/** What carried a publication. */
export type RehearsalProtocol = 'rtmp' | 'rtmps' | 'rtmfp';

/** What a receiver got of one publication. Rates are kbit/s; `fps` is frames per second. */
export interface RehearsalReport {
  readonly type: 'rehearsalReport';
  readonly startedMs: number;
  readonly durationMs: number;
  readonly protocol: RehearsalProtocol;
  readonly tlsProtocol?: string;
  readonly video?: {
    readonly codec: string;
    readonly profile: string;
    readonly level: string;
    readonly width: number;
    readonly height: number;
    readonly frames: number;
    readonly fps: number;
    readonly averageKbps: number;
    readonly peakKbps: number;
    readonly keyframeSeconds: { readonly minimum: number; readonly median: number; readonly maximum: number };
    readonly hasBFrames: boolean;
    /** Gaps of more than one and a half frame times. */
    readonly gaps: number;
  };
  readonly audio?: {
    readonly codec: string;
    readonly sampleRate: number;
    readonly channels: number;
    readonly averageKbps: number;
    readonly gaps: number;
  };
  /** First audio minus first video timestamp, and difference of their lengths, ms. */
  readonly startOffsetMs?: number;
  readonly lengthDifferenceMs?: number;
  /** From a picture's capture to its tag at the receiver. */
  readonly latencyMs?: { readonly median: number; readonly p95: number };
  /** When the first keyframe arrived, milliseconds since the epoch. */
  readonly firstKeyframeAtMs?: number;
  readonly findings: readonly RehearsalFinding[];
  /** The recording, an FLV file in the app's own folder; absent when it could not be kept. */
  readonly recordingPath?: string;
}
