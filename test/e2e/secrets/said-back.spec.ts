/**
 * A server that says a key back, in any form, and another destination's password: neither the window, the log at its most talkative,
 * the kept report, the remote control nor a file has it.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { findFreePorts, waitUntil } from '../../support/processes/processes.ts';
import { openRemote } from '../../support/window/frames/remote-from-window.ts';
import { saveDestination } from '../../support/window/frames/secret-frame.ts';
import { readEvents } from '../../support/servers/server-sent-events.ts';
import { startEchoing } from '../../support/servers/echoing.ts';
import type { EchoingServer } from '../../support/servers/echoing.ts';
import { waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const KEY = 'sk-55aa/said+"back"9f3c?auth=77bb99';
const PASSWORD = 'pw of another 30d4c8';
/** What must be nowhere: parts that every form of them has. */
const traces = ['sk-55aa', '9f3c', '77bb99', 'pw of', '30d4c8', 'pw%20of'];

let server: EchoingServer;
let userDataDir: string;
let started: LaunchedBuild;

beforeEach(async () => {
  server = await startEchoing((key) => [
    // Each with words of its own: equal words are counted, not repeated.
    `recording of ${key} failed: it is taken`,
    `the stream ${encodeURIComponent(key)} is taken`,
    `nobody may use ${encodeURI(key)} twice`,
    `${JSON.stringify({ stream: key })} is taken`,
    `the other one signs in with ${PASSWORD} or ${encodeURIComponent(PASSWORD)}`,
  ]);
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-said-back-'));
  started = await launchApp({ userDataDir, env: { UPCAST_DEBUG: '1', DBUS_SESSION_BUS_ADDRESS: undefined } });
});
afterEach(async () => {
  await started.close();
  await server.stop();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

function tracesIn(text: string): readonly string[] {
  return traces.filter((trace) => text.includes(trace));
}

it('a key that a server says back goes no further', async () => {
  const { page } = started;
  const [port = 0] = await findFreePorts(1);
  const { url } = server;
  await saveDestination(page, { id: 'one', name: 'One', url }, KEY);
  const other = { id: 'other', name: 'Other', url, isEnabled: false, username: 'me' };
  await saveDestination(page, other, 'sk-of-another', PASSWORD);
  const token = await openRemote(page, port, { isRehearsing: false });
  const events = await readEvents(port, token);
  await page.getByRole('radio', { name: 'Test pattern' }).click();
  await page.getByRole('button', { name: 'Go live' }).click();
  await waitForBadge(page, 'live');
  const said: unknown[] = [];
  while (said.length < 5) {
    const event = await events.next('event');
    if (event['kind'] === 'serverSaid') said.push(event);
  }
  await waitOnAir(page, 2);
  const state = await fetch(`http://127.0.0.1:${port}/v1/state`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const texts: Record<string, string> = {
    'remote events': JSON.stringify(said),
    'remote state': await state.text(),
    window: await page.evaluate(() => document.documentElement.outerHTML),
    title: await started.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '',
    ),
  };
  await page.getByRole('button', { name: 'End stream' }).click();
  await waitForBadge(page, 'off');
  await waitUntil('the report', () =>
    readdirSync(join(userDataDir, 'past-streams')).some((name) => name.endsWith('.json')),
  );
  const answers = await page.evaluate(async () => {
    const past = await window.upcast.invoke('pastStreams:list', undefined);
    const id = past.ok ? (past.value[0]?.id ?? '') : '';
    return JSON.stringify([
      await window.upcast.invoke('engine:history', undefined),
      await window.upcast.invoke('engine:snapshot', undefined),
      await window.upcast.invoke('settings:get', undefined),
      past,
      await window.upcast.invoke('pastStreams:open', { id }),
    ]);
  });
  texts['answers to the window'] = answers;
  expect(answers).toContain('is taken');
  for (const [place, text] of Object.entries(texts)) expect(tracesIn(text), place).toEqual([]);
  events.close();

  await started.app.close();
  const files = readdirSync(userDataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect(tracesIn(readFileSync(file, 'latin1')), file).toEqual([]);
});
