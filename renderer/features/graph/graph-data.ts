/**
 * From the session's samples to what is drawn: a window of time, thinned to what a screen can show, and the marks on
 * it. Pure; lines are averaged within a bucket, frames that were lost are summed.
 */
import type { BroadcastEvent } from '../../../shared/broadcast/statistics.ts';
import type { Stretch } from '../../../shared/broadcast/sample-column.ts';
import type { ColumnName, SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import { cutWhole } from '../../../shared/whole-characters.ts';
import { texts } from '../../../shared/text/text.ts';

export const graphWindows = ['1', '5', '60', 'all'] as const;
export type GraphWindow = (typeof graphWindows)[number];

/** What can be laid over the bitrate sent: as a line of each destination, or one of the whole. */
export const overlays = ['acknowledged', 'queue', 'dropped', 'skipped', 'fps', 'cpu', 'memory'] as const;
export type Overlay = (typeof overlays)[number];

/** Whether each destination has a line of it. */
export function isPerDestination(overlay: Overlay): overlay is 'acknowledged' | 'queue' | 'dropped' {
  return overlay === 'acknowledged' || overlay === 'queue' || overlay === 'dropped';
}

/** Points drawn at most; more than a wide screen has pixels for. */
export const MAX_POINTS = 2400;
/** A wider space than this between samples is a gap in the line. */
const GAP_MS = 3500;
/** Breaks a line; over `undefined`, uPlot draws the line on. */
// oxlint-disable-next-line unicorn/no-null -- uPlot's word for a gap
const GAP = null;
const MIN_SPAN_MS = 60_000;
const MIN_SPAN_WHEN_OVER_MS = 10_000;

export interface GraphRange {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface GraphData {
  /** Seconds since the epoch, and one column for each name asked for; `GAP` where the line breaks. */
  readonly times: number[];
  readonly columns: (number | typeof GAP)[][];
  /** Frames lost within each point, by any destination or before the encoder. */
  readonly lost: number[];
  /** The same as a share of all frames, 0 to 1. */
  readonly lostShares: number[];
}

/** The time shown: the last minutes, or all there is; one that is over begins at the left, however short it was. */
export function rangeOf(history: SampleHistory, graphWindow: GraphWindow, isLive: boolean): GraphRange {
  const lastMs = history.length === 0 ? 0 : history.timeAt(history.length - 1);
  const firstMs = history.length === 0 ? 0 : history.timeAt(0);
  // A session that has just begun grows from the right, where its newest second will always be.
  const beganMs = isLive ? Math.min(firstMs, lastMs - MIN_SPAN_MS) : firstMs;
  const toMs = isLive ? lastMs : Math.max(lastMs, firstMs + MIN_SPAN_WHEN_OVER_MS);
  if (graphWindow === 'all') return { fromMs: beganMs, toMs };
  return { fromMs: Math.max(beganMs, toMs - Number(graphWindow) * 60_000), toMs };
}

/**
 * At most `maxPoints` points, whatever the range. A point stands for as many samples as a power of two says, always the
 * same ones: what is drawn does not flicker while it is moved.
 */
export function buildGraphData(
  history: SampleHistory,
  range: GraphRange,
  names: readonly ColumnName[],
  maxPoints = MAX_POINTS,
): GraphData {
  const begin = Math.max(0, history.indexAt(range.fromMs) - 1);
  const end = Math.min(history.length, history.indexAt(range.toMs) + 1);
  const perPoint = 2 ** Math.ceil(Math.log2(Math.max(1, (end - begin) / (maxPoints - 1))));
  const first = begin - (begin % perPoint);
  const times: number[] = [];
  const columns: (number | typeof GAP)[][] = names.map(() => []);
  const reducers = names.map(reducerOf);
  const lost: number[] = [];
  const lostShares: number[] = [];
  let previousMs = Number.NaN;
  for (let index = first; index < end; index += perPoint) {
    const bucketEnd = Math.min(history.length, index + perPoint);
    const timeMs = history.timeAt(bucketEnd - 1);
    if (timeMs - previousMs > GAP_MS * perPoint) {
      times.push((previousMs + 1000) / 1000);
      for (const column of columns) column.push(GAP);
      lost.push(0);
      lostShares.push(0);
    }
    times.push(timeMs / 1000);
    for (let position = 0; position < names.length; position += 1) {
      const name = names[position];
      const stretch = name === undefined ? undefined : history.stretch(name, index, bucketEnd);
      const value = stretch === undefined || stretch.count === 0 ? GAP : reducers[position]?.(stretch);
      columns[position]?.push(value ?? GAP);
    }
    const frames =
      history.stretch('dropped', index, bucketEnd).sum + history.stretch('skipped', index, bucketEnd).sum;
    lost.push(frames);
    lostShares.push(
      frames === 0 ? 0 : Math.min(1, frames / Math.max(1, history.stretch('fps', index, bucketEnd).sum)),
    );
    previousMs = timeMs;
  }
  return { times, columns, lost, lostShares };
}

/** A second that fell below this share of its neighbours is shown as it was, not averaged away. */
const DIP_SHARE = 0.6;

/** Lost frames are summed, a queue is as long as it ever was, the others are averaged. */
function reducerOf(name: ColumnName): (stretch: Stretch) => number {
  const measure = name.split(':', 1)[0];
  if (measure === 'dropped' || measure === 'skipped') return ({ sum }) => sum;
  if (measure === 'queue') return ({ maximum }) => maximum;
  return ({ sum, count, minimum }) => {
    const mean = sum / count;
    return minimum < mean * DIP_SHARE ? minimum : mean;
  };
}

/** Events that explain the shape of the line; the others stay in the list. */
const markedKinds: ReadonlySet<BroadcastEvent['kind']> = new Set([
  'destinationLive',
  'destinationLost',
  'destinationFailed',
  'serverSaid',
  'bitrateChanged',
  'encoderRestarted',
  'encoderFailed',
  'recordingFailed',
  'codecUnconfirmed',
  'recordingSpaceLow',
  'captureWarning',
]);

export interface GraphMark {
  readonly timeMs: number;
  readonly text: string;
  readonly isTrouble: boolean;
}

const MAX_MARK_LENGTH = 48;
/** Marks of one kind that lie closer than this share of the width are one. */
const MERGE_SHARE = 0.03;

export function buildMarks(events: readonly BroadcastEvent[], range: GraphRange): GraphMark[] {
  return events
    .filter(
      (event) => markedKinds.has(event.kind) && event.timeMs >= range.fromMs && event.timeMs <= range.toMs,
    )
    .filter(isApart((range.toMs - range.fromMs) * MERGE_SHARE))
    .map((event) => {
      const text = texts.events.sentence(event).replace(/\.$/, '');
      return {
        timeMs: event.timeMs,
        text: shorten(text),
        isTrouble: !['destinationLive', 'bitrateChanged', 'serverSaid'].includes(event.kind),
      };
    });
}

/** A whole clause where that says enough, else as many whole words as fit. The list of events has the rest. */
function shorten(text: string): string {
  if (text.length <= MAX_MARK_LENGTH) return text;
  const cut = cutWhole(text, MAX_MARK_LENGTH);
  const clause = Math.max(cut.lastIndexOf(': '), cut.lastIndexOf(', '), cut.lastIndexOf('. '));
  if (clause >= MAX_MARK_LENGTH / 2) return cut.slice(0, clause);
  const word = cut.lastIndexOf(' ');
  return `${word >= MAX_MARK_LENGTH / 2 ? cut.slice(0, word) : cutWhole(cut, MAX_MARK_LENGTH - 1)}…`;
}

/** Keeps the first of several events of one kind and destination that follow each other closely. */
function isApart(distanceMs: number): (event: BroadcastEvent) => boolean {
  const lastMs = new Map<string, number>();
  return ({ kind, destinationId = '', timeMs }) => {
    const name = `${kind} ${destinationId}`;
    const isFar = timeMs - (lastMs.get(name) ?? Number.NEGATIVE_INFINITY) > distanceMs;
    if (isFar) lastMs.set(name, timeMs);
    return isFar;
  };
}

const stepsSeconds = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400];
const MAX_LABELS = 7;

/** Seconds to write under the axis: round distances from `anchor`, within the two ends. */
export function timeSplits(minimum: number, maximum: number, anchor: number): number[] {
  const step = stepsSeconds.find((candidate) => (maximum - minimum) / candidate < MAX_LABELS) ?? 14400;
  const first = Math.ceil((minimum - anchor) / step);
  const last = Math.floor((maximum - anchor) / step + 1e-6);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_unused, index) => anchor + (first + index) * step,
  );
}

/** `2.5 M`, `500 k`, `0`. */
export function formatAxisKbps(kbps: number): string {
  if (kbps === 0) return '0';
  return kbps >= 1000 ? `${Number((kbps / 1000).toFixed(1))} M` : `${Math.round(kbps)} k`;
}

/** How long before the newest sample: `now`, `−30 s`, `−5 min`, `−2 h 30 min`. */
export function formatAgo(agoMs: number): string {
  const seconds = Math.round(agoMs / 1000);
  if (seconds <= 0) return texts.graph.now;
  const hours = Math.floor(seconds / 3600);
  return texts.graph.ago(hours, Math.floor(seconds / 60) % 60, hours > 0 ? 0 : seconds % 60);
}
