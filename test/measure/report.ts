/** What the ruler finds in a recording of the test picture, as data and as plain text. */

import { formatFrameRate } from '../../shared/encoding/frame-rate.ts';

/** What the recording is held against; what is left out is not judged. */
export interface MeasurePromise {
  readonly fps?: number;
  /** kbit/s of video. */
  readonly videoKbps?: number;
  readonly keyframeSeconds?: number;
}

export interface FrameCount {
  readonly decoded: number;
  /** Frames whose barcode could not be read. */
  readonly unreadable: number;
  readonly first: number;
  readonly last: number;
  /** Numbers between first and last that never came. */
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** The first few numbers that are missing. */
  readonly lostNumbers: readonly number[];
}

export interface OffsetReport {
  /** Seconds in which both flash and beep were found. */
  readonly count: number;
  /** Milliseconds; positive is sound late. */
  readonly medianMs: number;
  readonly worstMs: number;
  readonly driftMsPerMinute: number;
  readonly perSecondMs: readonly number[];
}

export type ColourReading = 'bt709-limited' | 'bt601-limited' | 'bt709-full';

export interface ColourReport {
  /** Which reading of the bars fits best. */
  readonly looksLike: ColourReading;
  /** Largest difference from BT.709 limited range in any of Y, Cb, Cr of any bar, code values. */
  readonly worstError: number;
  readonly meanError: number;
  /** What the stream says of itself, as ffmpeg prints it. */
  readonly tagged: string;
}

export interface SimilarityReport {
  readonly frames: number;
  /** Luma. */
  readonly ssimMean: number;
  readonly ssimWorst: number;
  readonly psnrMeanDb: number;
  readonly psnrWorstDb: number;
}

export interface PaceReport {
  readonly durationSeconds: number;
  readonly keyframeSeconds: { readonly minimum: number; readonly median: number; readonly maximum: number };
  readonly averageKbps: number;
  /** Whole seconds of the stream. */
  readonly perSecondKbps: readonly number[];
  /** Largest distance between neighbouring frames, ms. */
  readonly largestGapMs: number;
  /** Decode times that did not grow. */
  readonly timestampsBack: number;
}

export interface LoudnessReport {
  readonly rmsDb: number;
  readonly peakDb: number;
}

export interface Finding {
  readonly code:
    | 'no-pattern'
    | 'no-sound'
    | 'no-beeps'
    | 'frames-lost'
    | 'frames-doubled'
    | 'frames-out-of-order'
    | 'barcode-unreadable'
    | 'sound-late'
    | 'sound-early'
    | 'sound-drifts'
    | 'wrong-matrix'
    | 'wrong-range'
    | 'colour-off'
    | 'keyframes-irregular'
    | 'bitrate-off'
    | 'timestamps-back'
    | 'gap';
  readonly text: string;
}

export interface MeasureReport {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: FrameCount;
  readonly pace: PaceReport;
  readonly offset?: OffsetReport;
  readonly colour?: ColourReport;
  readonly similarity?: SimilarityReport;
  readonly loudness?: LoudnessReport;
  /** Empty when nothing is wrong. */
  readonly findings: readonly Finding[];
}

export function formatReport(report: MeasureReport): string {
  const { frames, pace, offset, colour, similarity, loudness } = report;
  const lines = [
    `${report.width}x${report.height} at ${formatFrameRate(report.fps)} fps, ${pace.durationSeconds.toFixed(3)} s`,
    `frames     ${frames.decoded} decoded, ${frames.lost} lost, ${frames.doubled} doubled, ` +
      `${frames.outOfOrder} out of order, ${frames.unreadable} unreadable`,
    `keyframes  every ${pace.keyframeSeconds.median.toFixed(3)} s ` +
      `(${pace.keyframeSeconds.minimum.toFixed(3)} to ${pace.keyframeSeconds.maximum.toFixed(3)})`,
    `bitrate    ${pace.averageKbps.toFixed(0)} kbit/s, by second ${span(pace.perSecondKbps, 0)}; ` +
      `largest gap ${pace.largestGapMs.toFixed(0)} ms`,
  ];
  if (offset !== undefined) {
    lines.push(
      `sound      ${signed(offset.medianMs)} ms against the picture (median of ${offset.count}), ` +
        `worst ${signed(offset.worstMs)} ms, drift ${signed(offset.driftMsPerMinute)} ms a minute`,
    );
  }
  if (loudness !== undefined) {
    lines.push(`level      ${loudness.rmsDb.toFixed(1)} dBFS RMS, ${loudness.peakDb.toFixed(1)} dBFS peak`);
  }
  if (colour !== undefined) {
    lines.push(
      `colour     worst ${colour.worstError.toFixed(1)}, mean ${colour.meanError.toFixed(1)} code values; ` +
        `looks like ${colour.looksLike}, tagged ${colour.tagged}`,
    );
  }
  if (similarity !== undefined) {
    lines.push(
      `picture    SSIM ${similarity.ssimMean.toFixed(4)} (worst ${similarity.ssimWorst.toFixed(4)}), ` +
        `PSNR ${similarity.psnrMeanDb.toFixed(1)} dB (worst ${similarity.psnrWorstDb.toFixed(1)}) ` +
        `over ${similarity.frames} frames`,
    );
  }
  if (report.findings.length === 0) lines.push('Nothing is wrong.');
  for (const finding of report.findings) lines.push(`! ${finding.code}: ${finding.text}`);
  return lines.join('\n');
}

function signed(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(1)}`;
}

function span(values: readonly number[], digits: number): string {
  if (values.length === 0) return 'none';
  return `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
}
