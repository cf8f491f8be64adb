import { expect, test } from 'vitest';
import type { BroadcastState } from '../../../../../shared/broadcast/state.ts';
import {
  broadcastTable,
  renderBroadcastDiagram,
  transitionBroadcast,
} from '../../../../../electron/engine/outputs/machines/broadcast-machine.ts';
import type {
  BroadcastMachineEvent,
  BroadcastPhase,
} from '../../../../../electron/engine/outputs/machines/broadcast-machine.ts';

const error = { code: 'transport/reset', details: {} } as const;
const states: Record<BroadcastPhase, BroadcastState> = {
  idle: { phase: 'idle' },
  starting: { phase: 'starting', sinceMs: 1 },
  live: { phase: 'live', sinceMs: 1 },
  stopping: { phase: 'stopping', deadlineMs: 9 },
};
const events: Record<BroadcastMachineEvent['type'], BroadcastMachineEvent> = {
  startRequested: { type: 'startRequested' },
  linkLive: { type: 'linkLive' },
  allFailed: { type: 'allFailed', error },
  stopRequested: { type: 'stopRequested', drainMs: 5 },
  endNowRequested: { type: 'endNowRequested' },
  allEnded: { type: 'allEnded' },
  deadlinePassed: { type: 'deadlinePassed' },
};

const pairs = Object.values(states).flatMap((state) =>
  Object.values(events).map((event) => ({ state, event })),
);

test.each(pairs)('$state.phase, $event.type', ({ state, event }) => {
  const cell = broadcastTable[state.phase][event.type];
  if ('illegal' in cell) {
    expect(() => transitionBroadcast(state, event, { nowMs: 3 })).toThrow('internal/bug');
  } else if ('ignored' in cell) {
    expect(transitionBroadcast(state, event, { nowMs: 3 })).toEqual({ state, effects: [] });
  } else {
    expect(cell.to).toContain(transitionBroadcast(state, event, { nowMs: 3 }).state.phase);
  }
});

test('the diagram is drawn from the table', () => {
  expect(renderBroadcastDiagram()).toContain('starting --> live: linkLive');
});
