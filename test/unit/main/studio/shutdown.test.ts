/** How the app ends when the system says so: on Windows only a program that says no to the question gets time, and at most five seconds. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, BrowserWindow, PowerMonitor } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Shutdown } from '../../../../electron/main/studio/shutdown.ts';
import { openRunner, RECORDING } from '../../../support/studio/runner-rig.ts';

const WINDOWS_GIVES_MS = 5000;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-shutdown-'));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

async function open({ drainMs = 30_000 } = {}) {
  const { engine, session } = await openRunner(folder);
  vi.useFakeTimers();
  const window = new EventEmitter();
  const app = Object.assign(new EventEmitter(), { exit: vi.fn<(code?: number) => void>() });
  const shutDown = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const shutdown = new Shutdown({
    system: {
      app: app as unknown as App,
      powerMonitor: new EventEmitter() as unknown as PowerMonitor,
      process: new EventEmitter() as unknown as NodeJS.Process,
      askToEnd: () => Promise.resolve(true),
    },
    session,
    drainMs: () => drainMs,
    shutDown,
    onFailed: (error) => {
      throw error;
    },
    onRefused: () => undefined,
  });
  shutdown.guard(window as unknown as BrowserWindow);
  const sent = (): readonly string[] => engine.sent.map(({ type }) => type);
  /** Whether the window says no to the system. */
  const isRefused = (event: 'query-session-end' | 'close'): boolean => {
    const preventDefault = vi.fn<() => void>();
    window.emit(event, { preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  return { engine, window, app, shutDown, sent, isRefused };
}

const live = { broadcast: { phase: 'live', sinceMs: 0 } } as const;

test('Windows is told to wait while a stream is live, and the stream is ended', async () => {
  const { engine, app, sent, isRefused } = await open();
  engine.show(live);
  expect(isRefused('query-session-end')).toBe(true);
  expect(sent()).toEqual(['stopBroadcast']);
  await vi.advanceTimersByTimeAsync(0);
  expect(app.exit).not.toHaveBeenCalled();
  engine.show({});
  engine.onMessage.emit({ type: 'summary', summary: undefined as never });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.exit).toHaveBeenCalledWith(0);
});

test('Windows is told to wait until a recording is whole', async () => {
  const { engine, app, sent, isRefused } = await open();
  engine.show({ recorder: RECORDING });
  expect(isRefused('query-session-end')).toBe(true);
  expect(sent()).toEqual(['stopRecording']);
  expect(app.exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(app.exit).toHaveBeenCalledWith(0);
});

test('Windows goes on at once when nothing is on air and nothing is recorded', async () => {
  const { isRefused } = await open();
  expect(isRefused('query-session-end')).toBe(false);
});

test('everything ends within the time that Windows gives, whatever hangs', async () => {
  const { engine, app, shutDown, sent, isRefused } = await open();
  engine.isSilent = true;
  engine.show({ ...live, recorder: RECORDING });
  shutDown.mockReturnValue(new Promise(() => undefined));
  isRefused('query-session-end');
  await vi.advanceTimersByTimeAsync(WINDOWS_GIVES_MS - 1);
  expect(sent()).toEqual(['stopBroadcast', 'endNow', 'stopRecording']);
  expect(app.exit).toHaveBeenCalledWith(0);
});

test('a stream that drains for half a minute is cut off when Windows ends the session meanwhile', async () => {
  const { engine, app, isRefused } = await open();
  engine.show(live);
  isRefused('close');
  await vi.advanceTimersByTimeAsync(10);
  engine.show({ broadcast: { phase: 'stopping', deadlineMs: 30_000 } });
  expect(isRefused('query-session-end')).toBe(true);
  await vi.advanceTimersByTimeAsync(2000);
  expect(engine.sent.map(({ type }) => type)).toEqual(['stopBroadcast', 'endNow']);
  engine.show({});
  engine.onMessage.emit({ type: 'summary', summary: undefined as never });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.exit).toHaveBeenCalledWith(0);
});
