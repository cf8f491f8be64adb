/** Hostile pages while live: the server gets the whole stream, and the window says what each page did. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { probe } from '../../support/media/ffprobe.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
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
import { endBroadcast, waitOnAir } from '../../support/window/window-driver.ts';

const FRAME_MS = 1000 / 30;

let folder: string;
let nginx: NginxServer;
let pages: PageServer;
let launched: LaunchedBuild;

/** Each is served once with its script, and after that as a page that does no harm. */
const hostile = {
  loop: 'setTimeout(() => { for (;;); }, 300)',
  memory:
    'const all = []; setInterval(() => { for (let i = 0; i < 4; i += 1) all.push(new Uint8Array(50_000_000).fill(1)); }, 100)',
  crash: 'setInterval(() => fetch("/alive"), 200)',
  dialogs: `addEventListener('beforeunload', (event) => { event.preventDefault(); event.returnValue = 'stay'; });
    setInterval(() => {
      for (let i = 0; i < 10; i += 1) for (const box of [alert, confirm, prompt, print]) try { box(i); } catch {}
    }, 50)`,
  windows: `setInterval(() => { for (let i = 0; i < 5; i += 1) window.open('https://example.com/' + i); }, 50)`,
  downloads: `setInterval(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['harm']));
      link.download = 'harm.exe';
      link.click();
    }, 50)`,
  permissions: `setInterval(() => {
      navigator.mediaDevices?.getUserMedia({ video: true, audio: true }).catch(() => undefined);
      navigator.geolocation?.getCurrentPosition(() => undefined, () => undefined);
      Notification.requestPermission();
    }, 50)`,
  flood: 'setInterval(() => { for (let i = 0; i < 50_000; i += 1) console.log("x".repeat(100)); }, 1)',
} as const;
type Kind = keyof typeof hostile;

/** What the window says of those that harm themselves; the others go on, and nothing comes of what they try. */
const told: Partial<Record<Kind, string>> = {
  ...{ loop: 'pageHung', memory: 'pageMemory', crash: 'pageCrashed', flood: 'pageFlood' },
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-hostile-'));
  nginx = await startNginx();
  pages = await startPageServer((path) => {
    const kind = path.slice(1);
    if (!Object.hasOwn(hostile, kind)) return '';
    const isFirst = pages.requests.filter((each) => each === path).length === 1;
    return `<body style="background:#123">page</body><script>${isFirst ? hostile[kind as Kind] : ''}</script>`;
  });
  launched = await launchWithCamera(folder);
  await followPages(launched.page);
});
afterEach(async () => {
  await launched.close();
  await pages.stop();
  await nginx.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('hostile pages of every kind are added while live, and the stream arrives whole', async () => {
  const { app, page } = launched;
  await goLiveTo(page, nginx.url, 'hostile');
  await waitOnAir(page, 2);
  const ids = new Map<Kind, string>();
  for (const kind of Object.keys(hostile) as Kind[]) {
    // oxlint-disable-next-line no-await-in-loop -- a person adds one page after the other
    const sourceId = await addPage(launched, `${pages.origin}/${kind}`);
    ids.set(kind, sourceId);
    // oxlint-disable-next-line no-await-in-loop -- as above
    await untilPage(page, sourceId, 'running');
  }
  const idOf = (kind: Kind): string => ids.get(kind) ?? '';
  await untilPage(page, idOf('crash'), 'running');
  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().endsWith('/crash')) contents.forcefullyCrashRenderer();
  });
  for (const [kind, reason] of Object.entries(told) as [Kind, string][]) {
    // oxlint-disable-next-line no-await-in-loop -- each is looked for in what was said so far
    await untilPage(page, idOf(kind), 'failed', reason);
    // oxlint-disable-next-line no-await-in-loop -- each comes back by itself
    await untilPage(page, idOf(kind), 'running');
  }
  for (const kind of ['dialogs', 'windows', 'downloads', 'permissions'] as const)
    // oxlint-disable-next-line no-await-in-loop -- in order
    await untilPage(page, idOf(kind), 'running');
  expect(new Set(await pageWarnings(page))).toEqual(new Set(Object.values(told)));
  const visible = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().filter(({ webContents }) => !webContents.isOffscreen()),
  );
  expect(visible).toHaveLength(1);
  // A person reloads one: it is asked for again.
  const before = pages.requests.filter((path) => path === '/dialogs').length;
  await page.evaluate(
    async (sourceId) => await window.upcast.invoke('pages:reload', { sourceId }),
    idOf('dialogs'),
  );
  await waitUntil(
    'the page is loaded again',
    () => pages.requests.filter((path) => path === '/dialogs').length > before,
  );
  await endBroadcast(page);

  const { videoPackets } = await probe(await nginx.finishedRecording('hostile'));
  const times = videoPackets.map(({ ptsMs }) => ptsMs).toSorted((one, other) => one - other);
  const frames = Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / FRAME_MS) + 1;
  process.stderr.write(`frames at the server: ${times.length} of ${frames}\n`);
  expect(times.length).toBeGreaterThan(300);
  // A busy machine loses a few, with pages or without; a stream that waits for a page loses hundreds.
  expect(times.length).toBeGreaterThanOrEqual(Math.floor(frames * 0.95));
});
