/**
 * Samples and the summary, made from counters: what the links, the program and the capture counted so far goes in, rates over
 * the time since the last sample come out. Pure but for its memory of the last counters.
 */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { OutputKind } from '../../../shared/broadcast/state.ts';
import type { DestinationSample, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';

/** What the engine knows and the broadcast does not. */
export interface MachineFacts {
  /** Percent of one core. */
  readonly cpuPercent: number;
  readonly memoryMb: number;
  readonly capturedFrames: number;
  readonly skippedFrames: number;
  /** Video kbit/s the encoder is asked for now. */
  readonly targetKbps: number;
}

/** Running totals of one destination. */
export interface LinkTotals {
  readonly kind: OutputKind;
  readonly id: string;
  readonly name: string;
  readonly sentBytes: number;
  readonly acknowledgedBytes?: number;
  readonly queueMs: number;
  readonly droppedFrames: number;
  readonly sentFrames: number;
  readonly liveMs: number;
  readonly reconnects: number;
  readonly lossesByCause?: Readonly<Partial<Record<ErrorCode, number>>>;
  readonly lastError?: ErrorRecord;
}

export interface ProgramTotals {
  readonly bytes: number;
  readonly videoFrames: number;
}

interface Reading {
  readonly timeMs: number;
  readonly program: ProgramTotals;
  readonly links: ReadonlyMap<string, LinkTotals>;
}

export class StatisticsSampler {
  #last: Reading;

  constructor(nowMs: number, program: ProgramTotals) {
    this.#last = { timeMs: nowMs, program, links: new Map() };
  }

  /** The sample since the last one. `startFrames` are the program's frames when the broadcast began. */
  sample(
    nowMs: number,
    program: ProgramTotals,
    links: readonly LinkTotals[],
    machine: MachineFacts,
    startFrames: number,
  ): StatsSample {
    const last = this.#last;
    const elapsedMs = Math.max(1, nowMs - last.timeMs);
    this.#last = { timeMs: nowMs, program, links: new Map(links.map((link) => [link.id, link])) };
    return {
      type: 'sample',
      timeMs: nowMs,
      encodedKbps: kbps(program.bytes - last.program.bytes, elapsedMs),
      targetKbps: machine.targetKbps,
      fps: round(((program.videoFrames - last.program.videoFrames) * 1000) / elapsedMs),
      capturedFrames: machine.capturedFrames,
      skippedFrames: machine.skippedFrames,
      encodedFrames: program.videoFrames - startFrames,
      cpuPercent: machine.cpuPercent,
      memoryMb: machine.memoryMb,
      destinations: links.map((link) => sampleLink(link, last.links.get(link.id), elapsedMs)),
    };
  }
}

function sampleLink(link: LinkTotals, before: LinkTotals | undefined, elapsedMs: number): DestinationSample {
  const acknowledged = link.acknowledgedBytes;
  return {
    id: link.id,
    sentKbps: kbps(link.sentBytes - (before?.sentBytes ?? 0), elapsedMs),
    ...(acknowledged === undefined
      ? {}
      : { acknowledgedKbps: kbps(acknowledged - (before?.acknowledgedBytes ?? 0), elapsedMs) }),
    queueMs: Math.round(link.queueMs),
    droppedFrames: link.droppedFrames,
    sentFrames: link.sentFrames,
  };
}

export function summarise(options: {
  readonly startedMs: number;
  readonly endedMs: number;
  readonly outcome: StatsSummary['outcome'];
  readonly encodedFrames: number;
  readonly machine: MachineFacts;
  readonly links: readonly LinkTotals[];
}): StatsSummary {
  const { startedMs, endedMs, outcome, encodedFrames, machine, links } = options;
  return {
    type: 'summary',
    startedMs,
    endedMs,
    outcome,
    capturedFrames: machine.capturedFrames,
    skippedFrames: machine.skippedFrames,
    encodedFrames,
    destinations: links.map(({ acknowledgedBytes: _acknowledged, queueMs: _queue, ...kept }) => kept),
  };
}

/** kbit/s of bytes over milliseconds, never negative. */
export function kbps(bytes: number, elapsedMs: number): number {
  return round(Math.max(0, bytes * 8) / Math.max(1, elapsedMs));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
