/**
 * Builds the rehearsal report from what the embedded receiver got: pure arithmetic over packets, bounded in memory
 * however long the recording. Knows no sockets and no files.
 */
import type { RehearsalFinding as Finding } from '../../../shared/broadcast/rehearsal-findings.ts';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { ParsedPacket } from '../flv/packet.ts';
import { readAudioFacts, readVideoFacts } from './rehearsal-facts.ts';
import type { AudioFacts, VideoFacts } from './rehearsal-facts.ts';

interface CollectedFrame {
  readonly timestampMs: number;
  readonly sizeBytes: number;
  readonly isKeyframe: boolean;
  /** Presentation minus decode time, ms; 0 for audio. */
  readonly compositionOffsetMs: number;
}

/** What the service that the user plans to use allows. */
export interface ServiceLimits {
  readonly serviceName: string;
  readonly videoKbps?: number;
  readonly audioKbps?: number;
  readonly keyframeSeconds?: number;
}

export interface CollectorOptions {
  readonly startedMs: number;
  readonly protocol: RehearsalReport['protocol'];
  readonly tlsProtocol?: string;
  readonly limits?: ServiceLimits;
}

const MAX_HISTOGRAM_ENTRIES = 4096;
/** What nearly every service asks for, and the most that the strictest of them accept. */
const RECOMMENDED_KEYFRAME_SECONDS = 2;
const LONGEST_KEYFRAME_SECONDS = 4;
const ALLOWED_OFFSET_MS = 100;
const ALLOWED_LENGTH_DIFFERENCE_MS = 100;

/** Counts of rounded values; the median of a day costs no more than that of a minute. */
class Histogram {
  #counts = new Map<number, number>();
  #total = 0;

  add(value: number): void {
    const key = Math.round(value);
    if (!this.#counts.has(key) && this.#counts.size >= MAX_HISTOGRAM_ENTRIES) return;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.#total += 1;
  }

  get isEmpty(): boolean {
    return this.#total === 0;
  }

  median(): number {
    let seen = 0;
    for (const [value, count] of this.#sorted()) {
      seen += count;
      if (seen * 2 >= this.#total) return value;
    }
    return 0;
  }

  minimum(): number {
    return this.#sorted()[0]?.[0] ?? 0;
  }

  maximum(): number {
    return this.#sorted().at(-1)?.[0] ?? 0;
  }

  countAbove(limit: number): number {
    let count = 0;
    for (const [value, times] of this.#counts) if (value > limit) count += times;
    return count;
  }

  #sorted(): readonly (readonly [number, number])[] {
    return [...this.#counts].sort(([left], [right]) => left - right);
  }
}

/** One track: counts, spacing and rate by decode time. */
class TrackCollector {
  readonly deltas = new Histogram();
  readonly keyframeDeltas = new Histogram();
  readonly compositionOffsets = new Set<number>();
  frames = 0;
  bytes = 0;
  backwardSteps = 0;
  firstMs = 0;
  lastMs = 0;
  peakBytesPerSecond = 0;
  #lastKeyframeMs: number | undefined;
  #second = 0;
  #secondBytes = 0;

  add(frame: CollectedFrame): void {
    if (this.frames === 0) this.firstMs = frame.timestampMs;
    else if (frame.timestampMs < this.lastMs) this.backwardSteps += 1;
    else this.deltas.add(frame.timestampMs - this.lastMs);
    this.lastMs = Math.max(this.lastMs, frame.timestampMs);
    this.frames += 1;
    this.bytes += frame.sizeBytes;
    if (this.compositionOffsets.size < 2) this.compositionOffsets.add(frame.compositionOffsetMs);
    this.#addToSecond(frame);
    if (!frame.isKeyframe) return;
    if (this.#lastKeyframeMs !== undefined) this.keyframeDeltas.add(frame.timestampMs - this.#lastKeyframeMs);
    this.#lastKeyframeMs = frame.timestampMs;
  }

  /** From the first frame to the end of the last, ms. */
  get lengthMs(): number {
    return this.frames === 0 ? 0 : this.lastMs - this.firstMs + this.deltas.median();
  }

  get averageKbps(): number {
    return this.lengthMs === 0 ? 0 : Math.round((this.bytes * 8) / this.lengthMs);
  }

  get peakKbps(): number {
    return Math.round((Math.max(this.peakBytesPerSecond, this.#secondBytes) * 8) / 1000);
  }

  get gaps(): number {
    return this.deltas.isEmpty ? 0 : this.deltas.countAbove(this.deltas.median() * 1.5 + 1);
  }

  #addToSecond(frame: CollectedFrame): void {
    const second = Math.floor((frame.timestampMs - this.firstMs) / 1000);
    if (second !== this.#second) {
      this.peakBytesPerSecond = Math.max(this.peakBytesPerSecond, this.#secondBytes);
      this.#second = second;
      this.#secondBytes = 0;
    }
    this.#secondBytes += frame.sizeBytes;
  }
}

/** Feed packets as they come, ask for the report at any time. */
export class RehearsalCollector {
  readonly #options: CollectorOptions;
  readonly #video = new TrackCollector();
  readonly #audio = new TrackCollector();
  #videoFacts: VideoFacts | undefined;
  #audioFacts: AudioFacts | undefined;

  constructor(options: CollectorOptions) {
    this.#options = options;
  }

  /** Takes one packet as received. @throws AppError `flv/bad-data` when its configuration is broken. */
  add(packet: ParsedPacket): void {
    const track = packet.tag?.tracks[0];
    if (!track) return;
    const isVideo = packet.kind === 'video';
    if (packet.isSequenceHeader) {
      if (isVideo) this.#videoFacts = readVideoFacts(track);
      else this.#audioFacts = readAudioFacts(track);
    }
    if (packet.tag?.role !== 'frame') return;
    (isVideo ? this.#video : this.#audio).add({
      timestampMs: packet.timestampMs,
      sizeBytes: packet.body.length,
      isKeyframe: packet.isKeyframe,
      compositionOffsetMs: track.compositionMs,
    });
  }

  get hasMedia(): boolean {
    return this.#video.frames + this.#audio.frames > 0;
  }

  /** The report over everything so far. `recordingPath` is where the recording was kept. */
  report(recordingPath?: string): RehearsalReport {
    const { startedMs, protocol, tlsProtocol } = this.#options;
    const video = this.#describeVideo();
    const audio = this.#describeAudio();
    const both =
      video && audio
        ? {
            startOffsetMs: this.#audio.firstMs - this.#video.firstMs,
            lengthDifferenceMs: Math.abs(Math.round(this.#video.lengthMs - this.#audio.lengthMs)),
          }
        : {};
    const body = {
      type: 'rehearsalReport' as const,
      startedMs,
      durationMs: Math.round(Math.max(this.#video.lengthMs, this.#audio.lengthMs)),
      protocol,
      ...(tlsProtocol === undefined ? {} : { tlsProtocol }),
      ...(video ? { video } : {}),
      ...(audio ? { audio } : {}),
      ...both,
      ...(recordingPath === undefined ? {} : { recordingPath }),
    };
    const backwardSteps = this.#video.backwardSteps + this.#audio.backwardSteps;
    return { ...body, findings: findingsFor(body, this.#options.limits, backwardSteps) };
  }

  #describeVideo(): RehearsalReport['video'] {
    const track = this.#video;
    if (track.frames === 0) return undefined;
    const facts = this.#videoFacts ?? {
      codec: 'unknown',
      profile: 'unknown',
      level: 'unknown',
      width: 0,
      height: 0,
    };
    return {
      ...facts,
      frames: track.frames,
      fps: track.lengthMs === 0 ? 0 : Math.round((track.frames * 100_000) / track.lengthMs) / 100,
      averageKbps: track.averageKbps,
      peakKbps: track.peakKbps,
      keyframeSeconds: {
        minimum: track.keyframeDeltas.minimum() / 1000,
        median: track.keyframeDeltas.median() / 1000,
        maximum: track.keyframeDeltas.maximum() / 1000,
      },
      hasBFrames: track.compositionOffsets.size > 1,
      gaps: track.gaps,
    };
  }

  #describeAudio(): RehearsalReport['audio'] {
    const track = this.#audio;
    if (track.frames === 0) return undefined;
    const facts = this.#audioFacts ?? { codec: 'unknown', sampleRate: 0, channels: 0 };
    return { ...facts, averageKbps: track.averageKbps, gaps: track.gaps };
  }
}

type ReportBody = Omit<RehearsalReport, 'findings'>;

function findingsFor(
  report: ReportBody,
  limits: ServiceLimits | undefined,
  backwardSteps: number,
): readonly Finding[] {
  return [
    ...codecFindings(report),
    ...keyframeFindings(report, limits),
    ...rateFindings(report, limits),
    ...timingFindings(report, backwardSteps),
  ];
}

function codecFindings({ video, audio }: ReportBody): readonly Finding[] {
  if (!video) return [{ level: 'problem', code: 'noVideo', details: {} }];
  if (!audio) return [{ level: 'warning', code: 'noAudio', details: {} }];
  if (video.codec === 'H.264' && audio.codec.startsWith('AAC'))
    return [{ level: 'good', code: 'codecsEverywhere', details: {} }];
  return [{ level: 'warning', code: 'codecsRare', details: { video: video.codec, audio: audio.codec } }];
}

function keyframeFindings({ video }: ReportBody, limits: ServiceLimits | undefined): readonly Finding[] {
  if (!video || video.keyframeSeconds.maximum === 0) return [];
  const { minimum, maximum } = video.keyframeSeconds;
  const wantedSeconds = limits?.keyframeSeconds ?? RECOMMENDED_KEYFRAME_SECONDS;
  const limitSeconds = Math.max(wantedSeconds, limits?.keyframeSeconds ?? LONGEST_KEYFRAME_SECONDS);
  const seconds = maximum;
  if (maximum > limitSeconds + 0.1)
    return [{ level: 'problem', code: 'keyframesTooFar', details: { seconds, limitSeconds } }];
  if (maximum > wantedSeconds + 0.1)
    return [{ level: 'warning', code: 'keyframesFar', details: { seconds, wantedSeconds } }];
  if (maximum - minimum > 0.1) {
    const details = { minimumSeconds: minimum, maximumSeconds: maximum };
    return [{ level: 'warning', code: 'keyframesUneven', details }];
  }
  return [{ level: 'good', code: 'keyframesEven', details: { seconds } }];
}

function rateFindings({ video, audio }: ReportBody, limits: ServiceLimits | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  const service = limits?.serviceName ?? '';
  if (video && limits?.videoKbps !== undefined) {
    const level = video.averageKbps > limits.videoKbps ? 'problem' : 'good';
    const details = { kbps: video.averageKbps, limitKbps: limits.videoKbps, service };
    findings.push({ level, code: 'videoRate', details });
  }
  if (audio && limits?.audioKbps !== undefined && audio.averageKbps > limits.audioKbps * 1.05) {
    const details = { kbps: audio.averageKbps, limitKbps: limits.audioKbps, service };
    findings.push({ level: 'problem', code: 'audioRate', details });
  }
  if (video && video.averageKbps > 0 && video.peakKbps > video.averageKbps * 2) {
    const { peakKbps, averageKbps } = video;
    findings.push({ level: 'warning', code: 'ratePeak', details: { peakKbps, averageKbps } });
  }
  return findings;
}

function timingFindings(report: ReportBody, backwardSteps: number): readonly Finding[] {
  const findings: Finding[] = [];
  const gaps = { video: report.video?.gaps ?? 0, audio: report.audio?.gaps ?? 0 };
  if (backwardSteps > 0)
    findings.push({ level: 'problem', code: 'timestampsBack', details: { times: backwardSteps } });
  if (gaps.video + gaps.audio > 0) findings.push({ level: 'warning', code: 'gaps', details: gaps });
  else if (report.video) findings.push({ level: 'good', code: 'noGaps', details: {} });
  const offsetMs = Math.abs(report.startOffsetMs ?? 0);
  const differenceMs = report.lengthDifferenceMs ?? 0;
  const isOffset = offsetMs > ALLOWED_OFFSET_MS;
  const isLonger = differenceMs > ALLOWED_LENGTH_DIFFERENCE_MS;
  if (isOffset)
    findings.push({ level: 'warning', code: 'startsApart', details: { ms: Math.round(offsetMs) } });
  if (isLonger) findings.push({ level: 'warning', code: 'lengthsDiffer', details: { ms: differenceMs } });
  if (report.startOffsetMs !== undefined && !isOffset && !isLonger)
    findings.push({ level: 'good', code: 'inSync', details: {} });
  return findings;
}
