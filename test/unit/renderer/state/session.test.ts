import { describe, expect, it } from 'vitest';
import type { DestinationState, EngineSnapshot, OutputKind } from '../../../../shared/broadcast/state.ts';
import type { BroadcastEvent } from '../../../../shared/broadcast/statistics.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import { AppError } from '../../../../shared/errors/app-error.ts';
import { createClient } from '../../../../renderer/state/client.ts';
import type { Client } from '../../../../renderer/state/client.ts';
import { SampleHistory } from '../../../../shared/broadcast/sample-history.ts';
import { createSession } from '../../../../renderer/state/session.ts';
import { describeStatus } from '../../../../renderer/features/status/status-text.ts';

const snapshot = (revision: number, more: Partial<EngineSnapshot> = {}): EngineSnapshot => ({
  revision,
  nowMs: 0,
  broadcast: { phase: 'idle' },
  destinations: [],
  recorder: { phase: 'off' },
  encoders: [],
  ...more,
});

function wire(answers: Readonly<Record<string, unknown>>) {
  const listeners = new Map<string, (payload: unknown) => void>();
  const client = {
    invoke: (channel: string) => Promise.resolve(answers[channel]),
    on: (channel: string, listener: (payload: unknown) => void) => {
      listeners.set(channel, listener);
      return () => listeners.delete(channel);
    },
  } as unknown as Client;
  return { client, send: (channel: string, payload: unknown) => listeners.get(channel)?.(payload) };
}

const atOnce = (work: () => void): void => work();

const event = (timeMs: number): BroadcastEvent => ({
  type: 'event',
  timeMs,
  kind: 'serverSaid',
  code: 'serverSaid',
  details: { words: `words ${timeMs}`, times: 1, isRepeated: false },
});

describe('createSession', () => {
  it('renders once for a picture, however many events and snapshots came, and keeps the newest', () => {
    const { client, send } = wire({});
    const frames: (() => void)[] = [];
    const session = createSession(
      client,
      () => undefined,
      (work) => frames.push(work),
    );
    let renders = 0;
    session.store.subscribe(() => {
      renders += 1;
    });
    for (let index = 0; index < 6000; index += 1) {
      send('engine:events', [event(index)]);
      send('engine:snapshot', snapshot(index));
    }
    expect(renders).toBe(0);
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(renders).toBeLessThanOrEqual(2);
    const { events, firstEventMs, snapshot: shown } = session.store.getState();
    expect(shown.revision).toBe(5999);
    expect([events.length, events.at(-1)?.timeMs, firstEventMs]).toEqual([5000, 5999, 1000]);
  });

  it('drops what waits for a picture when a new broadcast begins', () => {
    const { client, send } = wire({});
    const frames: (() => void)[] = [];
    const session = createSession(
      client,
      () => undefined,
      (work) => frames.push(work),
    );
    send('engine:events', [event(1)]);
    send('engine:began', undefined);
    frames[0]?.();
    expect(session.store.getState().events).toEqual([]);
  });

  it('keeps the newer of what came by itself and what it asked for', async () => {
    const { client, send } = wire({
      'engine:snapshot': snapshot(3),
      'engine:history': { samples: new SampleHistory().toBytes(), lastSample: undefined, events: [] },
    });
    const session = createSession(client, () => undefined, atOnce);
    send('engine:snapshot', snapshot(5));
    await session.load();
    expect(session.store.getState().snapshot.revision).toBe(5);
    send('engine:snapshot', snapshot(4));
    expect(session.store.getState().snapshot.revision).toBe(5);
  });

  it('begins to count anew after the engine died', async () => {
    const { client, send } = wire({ 'engine:snapshot': snapshot(0) });
    const exits: string[] = [];
    const session = createSession(client, (error) => exits.push(error.code), atOnce);
    send('engine:snapshot', snapshot(9));
    send('engine:exited', { code: 'internal/engine-exited', details: {} });
    await Promise.resolve();
    send('engine:snapshot', snapshot(1));
    expect(session.store.getState().snapshot.revision).toBe(1);
    expect(exits).toEqual(['internal/engine-exited']);
  });
});

describe('createClient', () => {
  it('throws what main refused', async () => {
    const error = { code: 'settings/no-key', details: {} } as const;
    const bridge = { invoke: () => Promise.resolve({ ok: false, error }), on: () => () => undefined };
    const client = createClient(bridge as unknown as UpcastBridge);
    await expect(client.invoke('settings:get')).rejects.toThrow(AppError);
  });
});

describe('describeStatus', () => {
  const live = { phase: 'live', sinceMs: 0, isBackup: false } as const;
  const view = (id: string, state: DestinationState = live, kind: OutputKind = 'destination') => ({
    ...{ kind, id, name: id, state },
  });
  const broadcast = { phase: 'live', sinceMs: 0 } as const;

  it('says that viewers see the slate, when there are any', () => {
    const onAir = snapshot(1, { broadcast, destinations: [view('a')] });
    expect(describeStatus(onAir, 1000, true).text).toBe('Live · Be right back');
    expect(describeStatus(snapshot(1), 1000, true).text).toBe('Not live');
  });

  it.each([
    [snapshot(1), 'Not live', undefined],
    [snapshot(1, { broadcast, destinations: [view('a')] }), 'Live', '00:42:17'],
    [snapshot(1, { broadcast, destinations: [view('a'), view('b')] }), 'Live · all 2', '00:42:17'],
    [
      snapshot(1, { broadcast, destinations: [view('a'), view('b', { phase: 'idle' })] }),
      'Live · 1 of 2',
      '00:42:17',
    ],
    [snapshot(1, { broadcast, destinations: [view('a', live, 'rehearsal')] }), 'Rehearsing', '00:42:17'],
    [snapshot(1, { broadcast, destinations: [view('rehearsal')] }), 'Live', '00:42:17'],
    [snapshot(1, { broadcast, destinations: [view('a', { phase: 'idle' })] }), 'Reconnecting…', '00:42:17'],
  ])('tells %#', (state, text, elapsed) => {
    expect(describeStatus(state, (42 * 60 + 17) * 1000)).toMatchObject({
      text,
      ...(elapsed ? { elapsed } : {}),
    });
  });
});
