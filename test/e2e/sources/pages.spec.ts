/** Browser pages on air: what the server recorded shows a page with its transparency, its CSS and its changes; pages are limited and paused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { colourAt, isNear, smallPictures } from '../../support/media/small-pictures.ts';
import type { SmallPicture } from '../../support/media/small-pictures.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import type { NginxServer } from '../../support/servers/nginx.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { launchWithCamera, SMALL_CANVAS } from '../../support/window/image-studio.ts';
import {
  addPage,
  followPages,
  smallPage,
  startPageServer,
  untilPage,
} from '../../support/window/page-studio.ts';
import type { PageServer } from '../../support/window/page-studio.ts';
import { endBroadcast, runCommand, secretFrame, waitOnAir } from '../../support/window/window-driver.ts';

let folder: string;
let nginx: NginxServer;
let pages: PageServer;
let launched: LaunchedBuild;
const documents = new Map<string, string>();
/** What pages tell of themselves, by path. */
const counts = new Map<string, number>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-pages-'));
  nginx = await startNginx();
  pages = await startPageServer((path) => {
    const [, name, count] = /^\/count\/(\w+)\/(\d+)$/.exec(path) ?? [];
    if (name !== undefined) counts.set(name, Number(count));
    return name === undefined ? documents.get(path) : '';
  });
});
beforeEach(async () => {
  documents.clear();
  counts.clear();
  launched = await launchWithCamera(folder);
  await followPages(launched.page);
});
afterEach(async () => {
  await launched.close();
});
afterAll(async () => {
  await nginx.stop();
  await pages.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a page lies over the camera where it isn’t clear, with the CSS that was typed, and changes on air', async () => {
  const { page } = launched;
  // Clear in the left third, red and then blue in the middle, a veil of white on the right.
  documents.set(
    '/overlay',
    `<body style="margin:0"><div id="middle" style="position:absolute;left:33.3%;width:33.3%;height:100%;background:#f00"></div>
    <div id="veil" style="position:absolute;left:66.7%;width:33.3%;height:100%"></div></body>
    <script>setTimeout(() => { document.querySelector('#middle').style.background = '#00f'; }, 4000)</script>`,
  );
  await goLiveTo(page, nginx.url, 'pages');
  await waitOnAir(page, 2);
  const sourceId = await addPage(launched, `${pages.origin}/overlay`, {
    css: '#veil { background: rgb(255 255 255 / 50%) }',
    settings: { ...smallPage, ...SMALL_CANVAS },
  });
  await untilPage(page, sourceId, 'running');
  await waitOnAir(page, 10);
  await endBroadcast(page);

  const recorded = await smallPictures(await nginx.finishedRecording('pages'));
  const middles = recorded.map((picture) => colourAt(picture, 16, 9));
  const firstRed = middles.findIndex((seen) => isNear(seen, [255, 0, 0]));
  const firstBlue = middles.findIndex((seen) => isNear(seen, [0, 0, 255]));
  expect(firstRed).toBeGreaterThan(30);
  expect(firstBlue).toBeGreaterThan(firstRed + 60);
  expect(middles.slice(firstRed, firstBlue).every((seen) => isNear(seen, [255, 0, 0]))).toBe(true);
  expect(middles.slice(firstBlue).every((seen) => isNear(seen, [0, 0, 255]))).toBe(true);
  const camera = recorded[firstRed - 5] as SmallPicture;
  const covered = recorded[firstRed + 10] as SmallPicture;
  const [bare, clear] = [camera, covered].map((picture) => colourAt(picture, 2, 15));
  expect(isNear(clear ?? [], bare ?? [0])).toBe(true);
  const veiled = colourAt(camera, 29, 15).map((value) => (value + 255) / 2);
  expect(isNear(colourAt(covered, 29, 15), veiled)).toBe(true);
});

/** A page that moves all the time, and tells how many of its frames were made. */
const moving = (
  name: string,
): string => `<body style="margin:0;background:#222"><div id="it">x</div></body><script>
  let count = 0;
  const step = () => { count += 1; document.querySelector('#it').textContent = count; requestAnimationFrame(step); };
  step();
  setInterval(() => fetch('/count/${name}/' + count), 500);
</script>`;

/** How many frames the page makes in so many of its own half seconds. */
async function framesIn(name: string, reports: number): Promise<number> {
  const seen: number[] = [];
  await waitUntil(
    'the page tells its frames',
    () => {
      const count = counts.get(name);
      counts.delete(name);
      if (count !== undefined) seen.push(count);
      return seen.length > reports;
    },
    20_000,
  );
  return (seen.at(-1) ?? 0) - (seen[0] ?? 0);
}

it('a page is painted at its own rate, not at all while no scene shows it, and closed where its owner wants that', async () => {
  const { page } = launched;
  documents.set('/slow', moving('slow'));
  documents.set('/fast', moving('fast'));
  const slowId = await addPage(launched, `${pages.origin}/slow`, { settings: { ...smallPage, fps: 5 } });
  const fastId = await addPage(launched, `${pages.origin}/fast`, {
    settings: { ...smallPage, fps: 60, whenHidden: 'close' },
  });
  await untilPage(page, slowId, 'running');
  await untilPage(page, fastId, 'running');
  // Four seconds by the page's own clock, which a busy machine stretches: never more than its rate, and faster than the slow one.
  const [slow, fast] = await Promise.all([framesIn('slow', 8), framesIn('fast', 8)]);
  process.stderr.write(`frames in four seconds: ${slow} at 5 fps, ${fast} at 60 fps\n`);
  expect(slow).toBeLessThan(30);
  expect(fast).toBeGreaterThan(slow);

  const scene = await runCommand(page, { type: 'addScene', name: 'Other' });
  const sceneId = scene.isDone ? (scene.created?.sceneId ?? '') : '';
  await runCommand(page, { type: 'switchScene', canvasId: 'main', sceneId });
  await untilPage(page, fastId, 'off');
  await waitUntil(
    'the other page isn’t painted any more',
    async () =>
      await launched.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().every((each) => !each.isOffscreen() || !each.isPainting()),
      ),
  );
  await untilPage(page, slowId, 'running');
  await runCommand(page, { type: 'switchScene', canvasId: 'main', sceneId: 'main' });
  await untilPage(page, fastId, 'running');
  const isPainting = await launched.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((each) => each.isOffscreen())
      .map((each) => each.isPainting()),
  );
  expect(isPainting).toEqual([true, true]);
});

it('a page that is removed leaves no process, and comes back by undo', async () => {
  const { page } = launched;
  documents.set('/overlay', '<body>overlay</body>');
  const sourceId = await addPage(launched, `${pages.origin}/overlay`);
  await untilPage(page, sourceId, 'running');
  const offscreen = async () =>
    await launched.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().filter((each) => each.isOffscreen()).length,
    );
  expect(await offscreen()).toBe(1);
  await runCommand(page, { type: 'undo' });
  await waitUntil('the page is closed', async () => (await offscreen()) === 0);
  await runCommand(page, { type: 'redo' });
  await waitUntil('the page is open again', async () => (await offscreen()) === 1);
  await untilPage(page, sourceId, 'running');
});

it('a person adds a page in its form and changes its address there; a wrong one is refused in words', async () => {
  const { page } = launched;
  documents.set('/one', '<body>one</body>');
  documents.set('/two', '<body>two</body>');
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByRole('menuitem', { name: 'Browser…' }).click();
  const adding = secretFrame(page).getByRole('dialog', { name: 'Add browser source' });
  await adding.getByLabel('Address').fill('overlay.example');
  await adding.getByRole('button', { name: 'Save' }).click();
  await adding.getByText('The page’s address must start with http:// or https://.').waitFor();
  await adding.getByLabel('Address').fill(`${pages.origin}/one`);
  await adding.getByLabel('Width').fill('320.5');
  await adding.getByRole('button', { name: 'Save' }).click();
  await adding.getByText('Enter a width and height from 1 to 4,096 pixels').waitFor();
  await adding.getByLabel('Width').fill('320');
  await adding.getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  await waitUntil('the page is loaded', () => pages.requests.includes('/one'));

  await page.getByRole('button', { name: 'Edit browser source…' }).click();
  const editing = secretFrame(page).getByRole('dialog', { name: 'Edit browser source' });
  await waitUntil(
    'the form shows the address',
    async () => (await editing.getByLabel('Address').inputValue()) === `${pages.origin}/one`,
  );
  expect(await editing.getByLabel('Width').inputValue()).toBe('320');
  await editing.getByLabel('Address').fill(`${pages.origin}/two`);
  await editing.getByRole('button', { name: 'Save' }).click();
  await waitUntil('the other page is loaded', () => pages.requests.includes('/two'));
});

it('a person uses a page in a window of its own, which says its host alone; the source has the sign-in afterwards', async () => {
  const { app, page } = launched;
  documents.set(
    '/chat?token=tkn123',
    `<body><input autofocus oninput="document.cookie = 'who=' + this.value"></body>
    <script>fetch('/who/' + encodeURIComponent(document.cookie))</script>`,
  );
  await page.getByRole('button', { name: 'Add source' }).click();
  await page.getByRole('menuitem', { name: 'Browser…' }).click();
  const adding = secretFrame(page).getByRole('dialog', { name: 'Add browser source' });
  await adding.getByLabel('Address').fill(`${pages.origin}/chat?token=tkn123`);
  await adding.getByRole('button', { name: 'Save' }).click();
  await page.locator('iframe[src*="/secret-frame.html#"]').waitFor({ state: 'detached' });
  await waitUntil('the page is loaded', () => pages.requests.includes('/who/'));
  await page.getByRole('button', { name: 'Interact…' }).click();
  await waitUntil('the window is loaded', () => pages.requests.filter((path) => path === '/who/').length > 1);
  const title = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(
      ({ webContents }) => webContents.getURL().includes('/chat') && !webContents.isOffscreen(),
    );
    return window?.getTitle();
  });
  expect(title).toBe(`${new URL(pages.origin).host} – Upcast`);
  await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(
      ({ webContents }) => webContents.getURL().includes('/chat') && !webContents.isOffscreen(),
    );
    window?.webContents.focus();
    await window?.webContents.insertText('Ada');
    window?.close();
  });
  await waitUntil('the source has the cookie', () => pages.requests.includes('/who/who%3DAda'));
  const visible = async () =>
    await app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().filter(({ webContents }) => !webContents.isOffscreen()).length,
    );
  await waitUntil('one window', async () => (await visible()) === 1);
});
