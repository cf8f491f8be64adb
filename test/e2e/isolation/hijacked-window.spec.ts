/**
 * A script that has taken over the window has its whole bridge, and a person who chooses any folder or file that they are asked
 * for. No saved key, password or token may reach another server, or the script.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callersOf } from '../../../electron/main/ipc/channel-callers.ts';
import { invokeContract } from '../../../shared/ipc/contract.ts';
import { commandSchema } from '../../../shared/studio/commands.ts';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import type { TestAuthority } from '../../support/servers/certificates.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { attacksOn, commandAttacks } from '../../support/window/frames/hijack-attacks.ts';
import type { HijackTarget } from '../../support/window/frames/hijack-attacks.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { invokeInSecretFrame, saveDestination } from '../../support/window/frames/secret-frame.ts';
import { startEchoing } from '../../support/servers/echoing.ts';
import type { EchoingServer } from '../../support/servers/echoing.ts';
import { startHostilePeer } from '../../support/servers/hostile-peer.ts';
import type { HostilePeer } from '../../support/servers/hostile-peer.ts';
import { startProxyServer } from '../../support/servers/proxy-server.ts';
import type { TestProxy } from '../../support/servers/proxy-server.ts';
import { runCommand, waitForBadge } from '../../support/window/window-driver.ts';

const KEY = 'sk-5d20-of-the-owner-77c1e9';
const PASSWORD = 'pw-9b1c-of-the-owner-30d4c8';
const SERVER_SECRET = 'tk-52a7-of-the-owner-94bd1e';
const MOVER_KEY = 'sk-1188-of-a-server-that-moves';
const SECRETS = [KEY, PASSWORD, SERVER_SECRET, MOVER_KEY];

interface Answer {
  readonly channel: string;
  readonly ok: boolean;
  readonly text: string;
}

let folder: string;
let started: LaunchedBuild;
let owner: EchoingServer;
let ownerKeys: string[];
let thief: EchoingServer;
let thiefKeys: string[];
let mover: HostilePeer;
let proxies: readonly TestProxy[];
let authority: TestAuthority;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-hijack-'));
  ownerKeys = [];
  owner = await startEchoing((key) => {
    ownerKeys.push(key);
    return [];
  });
  thiefKeys = [];
  thief = await startEchoing((key) => {
    thiefKeys.push(key);
    return [];
  });
  // A server of the owner's that sends its publishers to the thief, under a name that it was never saved with.
  mover = await startHostilePeer(async (connection) => {
    await connection.to('connect');
    await connection.untilCommand('connect');
    connection.rejectConnect({ code: 302, redirect: thief.url.replace('127.0.0.1', 'localhost') });
  });
  proxies = [await startProxyServer({ type: 'socks5' }), await startProxyServer({ type: 'http' })];
  authority = createTestAuthority();
  started = await launchApp();
});
afterEach(async () => {
  await started.close();
  authority.remove();
  for (const server of [owner, thief, mover, ...proxies]) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Main's own questions are answered as who reads them would: no. Its dialogs for folders and files, with what the script wants. */
async function answerDialogs(presetFile: string): Promise<void> {
  await started.app.evaluate(
    ({ app, dialog }, { chosenFolder, chosenFile }) => {
      const questions: unknown[] = [];
      Object.assign(app, { questions });
      dialog.showOpenDialog = (...all: unknown[]) => {
        const isFolder = JSON.stringify(all.at(-1)).includes('openDirectory');
        return Promise.resolve({ canceled: false, filePaths: [isFolder ? chosenFolder : chosenFile] });
      };
      dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
      dialog.showMessageBox = (...all: unknown[]) => {
        questions.push(all.at(-1));
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
    },
    { chosenFolder: folder, chosenFile: presetFile },
  );
}

async function questions(): Promise<readonly string[]> {
  return await started.app.evaluate(
    ({ app }) =>
      (app as { questions?: { message: string }[] }).questions?.map(({ message }) => message) ?? [],
  );
}

/** `mayGoLive`: nothing is on air yet. */
async function attack(target: HijackTarget, mayGoLive: boolean): Promise<readonly Answer[]> {
  const list = Object.entries(attacksOn(target)).flatMap(([channel, inputs]) =>
    inputs.map((input) => ({ channel, input })),
  );
  return await started.page.evaluate(
    async ([all, mayGoLive]) => {
      const invoke = window.upcast.invoke as (channel: string, input: unknown) => Promise<{ ok: boolean }>;
      let requests = 0;
      const run = async (command: object) => {
        requests += 1;
        await invoke('studio:run', { requestId: `use-${performance.now()}-${requests}`, command });
      };
      const until = async (isIt: (phase: string | undefined, broadcast: string) => boolean) => {
        for (let turn = 0; turn < 100; turn += 1) {
          const snapshot = await window.upcast.invoke('engine:snapshot', undefined);
          if (!snapshot.ok) return;
          const { broadcast, destinations } = snapshot.value;
          if (isIt(destinations.find(({ id }) => id === 'one')?.state.phase, broadcast.phase)) return;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      const goLive = async () => {
        await run({ type: 'setVideoSource', source: { type: 'pattern' } });
        await run({ type: 'setDestinationEnabled', id: 'one', isEnabled: true });
        await run({ type: 'startStream', isRehearsal: false, shouldRetryFirst: true });
        await until((phase) => phase === 'live' || phase === 'failed' || phase === 'reconnecting');
        await run({ type: 'endStreamNow' });
        await until((_phase, broadcast) => broadcast === 'idle');
      };
      const answers: { channel: string; ok: boolean; text: string }[] = [];
      for (const { channel, input } of all)
        try {
          const answer = await invoke(channel, input);
          answers.push({ channel, ok: answer.ok, text: JSON.stringify(answer) });
          const isChange =
            /^(settings:update|destination:(save|restore|trustHost)|proxy:|presets:|relay:use)/;
          // What was let through is made use of at once, twice by channel: the next attack may undo it.
          const isUsed = answers.filter((each) => each.channel === channel && each.ok).length <= 2;
          if (mayGoLive && answer.ok && isUsed && isChange.test(channel)) await goLive();
        } catch (error) {
          answers.push({ channel, ok: false, text: String(error) });
        }
      await run({ type: 'endStreamNow' });
      return answers;
    },
    [list, mayGoLive] as const,
  );
}

async function goLive(): Promise<void> {
  const { page } = started;
  await runCommand(page, { type: 'setVideoSource', source: { type: 'pattern' } });
  await runCommand(page, { type: 'setDestinationEnabled', id: 'one', isEnabled: true });
  const before = ownerKeys.length;
  const answer = await runCommand(page, { type: 'startStream', isRehearsal: false });
  expect(answer).toMatchObject({ isDone: true });
  await waitUntil('the key at the server that it was saved for', () => ownerKeys.length > before);
}

async function endStream(): Promise<void> {
  await runCommand(started.page, { type: 'endStreamNow' });
  await waitForBadge(started.page, 'off');
}

function seenElsewhere(): string {
  return JSON.stringify([thiefKeys, thief.connects, proxies.map(({ asked, seen }) => [asked, seen()])]);
}

it('a script in the window leads no saved key to another server, by any channel or command', async () => {
  const { page } = started;
  const presetFile = join(folder, 'presets.json');
  const hostile = { name: 'One', serviceId: 'custom', url: thief.url, backupUrl: thief.url };
  writeFileSync(
    presetFile,
    JSON.stringify({ format: 'upcast-presets', version: 1, destinations: [hostile] }),
  );
  await answerDialogs(presetFile);
  const url = `${owner.url}?token=${SERVER_SECRET}`;
  const saved = await saveDestination(page, { id: 'one', url, username: 'me' }, KEY, PASSWORD);
  await saveDestination(page, { id: 'mover', url: mover.url }, MOVER_KEY);
  const thiefUrl = new URL(thief.url.replace('rtmp:', 'http:'));
  const target: HijackTarget = {
    saved,
    thief: { host: thiefUrl.hostname, port: Number(thiefUrl.port), url: thief.url },
    proxyUrls: [`socks5://127.0.0.1:${proxies[0]?.port}`, `http://127.0.0.1:${proxies[1]?.port}`],
    authorityPem: authority.caPem,
  };
  expect(Object.keys(attacksOn(target)).toSorted()).toEqual(Object.keys(invokeContract).toSorted());
  const commands = commandSchema.options.map(({ shape }) => shape.type.value);
  expect(Object.keys(commandAttacks(target)).toSorted()).toEqual(commands.toSorted());

  const idle = await attack(target, true);
  await waitForBadge(page, 'off');
  await goLive();
  const live = await attack(target, false);
  await waitForBadge(page, 'off');
  await goLive();
  await endStream();

  const answers = [...idle, ...live];
  expect(SECRETS.filter((secret) => JSON.stringify(answers).includes(secret))).toEqual([]);
  const notForWindow = Object.entries(callersOf).filter(([, callers]) => !callers.includes('window'));
  for (const [channel] of notForWindow)
    expect(
      answers.filter((answer) => answer.channel === channel && answer.ok),
      channel,
    ).toEqual([]);
  // It may set up a relay in a folder that a person chooses; that gets a key of its own. So the thief is there and writes down.
  expect(thiefKeys.length).toBeGreaterThan(0);
  expect(SECRETS.filter((secret) => seenElsewhere().includes(secret))).toEqual([]);
  expect(new Set(ownerKeys)).toEqual(new Set([KEY]));
  // Main asks about nothing but what that server itself named.
  expect(new Set(await questions())).toEqual(new Set(['Allow localhost for mover?']));
  const settings = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  const now = settings.ok ? settings.value.destinations.find(({ id }) => id === 'one') : undefined;
  expect({ ...now, isEnabled: true }).toEqual(saved);
  // No source shows a file that no person chose.
  expect(JSON.stringify(settings.ok ? settings.value.studio : '/etc/')).not.toContain('/etc/');

  // What is looked for would be seen: a person types this key for that server.
  await saveDestination(page, { id: 'control', url: thief.url }, 'sk-typed-for-the-other');
  await goLive();
  await waitUntil('the key that was typed for the other server', () => seenElsewhere().includes('sk-typed'));
  await endStream();
});

it('a script in the window borrows no bridge from a frame that it fills itself, and reads no token', async () => {
  const { page } = started;
  const saved = await saveDestination(page, { id: 'one', url: owner.url }, KEY);
  const shown = await invokeInSecretFrame(page, 'remote:showToken', undefined);
  const token = shown.ok ? shown.value : '';
  expect(token).toMatch(/^[\w-]{43}$/);
  const destination = { ...saved, url: thief.url };
  const found = await page.evaluate(async (moved) => {
    const results: string[] = [];
    const attempt = async (work: () => unknown): Promise<void> => {
      try {
        results.push(JSON.stringify(await work()) ?? '');
      } catch (error) {
        results.push(String(error));
      }
    };
    const open = async (src: string | undefined, prepare: (frame: HTMLIFrameElement) => void) => {
      const frame = document.createElement('iframe');
      if (src !== undefined) frame.src = src;
      document.body.append(frame);
      await new Promise((resolve) => {
        frame.onload = resolve;
        setTimeout(resolve, 500);
      });
      prepare(frame);
      return frame;
    };
    const nothing = () => undefined;
    const frames = [
      await open(undefined, nothing),
      await open('about:blank#upcast://secrets/', nothing),
      await open(undefined, (frame) => frame.contentDocument?.open()),
      await open('upcast://app/index.html', nothing),
      await open('upcast://secrets/secret-frame.html', nothing),
    ];
    for (const frame of frames) {
      const call = async (channel: 'remote:showToken' | 'destination:save', input: unknown) =>
        await attempt(() =>
          (frame.contentWindow as Window & typeof globalThis).upcast.invoke(channel, input as never),
        );
      await call('remote:showToken', undefined);
      await call('destination:save', { destination: moved });
    }
    await attempt(() => window.upcast.invoke('remote:copyToken', undefined));
    await attempt(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
      document.execCommand('paste');
      return field.value;
    });
    return results;
  }, destination);
  expect(found).toHaveLength(12);
  expect(found.filter((text) => text.includes('"ok":true'))).toEqual([]);
  expect(found.join('\n')).not.toContain(token);
  const settings = await page.evaluate(async () => await window.upcast.invoke('settings:get', undefined));
  expect(settings.ok ? settings.value.destinations : undefined).toEqual([saved]);
});
