/**
 * One sample a second of a whole session in columns of numbers: 12 hours in bounded memory.
 * Counters that only grow are kept as their growth per sample. What was not measured is NaN.
 */
import type { StatsSample } from '../../shared/broadcast/statistics.ts';

/** 12 hours at one a second. */
export const MAX_SAMPLES = 12 * 3600;
/** Given up at once when full, so that moving happens rarely. */
const DROP_SAMPLES = 1800;

export type DestinationMeasure = 'sent' | 'acknowledged' | 'queue' | 'dropped';
export type ProgramMeasure =
  'encoded' | 'target' | 'fps' | 'skipped' | 'cpu' | 'memory' | 'dropped' | 'queue';
export type ColumnName = ProgramMeasure | `${DestinationMeasure}:${string}`;

export class SampleHistory {
  #capacity = 1024;
  #length = 0;
  #times = new Float64Array(this.#capacity);
  #columns = new Map<ColumnName, Float32Array<ArrayBuffer>>();
  #counters = new Map<string, number>();
  #destinationIds: string[] = [];

  get length(): number {
    return this.#length;
  }

  /** In the order they were first seen. */
  get destinationIds(): readonly string[] {
    return this.#destinationIds;
  }

  get columnNames(): readonly ColumnName[] {
    return [...this.#columns.keys()];
  }

  /** Milliseconds since the epoch; NaN outside. */
  timeAt(index: number): number {
    return index >= 0 && index < this.#length ? (this.#times[index] ?? Number.NaN) : Number.NaN;
  }

  valueAt(name: ColumnName, index: number): number {
    return this.#columns.get(name)?.[index] ?? Number.NaN;
  }

  /** The first index at or after `timeMs`. */
  indexAt(timeMs: number): number {
    let low = 0;
    let high = this.#length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#times[middle] ?? 0) < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Samples that are not newer than the last one are left out: a replay and live events may overlap. */
  push(sample: StatsSample): void {
    if (this.#length > 0 && sample.timeMs <= this.timeAt(this.#length - 1)) return;
    this.#makeRoom();
    const index = this.#length++;
    this.#times[index] = sample.timeMs;
    this.#set('encoded', index, sample.encodedKbps);
    this.#set('target', index, sample.targetKbps);
    this.#set('fps', index, sample.fps);
    this.#set('cpu', index, sample.cpuPercent);
    this.#set('memory', index, sample.memoryMb);
    this.#set('skipped', index, this.#growth('skipped', sample.skippedFrames));
    let droppedFrames = 0;
    let worstQueueMs = 0;
    for (const destination of sample.destinations) {
      const { id } = destination;
      if (!this.#destinationIds.includes(id)) this.#destinationIds.push(id);
      const dropped = this.#growth(`dropped:${id}`, destination.droppedFrames);
      droppedFrames += dropped;
      worstQueueMs = Math.max(worstQueueMs, destination.queueMs);
      this.#set(`sent:${id}`, index, destination.sentKbps);
      this.#set(`queue:${id}`, index, destination.queueMs);
      this.#set(`dropped:${id}`, index, dropped);
      if (destination.acknowledgedKbps !== undefined) {
        this.#set(`acknowledged:${id}`, index, destination.acknowledgedKbps);
      }
    }
    this.#set('dropped', index, droppedFrames);
    this.#set('queue', index, worstQueueMs);
  }

  clear(): void {
    this.#length = 0;
    this.#columns.clear();
    this.#counters.clear();
    this.#destinationIds = [];
  }

  #set(name: ColumnName, index: number, value: number): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = new Float32Array(this.#capacity).fill(Number.NaN);
      this.#columns.set(name, column);
    }
    column[index] = value;
  }

  /** A counter that fell was started anew with its link. */
  #growth(name: string, count: number): number {
    const before = this.#counters.get(name) ?? 0;
    this.#counters.set(name, count);
    return count >= before ? count - before : count;
  }

  #makeRoom(): void {
    if (this.#length >= MAX_SAMPLES) {
      this.#times.copyWithin(0, DROP_SAMPLES);
      for (const column of this.#columns.values()) {
        column.copyWithin(0, DROP_SAMPLES);
        column.fill(Number.NaN, this.#length - DROP_SAMPLES);
      }
      this.#length -= DROP_SAMPLES;
    }
    if (this.#length < this.#capacity) return;
    this.#capacity = Math.min(this.#capacity * 2, MAX_SAMPLES);
    const times = new Float64Array(this.#capacity);
    times.set(this.#times);
    this.#times = times;
    for (const [name, column] of this.#columns) {
      const wider = new Float32Array(this.#capacity).fill(Number.NaN);
      wider.set(column);
      this.#columns.set(name, wider);
    }
  }
}
