/**
 * One sample a second of a whole session in columns of numbers: 12 hours in bounded memory, and as bytes to keep or to
 * hand to another process. Counters that only grow are kept as their growth per sample. What was not measured is NaN.
 */
import * as z from 'zod';
import { AppError } from '../errors/app-error.ts';
import { COLUMN_ALIGNMENT, emptyStretch, SampleColumn } from './sample-column.ts';
import type { Stretch } from './sample-column.ts';
import type { StatsSample } from './statistics.ts';

/** 12 hours at one a second. */
export const MAX_SAMPLES = 12 * 3600;
/** Given up at once when full, so that moving happens rarely. */
const DROP_SAMPLES = 8 * COLUMN_ALIGNMENT;
const FIRST_CAPACITY = 1024;
/** More destinations than this have no columns of their own. */
const MAX_DESTINATIONS = 100;

export type DestinationMeasure = 'sent' | 'acknowledged' | 'queue' | 'dropped';
/** `sent`, `acknowledged` and `dropped` are over all destinations, `queue` the longest of them. */
export type ProgramMeasure = 'encoded' | 'target' | 'fps' | 'skipped' | 'cpu' | 'memory' | DestinationMeasure;
export type ColumnName = ProgramMeasure | `${DestinationMeasure}:${string}`;

const headSchema = z.strictObject({
  version: z.literal(1),
  length: z.number().int().min(0).max(MAX_SAMPLES),
  names: z.array(z.string().max(100)).max(MAX_DESTINATIONS * 4 + 10),
  destinationIds: z.array(z.string().max(100)).max(MAX_DESTINATIONS),
  counters: z.array(z.tuple([z.string().max(100), z.number()])).max(MAX_DESTINATIONS * 4 + 10),
});
const columnNamePattern =
  /^(encoded|target|fps|skipped|cpu|memory|sent|acknowledged|queue|dropped|(sent|acknowledged|queue|dropped):.*)$/s;

export class SampleHistory {
  #capacity = FIRST_CAPACITY;
  #length = 0;
  #times = new Float64Array(this.#capacity);
  #columns = new Map<ColumnName, SampleColumn>();
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

  /** Memory that the figures take. */
  get bytes(): number {
    let bytes = this.#times.byteLength;
    for (const column of this.#columns.values()) bytes += column.bytes;
    return bytes;
  }

  /** Milliseconds since the epoch; NaN outside. */
  timeAt(index: number): number {
    return index >= 0 && index < this.#length ? (this.#times[index] ?? Number.NaN) : Number.NaN;
  }

  valueAt(name: ColumnName, index: number): number {
    return this.#columns.get(name)?.get(index) ?? Number.NaN;
  }

  /** What the samples from `from` up to `end` (exclusive) come to; takes as long for an hour as for a minute. */
  stretch(name: ColumnName, from: number, end: number): Stretch {
    const into = emptyStretch();
    this.#columns.get(name)?.addStretch(into, from, Math.min(end, this.#length), this.#length);
    return into;
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
    const all = { sent: 0, acknowledged: Number.NaN, queue: 0, dropped: 0 };
    for (const destination of sample.destinations) {
      const { id } = destination;
      if (!this.#destinationIds.includes(id)) {
        if (this.#destinationIds.length >= MAX_DESTINATIONS) continue;
        this.#destinationIds.push(id);
      }
      const dropped = this.#growth(`dropped:${id}`, destination.droppedFrames);
      all.dropped += dropped;
      all.queue = Math.max(all.queue, destination.queueMs);
      all.sent += destination.sentKbps;
      this.#set(`sent:${id}`, index, destination.sentKbps);
      this.#set(`queue:${id}`, index, destination.queueMs);
      this.#set(`dropped:${id}`, index, dropped);
      if (destination.acknowledgedKbps !== undefined) {
        all.acknowledged =
          (Number.isNaN(all.acknowledged) ? 0 : all.acknowledged) + destination.acknowledgedKbps;
        this.#set(`acknowledged:${id}`, index, destination.acknowledgedKbps);
      }
    }
    for (const measure of ['sent', 'acknowledged', 'queue', 'dropped'] as const) {
      if (!Number.isNaN(all[measure])) this.#set(measure, index, all[measure]);
    }
  }

  clear(): void {
    this.#length = 0;
    this.#columns.clear();
    this.#counters.clear();
    this.#destinationIds = [];
  }

  /** Becomes what `toBytes` wrote. @throws AppError `report/unreadable` for anything else; it is then left as it was. */
  load(bytes: Uint8Array): void {
    const { head, times, columns } = parseBytes(bytes);
    this.#capacity = Math.max(FIRST_CAPACITY, head.length);
    this.#length = head.length;
    this.#times = new Float64Array(this.#capacity);
    this.#times.set(times);
    this.#columns = new Map(
      columns.map(([name, values]) => [name, new SampleColumn(this.#capacity, values)]),
    );
    this.#counters = new Map(head.counters);
    this.#destinationIds = head.destinationIds;
  }

  /** Length of the head (uint32), the head as JSON, the times (float64), then every column (float32); little-endian. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const head = new TextEncoder().encode(
      JSON.stringify({
        version: 1,
        length: this.#length,
        names: this.columnNames,
        destinationIds: this.#destinationIds,
        counters: [...this.#counters],
      }),
    );
    const bytes = new Uint8Array(4 + head.length + this.#length * (8 + 4 * this.#columns.size));
    new DataView(bytes.buffer).setUint32(0, head.length, true);
    bytes.set(head, 4);
    let offset = 4 + head.length;
    const append = (figures: Float64Array | Float32Array): void => {
      bytes.set(new Uint8Array(figures.buffer, figures.byteOffset, figures.byteLength), offset);
      offset += figures.byteLength;
    };
    append(this.#times.subarray(0, this.#length));
    for (const column of this.#columns.values()) append(column.values(this.#length));
    return bytes;
  }

  #set(name: ColumnName, index: number, value: number): void {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = new SampleColumn(this.#capacity);
      this.#columns.set(name, column);
    }
    column.set(index, value);
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
      for (const column of this.#columns.values()) column.dropFirst(DROP_SAMPLES, this.#length);
      this.#length -= DROP_SAMPLES;
    }
    if (this.#length < this.#capacity) return;
    this.#capacity = Math.min(this.#capacity * 2, MAX_SAMPLES);
    const times = new Float64Array(this.#capacity);
    times.set(this.#times);
    this.#times = times;
    for (const column of this.#columns.values()) column.grow(this.#capacity);
  }
}

/** Bounded by the head's own limits, which are checked before anything is made. */
function parseBytes(bytes: Uint8Array) {
  const damaged = (cause?: unknown) => new AppError('report/unreadable', {}, cause);
  if (bytes.length < 4) throw damaged();
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (headLength > bytes.length - 4) throw damaged();
  let head: z.infer<typeof headSchema>;
  try {
    head = headSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))));
  } catch (error) {
    throw damaged(error);
  }
  const { length, names } = head;
  const start = 4 + headLength;
  if (bytes.length !== start + length * (8 + 4 * names.length)) throw damaged();
  // A copy begins at a multiple of eight, as the views need it.
  const figures = bytes.slice(start).buffer;
  const times = new Float64Array(figures, 0, length);
  const columns = names.map((name, index): [ColumnName, Float32Array] => {
    if (!isColumnName(name)) throw damaged();
    return [name, new Float32Array(figures, length * 8 + index * length * 4, length)];
  });
  return { head, times, columns };
}

function isColumnName(name: string): name is ColumnName {
  return columnNamePattern.test(name);
}
