/** Hostile pages as sources: the program goes on, nothing opens, nothing is reachable, and each says what happened. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestAuthority } from '../../support/servers/certificates.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { launchWithCamera } from '../../support/window/image-studio.ts';
import {
  addPage,
  followPages,
  pageWarnings,
  startPageServer,
  untilPage,
} from '../../support/window/page-studio.ts';
import type { PageServer } from '../../support/window/page-studio.ts';

let folder: string;
let launched: LaunchedBuild;
let server: PageServer;
const documents = new Map<string, string>();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-pages-'));
  documents.clear();
  server = await startPageServer((path) => documents.get(path.split('?')[0] ?? ''));
  launched = await launchWithCamera(folder);
  await followPages(launched.page);
});
afterEach(async () => {
  await launched.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that runs a script, as a source. */
async function open(script: string): Promise<string> {
  const path = `/page-${documents.size}`;
  documents.set(path, `<body>page</body><script>${script}</script>`);
  return await addPage(launched, `${server.origin}${path}`);
}

/** Windows of any kind, without those of pages. */
async function windowCount(): Promise<number> {
  return await launched.app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().filter(({ webContents }) => !webContents.isOffscreen()).length,
  );
}

/** How long main and the window take to answer at most, in ms, for as long as `work` runs. */
async function slowestAnswer<T>(
  work: Promise<T>,
): Promise<{ readonly result: T; readonly slowestMs: number }> {
  let isOver = false;
  const done = work.finally(() => {
    isOver = true;
  });
  // Awaited below: what fails meanwhile is no error that nobody handles.
  done.catch(() => undefined);
  let slowestMs = 0;
  while (!isOver) {
    const startMs = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one question after the other
    await launched.page.evaluate(async () => await window.upcast.invoke('window:isShown', undefined));
    slowestMs = Math.max(slowestMs, performance.now() - startMs);
  }
  return { result: await done, slowestMs };
}

it('an endless loop, a crash and 2 GB of memory end the page alone, each is told, and each page is loaded again', async () => {
  const { page } = launched;
  const hungId = await open('setTimeout(() => { for (;;); }, 500)');
  const greedyId = await open(
    'const all = []; setInterval(() => { for (let i = 0; i < 4; i += 1) all.push(new Uint8Array(50_000_000).fill(1)); }, 100)',
  );
  const crashedId = await open('');
  await untilPage(page, crashedId, 'running');
  await launched.app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().endsWith('/page-2')) contents.forcefullyCrashRenderer();
  });
  await untilPage(page, crashedId, 'failed', 'pageCrashed');
  await untilPage(page, crashedId, 'running');
  await untilPage(page, greedyId, 'failed', 'pageMemory');
  const { slowestMs } = await slowestAnswer(untilPage(page, hungId, 'failed', 'pageHung'));
  process.stderr.write(`slowest answer beside hostile pages: ${Math.round(slowestMs)} ms\n`);
  expect(new Set(await pageWarnings(page))).toEqual(new Set(['pageCrashed', 'pageMemory', 'pageHung']));
  await waitUntil(
    'both are asked for again',
    () => [0, 1, 2].every((at) => server.requests.filter((path) => path === `/page-${at}`).length > 1),
    20_000,
  );
});

it('no box, window, download or permission comes of a page, and no file, app page or device is reachable from it', async () => {
  const { page } = launched;
  const secret = join(folder, 'secret.txt');
  writeFileSync(secret, 'a secret of the user');
  await launched.app.evaluate(({ clipboard }) => clipboard.writeText('what the user copied'));
  const sourceId = await open(`
    const seen = {};
    const note = (name, value) => { seen[name] = String(value); };
    // Electron has no prompt: the call throws.
    for (let i = 0; i < 200; i += 1) for (const box of [alert, confirm, prompt, print]) try { box(i); } catch {}
    addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay'; });
    note('opened', window.open('https://example.com/'));
    note('opened here', window.open('/other'));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['harm']));
    link.download = 'harm.exe';
    link.click();
    const tries = {
      file: () => fetch('file://${secret}'),
      app: () => fetch('upcast://app/index.html'),
      form: () => fetch('upcast://secrets/secret-frame.html'),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
      clipboard: () => navigator.clipboard.readText(),
      notification: async () => { if (await Notification.requestPermission() !== 'granted') throw new Error('refused'); },
      place: () => new Promise((done, failed) => navigator.geolocation.getCurrentPosition(done, failed)),
      midi: () => navigator.requestMIDIAccess(),
      usb: () => navigator.usb.requestDevice({ filters: [] }),
      serial: () => navigator.serial.requestPort(),
      hid: async () => { if ((await navigator.hid.requestDevice({ filters: [] })).length === 0) throw new Error('refused'); },
      bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
      worker: () => navigator.serviceWorker.register('/worker.js'),
      fonts: () => queryLocalFonts(),
      fullscreen: () => document.documentElement.requestFullscreen(),
    };
    const names = Object.keys(tries);
    Promise.all(names.map(async (name) => {
      // What is never answered isn't reached either.
      const silence = new Promise((_, failed) => setTimeout(() => failed(new Error('silent')), 5000));
      try { await Promise.race([tries[name](), silence]); note(name, 'reached'); }
      catch (error) { note(name, error.message === 'silent' ? 'silent' : 'refused'); }
    })).then(async () => {
      note('node', typeof require + typeof process + typeof window.upcast);
      const field = document.createElement('textarea');
      document.body.append(field);
      field.addEventListener('paste', (event) => note('pasted', event.clipboardData.getData('text')));
      field.focus();
      document.execCommand('paste');
      note('field', field.value);
      await fetch('/report?' + encodeURIComponent(JSON.stringify(seen)));
      for (const place of ['file://${secret}', 'upcast://app/index.html', 'data:text/html,x'])
        try { location.href = place; } catch {}
      for (const place of ['file://${secret}', 'upcast://app/index.html']) {
        const frame = document.createElement('iframe');
        frame.src = place;
        document.body.append(frame);
      }
      await fetch('/still-there');
      while (!(await fetch('/close')).ok) await new Promise((done) => setTimeout(done, 100));
      window.close();
    });
  `);
  documents.set('/worker.js', 'addEventListener("fetch", () => {})');
  documents.set('/report', '');
  documents.set('/still-there', '');
  await untilPage(page, sourceId, 'running');
  const report = await waitUntilReport();
  await waitUntil('the page is still there', () => server.requests.includes('/still-there'));
  const places = await framesOfAll();
  documents.set('/close', '');
  await untilPage(page, sourceId, 'failed', 'pageClosed');
  const refused = Object.entries(report).filter(([, value]) => value === 'refused' || value === 'silent');
  process.stderr.write(`${JSON.stringify(report)}\n`);
  expect(report).toMatchObject({ opened: 'null', 'opened here': 'null' });
  // Electron 33, which only tests use, lets any page read the clipboard.
  if (await isNewerThan33()) expect([report['field'], report['pasted'] ?? '']).toEqual(['', '']);
  expect(report['node']).toBe('undefinedundefinedundefined');
  expect(Object.entries(report).filter(([, value]) => value === 'reached')).toEqual([]);
  expect(refused).toHaveLength(17);
  expect(await windowCount()).toBe(1);
  expect(places.filter((url) => url.startsWith('file:') || url.startsWith('data:'))).toEqual([]);
  expect(places).toContain(`${server.origin}/page-0`);
  expect(places.filter((url) => url.startsWith('upcast://app'))).toHaveLength(1);
  expect(readdirSync(folder).some((name) => name.includes('harm'))).toBe(false);
  expect(await pageWarnings(page)).toEqual(['pageClosed']);
});

/** Addresses of every frame of every window. */
async function framesOfAll(): Promise<readonly string[]> {
  return await launched.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().flatMap((each) => each.mainFrame.framesInSubtree.map(({ url }) => url)),
  );
}

async function isNewerThan33(): Promise<boolean> {
  const version = await launched.app.evaluate(() => process.versions.electron);
  return Number(version?.split('.')[0]) > 33;
}

async function waitUntilReport(): Promise<Readonly<Record<string, string>>> {
  const found = (): string | undefined => server.requests.find((path) => path.startsWith('/report?'));
  await waitUntil('the page has tried all', () => found() !== undefined, 20_000);
  return JSON.parse(decodeURIComponent(found()?.slice('/report?'.length) ?? '{}')) as Record<string, string>;
}

it('a page that floods the console, its title or its own address is closed, and main answers meanwhile', async () => {
  const { page } = launched;
  const ids = [
    await open('setInterval(() => { for (let i = 0; i < 50_000; i += 1) console.log("x".repeat(100)); }, 1)'),
    await open('setInterval(() => { for (let i = 0; i < 50_000; i += 1) document.title = i; }, 1)'),
    await open('location.reload()'),
  ];
  const { slowestMs } = await slowestAnswer(
    Promise.all(ids.map(async (id) => await untilPage(page, id, 'failed', 'pageFlood'))),
  );
  process.stderr.write(`slowest answer beside flooding pages: ${Math.round(slowestMs)} ms\n`);
  expect(await windowCount()).toBe(1);
});

it('a page’s address and CSS are in no file and in nothing that the window is told, also when the page fails', async () => {
  const { page, userDataDir } = launched;
  const token = 'tkn8473623';
  const sourceId = await addPage(launched, `${server.origin}/missing-${token}?token=${token}x#${token}y`, {
    css: `body { --token: "${token}z" }`,
  });
  await untilPage(page, sourceId, 'failed', 'pageAnswered');
  await addPage(launched, `http://127.0.0.1:9/${token}?token=${token}`);
  await waitUntil('the second page failed', async () => (await pageWarnings(page)).includes('pageNotLoaded'));
  const told = await page.evaluate(async () => {
    const settings = await window.upcast.invoke('settings:get', undefined);
    const history = await window.upcast.invoke('engine:history', undefined);
    const states = (window as unknown as { pageStates: unknown }).pageStates;
    return JSON.stringify([settings, history, states]);
  });
  expect(told).toContain(new URL(server.origin).host);
  expect(told).not.toContain(token);
  const files = readdirSync(userDataDir, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  for (const file of files)
    expect(readFileSync(join(file.parentPath, file.name)).includes(token), file.name).toBe(false);
});

it('a page whose certificate isn’t valid isn’t loaded, and gets no certificate of the user’s', async () => {
  const authority = createTestAuthority();
  const { keyPem: key, certPem: cert } = authority.issue();
  let requests = 0;
  const secure = createServer(
    { key, cert, requestCert: true, rejectUnauthorized: false },
    (_request, response) => {
      requests += 1;
      response.end('<body>page</body>');
    },
  );
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
  const { port } = secure.address() as AddressInfo;
  const sourceId = await addPage(launched, `https://127.0.0.1:${port}/`);
  const { error } = await untilPage(launched.page, sourceId, 'failed', 'pageNotLoaded');
  expect(error?.details['cause']).toBe('ERR_CERT_AUTHORITY_INVALID');
  expect(requests).toBe(0);
  secure.close();
  authority.remove();
});
