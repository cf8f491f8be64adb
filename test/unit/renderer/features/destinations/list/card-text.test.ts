import { describe, expect, it } from 'vitest';
import { connectSteps } from '../../../../../../shared/broadcast/state.ts';
import type { DestinationState, DestinationView } from '../../../../../../shared/broadcast/state.ts';
import {
  describeBackup,
  describeCard,
  describeLock,
  mergeActions,
} from '../../../../../../renderer/features/destinations/list/card-text.ts';
import type { CardInput } from '../../../../../../renderer/features/destinations/list/card-text.ts';

const base: CardInput = {
  state: undefined,
  sample: undefined,
  isHeldBack: false,
  serverWords: undefined,
  isEnabled: true,
  isRehearsing: false,
  isBroadcasting: true,
  hasBackup: false,
  isKeyMissing: false,
  host: 'live.example',
  movedHost: undefined,
  nowMs: 10_000,
};
const card = (state: DestinationState, more: Partial<CardInput> = {}) =>
  describeCard({ ...base, ...more, state });

describe('describeCard', () => {
  it('names the host that the server sent the stream to', () => {
    const live: DestinationState = { phase: 'live', sinceMs: 0, isBackup: false };
    expect(card(live).causes).toEqual([]);
    expect(card(live, { movedHost: 'edge7.example' }).causes).toEqual([
      'The server redirected this stream to edge7.example.',
    ]);
    const view: DestinationView = {
      ...{ kind: 'destination', id: 'a', name: 'A' },
      ...{ state: live, movedHost: 'edge7.example' },
    };
    expect(describeBackup(view, 'b.example', 'Live')).toContain('Backup edge7.example · Live');
  });

  it('says why a destination waits', () => {
    expect(describeCard(base).sentence).toBe('Ready · live.example');
    expect(describeCard({ ...base, isEnabled: false }).sentence).toBe('Off');
    expect(describeCard({ ...base, isRehearsing: true }).sentence).toBe('Paused while you rehearse');
    expect(describeCard({ ...base, isKeyMissing: true }).sentence).toBe('No stream key saved');
  });

  it.each(connectSteps)('names the step %s while connecting', (step) => {
    const text = card({ phase: 'connecting', attempt: 2, step });
    expect(text.sentence).toMatch(/… \(attempt 2\)$/);
    expect(text.actions).toEqual(['giveUp']);
  });

  it('counts down to the next try and offers what can be done', () => {
    const cause = { code: 'transport/reset', details: { message: 'read: connection reset' } } as const;
    const text = card({ phase: 'reconnecting', attempt: 3, retryAtMs: 12_100, cause }, { hasBackup: true });
    expect(text.sentence).toBe('Reconnecting in 3 s (attempt 3)');
    expect(text.causes).toEqual(['The server reset the connection.']);
    expect(text.actions).toEqual(['retryNow', 'useBackup', 'giveUp']);
  });

  it('adds what the system said where the sentence does not say it', () => {
    const cause = { code: 'transport/unreachable', details: { message: 'no network leads there' } } as const;
    const text = card({ phase: 'reconnecting', attempt: 1, retryAtMs: 12_100, cause });
    expect(text.causes).toEqual(['Can’t reach the server from this network.', 'No network leads there.']);
  });

  it('offers no retry while a try runs', () => {
    const cause = { code: 'transport/reset', details: {} } as const;
    expect(card({ phase: 'reconnecting', attempt: 1, step: 'tls', cause }).actions).toEqual(['giveUp']);
  });

  it('tells rate, dropped frames and a long queue while live', () => {
    const sample = { id: 'a', sentKbps: 2510, queueMs: 800, droppedFrames: 3, sentFrames: 9 };
    const text = card({ phase: 'live', sinceMs: 0, isBackup: false }, { sample });
    expect(text.sentence).toBe('Live 00:00:10');
    expect(text.figures).toEqual(['2.51 Mbps', '3 dropped', '0.8 s queued']);
  });

  it('says that the connection holds back, and names the queue however short it just is', () => {
    const sample = { id: 'a', sentKbps: 1100, queueMs: 100, droppedFrames: 31, sentFrames: 9 };
    const text = card({ phase: 'live', sinceMs: 0, isBackup: false }, { sample, isHeldBack: true });
    expect(text).toMatchObject({ tone: 'warn', figures: ['1.10 Mbps', '31 dropped', '0.1 s queued'] });
    expect(text.causes[0]).toMatch(/^Network can’t keep up/);
  });

  it('gives the server’s words and the way out when it failed', () => {
    const error = { code: 'rtmp/key-refused', details: { serverWords: 'Bad key' } } as const;
    const text = card({ phase: 'failed', error });
    expect(text.sentence).toBe('The server rejected the stream key.');
    expect(text.causes[0]).toBe('The server said: “Bad key”.');
    expect(text.actions).toEqual(['tryAgain']);
  });
});

describe('the buttons of a destination that is sent to two servers', () => {
  it('are those of either, and none stands twice', () => {
    expect(mergeActions([], ['tryAgain'])).toEqual(['tryAgain']);
    expect(mergeActions([], ['retryNow', 'giveUp'])).toEqual(['retryNow', 'giveUp']);
    expect(mergeActions(['tryAgain'], ['retryNow', 'giveUp'])).toEqual(['tryAgain', 'giveUp']);
    expect(mergeActions(['retryNow', 'giveUp'], ['tryAgain'])).toEqual(['retryNow', 'giveUp']);
    expect(mergeActions(['giveUp'], ['giveUp'])).toEqual(['giveUp']);
  });
});

describe('the lock of a card', () => {
  const view = (state: DestinationState, isTls?: boolean): DestinationView => ({
    ...{ kind: 'destination', id: 'one', name: 'One', state },
    ...(isTls === undefined ? {} : { isTls }),
  });
  const live = { phase: 'live', sinceMs: 1, isBackup: true } as const;
  const connecting = { phase: 'connecting', attempt: 1, step: 'tcp' } as const;
  const url = 'rtmps://a.example/live';
  const weak = { url, backupUrl: 'rtmp://b.example/live' };

  it('goes by the connection, or the address that is tried, whatever the saved address promises', () => {
    for (const state of [live, connecting]) {
      expect(describeLock(view(state, false), weak)).toBe('plain');
      expect(describeLock(view(state, true), { url: 'rtmp://a.example/live' })).toBe('encrypted');
    }
    expect(describeLock(view({ phase: 'stopping', deadlineMs: 1 }), weak)).toBe('none');
  });

  it('goes by the saved addresses before, the backup’s too', () => {
    for (const idle of [undefined, view({ phase: 'idle' })]) {
      expect(describeLock(idle, { url })).toBe('encrypted');
      expect(describeLock(idle, { url: 'rtmp://a.example/live' })).toBe('plain');
      expect(describeLock(idle, weak)).toBe('weakBackup');
      expect(describeLock(idle, { ...weak, backupUrl: 'rtmpts://b.example/live' })).toBe('encrypted');
    }
  });

  it('shows RTMFP’s lock as open', () => {
    const saved = { url: 'rtmfp://a.example/live' };
    expect(describeLock(undefined, saved)).toBe('flows');
    expect(describeLock(view(live, false), saved)).toBe('flows');
    expect(describeLock(view(live, true), saved)).toBe('encrypted');
  });

  it('has its words for a backup that is sent to at the same time', () => {
    const plain = 'Backup b.example · Live · Not encrypted';
    expect(describeBackup(view(live, false), 'b.example', 'Live')).toBe(plain);
    expect(describeBackup(view(live, true), 'b.example', 'Live')).toBe('Backup b.example · Live');
  });
});
