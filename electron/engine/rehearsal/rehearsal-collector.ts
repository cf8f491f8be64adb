/**
 * Builds the rehearsal report from what the embedded receiver got: pure arithmetic over packets, bounded in memory
 * however long the take. Knows no sockets and no files.
 */
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { ParsedPacket } from '../../rtmp/flv/packet.ts';
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
  readonly protocol: 'rtmp' | 'rtmps';
  readonly tlsProtocol?: string;
  readonly limits?: ServiceLimits;
}

type Finding = RehearsalReport['findings'][number];

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

  /** The report over everything so far. `takePath` is where the take was kept. */
  report(takePath?: string): RehearsalReport {
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
      ...(takePath === undefined ? {} : { takePath }),
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
  if (!video) return [{ level: 'problem', text: 'No picture arrived.' }];
  if (!audio) {
    return [
      { level: 'warning', text: 'No sound arrived; some services do not show a stream without sound.' },
    ];
  }
  if (video.codec === 'H.264' && audio.codec.startsWith('AAC')) {
    return [{ level: 'good', text: 'H.264 with AAC: every service takes that.' }];
  }
  return [{ level: 'warning', text: `${video.codec} with ${audio.codec}: only some services take that.` }];
}

function keyframeFindings({ video }: ReportBody, limits: ServiceLimits | undefined): readonly Finding[] {
  if (!video || video.keyframeSeconds.maximum === 0) return [];
  const { minimum, maximum } = video.keyframeSeconds;
  const wanted = limits?.keyframeSeconds ?? RECOMMENDED_KEYFRAME_SECONDS;
  const longest = Math.max(wanted, limits?.keyframeSeconds ?? LONGEST_KEYFRAME_SECONDS);
  const spacing = `${maximum.toFixed(2)} s`;
  if (maximum > longest + 0.1) {
    return [
      {
        level: 'problem',
        text: `Keyframes were up to ${spacing} apart; services refuse more than ${longest} s.`,
      },
    ];
  }
  if (maximum > wanted + 0.1) {
    return [
      {
        level: 'warning',
        text: `Keyframes were up to ${spacing} apart; ${wanted} s is what services ask for.`,
      },
    ];
  }
  if (maximum - minimum > 0.1) {
    return [
      { level: 'warning', text: `Keyframes came unevenly, ${minimum.toFixed(2)} to ${spacing} apart.` },
    ];
  }
  return [{ level: 'good', text: `A keyframe came every ${spacing}.` }];
}

function rateFindings({ video, audio }: ReportBody, limits: ServiceLimits | undefined): readonly Finding[] {
  const findings: Finding[] = [];
  if (video && limits?.videoKbps !== undefined) {
    const isOver = video.averageKbps > limits.videoKbps;
    const text = `Video took ${video.averageKbps} kbit/s; ${limits.serviceName} allows ${limits.videoKbps}.`;
    findings.push({ level: isOver ? 'problem' : 'good', text });
  }
  if (audio && limits?.audioKbps !== undefined && audio.averageKbps > limits.audioKbps * 1.05) {
    const text = `Sound took ${audio.averageKbps} kbit/s; ${limits.serviceName} allows ${limits.audioKbps}.`;
    findings.push({ level: 'problem', text });
  }
  if (video && video.averageKbps > 0 && video.peakKbps > video.averageKbps * 2) {
    const text = `The bitrate jumped to ${video.peakKbps} kbit/s, twice its average of ${video.averageKbps}.`;
    findings.push({ level: 'warning', text });
  }
  return findings;
}

function timingFindings(report: ReportBody, backwardSteps: number): readonly Finding[] {
  const findings: Finding[] = [];
  const gaps = (report.video?.gaps ?? 0) + (report.audio?.gaps ?? 0);
  if (backwardSteps > 0)
    findings.push({ level: 'problem', text: `Timestamps went backwards ${backwardSteps} times.` });
  if (gaps > 0) {
    const text = `${report.video?.gaps ?? 0} gaps in the picture and ${report.audio?.gaps ?? 0} in the sound.`;
    findings.push({ level: 'warning', text });
  } else if (report.video) findings.push({ level: 'good', text: 'Every frame that was encoded arrived.' });
  const offsetMs = Math.abs(report.startOffsetMs ?? 0);
  const differenceMs = report.lengthDifferenceMs ?? 0;
  if (offsetMs > ALLOWED_OFFSET_MS) {
    findings.push({ level: 'warning', text: `Picture and sound began ${Math.round(offsetMs)} ms apart.` });
  }
  if (differenceMs > ALLOWED_LENGTH_DIFFERENCE_MS) {
    findings.push({ level: 'warning', text: `Picture and sound differ by ${differenceMs} ms in length.` });
  }
  if (
    report.startOffsetMs !== undefined &&
    offsetMs <= ALLOWED_OFFSET_MS &&
    differenceMs <= ALLOWED_LENGTH_DIFFERENCE_MS
  ) {
    findings.push({ level: 'good', text: 'Picture and sound were in step.' });
  }
  return findings;
}
