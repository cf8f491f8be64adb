/** How frames come from the page to the engine: through a file that both have open, or over the port where there is none. */
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { sampleProcesses } from '../../support/processes/process-tree.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { waitForBadge, waitOnAir } from '../../support/window/window-driver.ts';

const FRAME_BYTES = (1280 * 720 * 3) / 2;

let userDataDir: string;
let launched: LaunchedBuild | undefined;

beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'upcast-test-frames-'));
});
afterEach(async () => {
  await launched?.close();
  launched = undefined;
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Rehearses for some seconds, does `whileLive`, ends it and returns the report's words. */
async function rehearse(whileLive: (app: LaunchedBuild) => void): Promise<string> {
  launched = await launchApp({ userDataDir, args: fakeDevices });
  const { page } = launched;
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await waitForBadge(page, 'live');
  await waitOnAir(page, 3);
  whileLive(launched);
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  const report = page.getByRole('dialog', { name: 'Rehearsal report' });
  await report.waitFor({ timeout: 30_000 });
  return (await report.textContent()) ?? '';
}

/** Where the engine's open files lead. */
function filesOfEngine({ app }: LaunchedBuild): readonly string[] {
  const engine = sampleProcesses(app.process().pid ?? 0).find(({ part }) => part === 'engine');
  const folder = `/proc/${engine?.pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return readlinkSync(join(folder, name));
    } catch {
      // Closed since it was listed.
      return [];
    }
  });
}

function log(): string {
  return readFileSync(join(userDataDir, 'logs', 'upcast.jsonl'), 'utf8');
}

it('a file without a name: no picture of a camera lies on the disk afterwards', async () => {
  let open: readonly string[] = [];
  const report = await rehearse((app) => {
    open = filesOfEngine(app).filter((path) => path.startsWith(userDataDir) && path.endsWith('(deleted)'));
  });
  expect(open).toHaveLength(1);
  expect(report).toContain('Every encoded frame arrived');
  expect(log()).not.toContain('frames come over the port');
  const large = readdirSync(userDataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('takes') && statSync(path).size >= FRAME_BYTES);
  expect(large).toEqual([]);
});

it('a larger picture, and a page that was loaded anew, get a file of their own', async () => {
  launched = await launchApp({ userDataDir, args: fakeDevices });
  const { page } = launched;
  const app = launched;
  const frameFiles = (): readonly string[] => filesOfEngine(app).filter((path) => path.endsWith('(deleted)'));
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await waitOnAir(page, 1);
  const [first] = frameFiles();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Resolution' }).selectOption('1920x1080');
  await page.getByRole('button', { name: 'Save' }).click();
  await waitUntil('another file', () => frameFiles().length === 1 && frameFiles()[0] !== first);
  const [second] = frameFiles();
  await page.reload();
  await waitUntil('the file of the new page', () => frameFiles().length === 1 && frameFiles()[0] !== second);
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  await page.getByRole('dialog', { name: 'Rehearsal report' }).waitFor({ timeout: 30_000 });
});

it('over the port where the browser gives no storage, and the log says so', async () => {
  // What stands in the way of the browser's folder for private files.
  for (const name of ['File System', 'WebStorage']) writeFileSync(join(userDataDir, name), '');
  const report = await rehearse(() => undefined);
  expect(report).toContain('Every encoded frame arrived');
  expect(log()).toContain('frames come over the port');
});
