/**
 * An output takes the program somewhere: a destination, a recording, a rehearsal. No output can hold another up: each owns its queue, its
 * health and its statistics. The program hands its packets to the packet sinks attached to it: a recording and a rehearsal are sinks
 * themselves, a destination attaches its connection while there is one.
 */
import type { Verdict } from '../health/connection-health.ts';

/** Running totals of an output. */
export interface OutputStatistics {
  /** Bytes that left: taken by the operating system, or written to the disk. */
  readonly sentBytes: number;
  readonly sentFrames: number;
  readonly droppedFrames: number;
}

/** One live destination, measured over about the last second. */
export interface LinkMeasure {
  readonly queueMs: number;
  /** kbit/s taken by its socket. */
  readonly sentKbps: number;
}

export interface Output {
  readonly id: string;
  /** Names of the steps that opening takes, in order; empty where an output opens at once. */
  readonly steps: readonly string[];
  /**
   * Begins. Resolves when packets may come; a destination's own steps then show in its state.
   * @throws AppError where the output can't begin at all.
   */
  open(): Promise<void>;
  readonly health: Verdict;
  statistics(): OutputStatistics;
  /** Sends or writes what is queued, for this long at most, then ends. Resolves when the output is over. */
  end(options: { readonly drainMs: number }): Promise<void>;
}

/** One line for the log; never holds a secret. */
export type OutputLog = (level: 'debug' | 'info' | 'warn' | 'error', text: string) => void;
