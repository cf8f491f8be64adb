/** A made-up long session, as the product keeps it: several destinations, breaks, lost frames, events. */
import { PastStreamStore } from '../../../electron/main/studio/past-stream-store.ts';
import { SampleHistory } from '../../../shared/broadcast/sample-history.ts';
import type { BroadcastEvent, StatsSample, StatsSummary } from '../../../shared/broadcast/statistics.ts';

export interface ReplayOptions {
  readonly seconds: number;
  readonly destinations: readonly string[];
  /** Breaks in all; each gives three events. */
  readonly breaks: number;
  readonly startedMs: number;
}

export interface ReplayedSession {
  readonly history: SampleHistory;
  readonly events: readonly BroadcastEvent[];
  readonly summary: StatsSummary;
}

const FPS = 30;
const BREAK_SECONDS = 12;

export function replaySession({ seconds, destinations, breaks, startedMs }: ReplayOptions): ReplayedSession {
  const history = new SampleHistory();
  const events: BroadcastEvent[] = [];
  const dropped = destinations.map(() => 0);
  const everySeconds = Math.max(BREAK_SECONDS * 2, Math.floor(seconds / (breaks + 1)));
  for (let second = 1; second <= seconds; second += 1) {
    const timeMs = startedMs + second * 1000;
    const into = second % everySeconds;
    const turn = Math.floor(second / everySeconds);
    const isBreak = turn > 0 && turn <= breaks && into < BREAK_SECONDS;
    const broken = isBreak ? turn % destinations.length : -1;
    if (isBreak && into === 0) events.push(...breakEvents(timeMs, broken, destinations[broken] ?? ''));
    const wave = 60 * Math.sin(second / 7) + 45 * Math.sin(second / 2.3);
    const encodedKbps = 2500 + wave;
    const sample: StatsSample = {
      type: 'sample',
      timeMs,
      encodedKbps,
      targetKbps: 2500,
      fps: FPS,
      capturedFrames: second * FPS,
      skippedFrames: Math.floor(second / 4000),
      encodedFrames: second * FPS,
      cpuPercent: 60 + 8 * Math.sin(second / 40),
      memoryMb: 480,
      destinations: destinations.map((_name, index) => {
        if (index === broken) dropped[index] = (dropped[index] ?? 0) + (into > BREAK_SECONDS / 2 ? 2 : 0);
        const sentKbps =
          index === broken ? Math.max(0, encodedKbps * (into / BREAK_SECONDS - 0.4)) : encodedKbps;
        return {
          id: `to-${index}`,
          sentKbps: sentKbps + 20 * Math.sin(second / 3 + index),
          acknowledgedKbps: sentKbps,
          queueMs: index === broken ? 100 * into : 20,
          droppedFrames: dropped[index] ?? 0,
          sentFrames: second * FPS,
        };
      }),
    };
    history.push(sample);
  }
  return { history, events, summary: summaryOf({ seconds, destinations, breaks, startedMs }, dropped) };
}

/** Puts it where the app keeps its reports. */
export async function keepSession(folder: string, session: ReplayedSession): Promise<void> {
  const failures: unknown[] = [];
  const streams = new PastStreamStore({ folder, onUnreadable: (_id, error) => failures.push(error) });
  await streams.add(session.summary, session.events, session.history.toBytes());
  if ((await streams.list()).length === 0) throw new Error('nothing was kept', { cause: failures[0] });
}

function breakEvents(timeMs: number, index: number, name: string): BroadcastEvent[] {
  const to = { type: 'event', destinationId: `to-${index}`, destinationName: name } as const;
  return [
    {
      ...to,
      timeMs,
      kind: 'destinationLost',
      code: 'destinationLost',
      details: {},
      error: { code: 'transport/reset', details: {} },
    },
    {
      ...to,
      timeMs: timeMs + 1000,
      kind: 'destinationReconnecting',
      code: 'destinationReconnecting',
      details: { delayMs: 2000, attempt: 1 },
    },
    {
      ...to,
      timeMs: timeMs + 5000,
      kind: 'destinationLive',
      code: 'destinationLive',
      details: { isReturn: true, isBackup: false },
    },
  ];
}

function summaryOf(options: ReplayOptions, dropped: readonly number[]): StatsSummary {
  const { seconds, destinations, breaks, startedMs } = options;
  const share = Math.floor(breaks / destinations.length);
  return {
    type: 'summary',
    startedMs,
    endedMs: startedMs + seconds * 1000,
    outcome: 'ended',
    capturedFrames: seconds * FPS,
    skippedFrames: Math.floor(seconds / 4000),
    encodedFrames: seconds * FPS,
    destinations: destinations.map((name, index) => ({
      kind: 'destination',
      id: `to-${index}`,
      name,
      liveMs: (seconds - share * 5) * 1000,
      sentBytes: seconds * 312_500,
      sentFrames: seconds * FPS - (dropped[index] ?? 0),
      droppedFrames: dropped[index] ?? 0,
      reconnects: share,
    })),
  };
}
