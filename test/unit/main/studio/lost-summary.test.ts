import { describe, expect, it } from 'vitest';
import { BroadcastSession } from '../../../../electron/main/studio/broadcast-session.ts';
import { Emitter } from '../../../../shared/emitter.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { BroadcastEvent, StatsSummary } from '../../../../shared/broadcast/statistics.ts';
import type { FromEngine } from '../../../../shared/ipc/engine-control.ts';

const error: ErrorRecord = { code: 'internal/engine-exited', details: { exitCode: 9 } };

/** A session whose engine says what it is told to, and then dies at 60 s. */
function dieAfter(messages: readonly FromEngine[]): StatsSummary | undefined {
  const engine = {
    onMessage: new Emitter<FromEngine>(),
    onExit: new Emitter<ErrorRecord>(),
    pid: undefined,
    send: () => undefined,
  };
  let monotonicMs = 2000;
  // Somebody sets the system's clock back meanwhile: nothing here goes by it.
  const session = new BroadcastSession({
    engine,
    now: () => monotonicMs,
    wallMs: () => 5,
    completeSample: (sample) => sample,
  });
  let summary: StatsSummary | undefined;
  session.onSummary.on((told) => (summary = told));
  for (const message of messages) engine.onMessage.emit(message);
  monotonicMs = 60_000;
  engine.onExit.emit(error);
  return summary;
}

function event(kind: BroadcastEvent['kind'], timeMs: number, destinationId?: string): FromEngine {
  const of = destinationId === undefined ? {} : { destinationId };
  return {
    type: 'event',
    event: { type: 'event', timeMs, kind, code: 'savedSentence', details: { text: kind }, ...of },
  };
}

const live: FromEngine = {
  type: 'snapshot',
  snapshot: {
    revision: 1,
    nowMs: 2000,
    broadcast: { phase: 'live', sinceMs: 1000 },
    destinations: [
      { kind: 'destination', id: 'a', name: 'A', state: { phase: 'live', sinceMs: 2000, isBackup: false } },
      { kind: 'destination', id: 'b', name: 'B', state: { phase: 'connecting', attempt: 1, step: 'tcp' } },
    ],
    recorder: { phase: 'off' },
    encoders: [],
  },
};

function sample(second: number): FromEngine {
  return {
    type: 'sample',
    sample: {
      type: 'sample',
      timeMs: second * 1000,
      encodedKbps: 800,
      targetKbps: 800,
      fps: 30,
      capturedFrames: second * 30,
      skippedFrames: 2,
      encodedFrames: second * 30 - 2,
      cpuPercent: 10,
      memoryMb: 100,
      destinations: [{ id: 'a', sentKbps: 800, queueMs: 0, droppedFrames: 3, sentFrames: second * 30 - 5 }],
    },
  };
}

describe('an engine that dies while live', () => {
  it('leaves a summary of what was heard of the stream', () => {
    const summary = dieAfter([
      live,
      event('broadcastStarted', 1000),
      event('destinationLive', 2000, 'a'),
      ...Array.from({ length: 10 }, (_, index) => sample(index + 3)),
      event('destinationLost', 12_000, 'a'),
      event('destinationLive', 20_000, 'a'),
    ]);
    expect(summary).toMatchObject({
      startedMs: 1000,
      endedMs: 60_000,
      outcome: 'lost',
      capturedFrames: 360,
      skippedFrames: 2,
      encodedFrames: 358,
      destinations: [
        { id: 'a', name: 'A', liveMs: 50_000, sentBytes: 1_000_000, sentFrames: 355, reconnects: 1 },
        { id: 'b', name: 'B', liveMs: 0, sentBytes: 0, sentFrames: 0, reconnects: 0 },
      ],
    });
  });

  it('leaves none of a stream that nobody got', () => {
    expect(dieAfter([live, event('broadcastStarted', 1000)])).toBeUndefined();
    expect(dieAfter([])).toBeUndefined();
  });
});
