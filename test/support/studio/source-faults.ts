/** What happens to sources on air: their files go, change and become something else, their windows close. Each fault is mended again. */
import { mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { texts } from '../../../shared/text/text.ts';
import type { Desktop } from '../computer/desktop.ts';
import { waitUntil } from '../processes/processes.ts';
import type { RunningProcess } from '../processes/processes.ts';
import type { SourceFile, SourceFiles } from './source-files.ts';
import { studioWindows } from './twenty-sources.ts';

export interface SourceFault {
  /** Of the source. */
  readonly id: string;
  readonly what: string;
  /** Whether the source's row is to say so. */
  readonly isSaid: boolean;
  break(): Promise<void> | void;
  mend(): Promise<void> | void;
}

/** As editors save: another file takes the place of the old one. */
function put(path: string, content: Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Of a source with several files, each fault befalls all of them. */
export function fileFaults(files: SourceFiles): readonly SourceFault[] {
  return [...files].flatMap(([id, own]): readonly SourceFault[] => {
    const each = (change: (file: SourceFile) => void) => () => own.forEach(change);
    const mend = each(({ path, content }) => {
      rmSync(path, { recursive: true, force: true });
      put(path, content);
    });
    // A slide that can't be shown is left out: the row says so when the slide's turn has come.
    const about = { id, mend };
    const garbage = new TextEncoder().encode('\0\u0001 no picture at all');
    // Any bytes are a text.
    const isText = id.startsWith('text');
    const faults: readonly SourceFault[] = [
      { ...about, what: 'its file is deleted', isSaid: true, break: each(({ path }) => rmSync(path)) },
      {
        ...{ ...about, what: 'its file becomes something else', isSaid: !isText },
        break: each(({ path }) => put(path, garbage)),
      },
      {
        ...{ ...about, what: 'its file is renamed', isSaid: true },
        break: each(({ path }) => renameSync(path, `${path}.old`)),
      },
      {
        ...{ ...about, what: 'its file is cut off', isSaid: !isText },
        break: each(({ path, content }) => truncateSync(path, Math.min(content.length, 20))),
      },
      {
        ...{ ...about, what: 'a folder takes its file’s place', isSaid: true },
        break: each(({ path }) => {
          rmSync(path);
          mkdirSync(path);
        }),
      },
      {
        ...{ ...about, what: 'its file is saved anew', isSaid: false },
        break: each(({ path, content }) => put(path, content)),
      },
    ];
    const [first] = own;
    if (first === undefined || own.length === 1) return faults;
    return [
      { ...about, what: 'one of its files is deleted', isSaid: true, break: () => rmSync(first.path) },
      ...faults,
    ];
  });
}

/** The windows of the scene, opened. */
export async function windowFaults(desktop: Desktop): Promise<readonly SourceFault[]> {
  const faults: SourceFault[] = [];
  for (const [index, { title, program }] of studioWindows.entries()) {
    const place = { x: 40 + index * 400, y: 400, width: 320, height: 180 };
    const open = async (): Promise<RunningProcess> =>
      await desktop.open({ title, program, colour: index === 0 ? 'red' : 'blue', place });
    // oxlint-disable-next-line no-await-in-loop -- the last one opened lies in front
    let shown = await open();
    faults.push({
      ...{ id: `window-${title.toLowerCase()}`, what: 'its window is closed', isSaid: true },
      break: async () => await shown.stop('SIGKILL'),
      mend: async () => {
        shown = await open();
      },
    });
  }
  return faults;
}

/** What the row of a source says of its trouble; empty while there is none. */
export async function saidOnRow(page: Page, id: string): Promise<string> {
  // The first cell has the name, the second the buttons.
  return await page.evaluate(
    (itemId) => document.querySelectorAll(`[data-row="${itemId}"] > [role="gridcell"]`)[2]?.textContent ?? '',
    `item-${id}`,
  );
}

/** What a screen reader reads on the row. */
async function isStarting(page: Page, id: string): Promise<boolean> {
  const label = await page.locator(`[data-row="item-${id}"]`).getAttribute('aria-label');
  return label?.includes(texts.items.starting) === true;
}

export interface MendedFault {
  /** On the row, empty where nothing is to be said. */
  readonly said: string;
  /** From the fault on. */
  readonly saidMs: number;
  /** From the mending on. */
  readonly backMs: number;
}

/** @throws Error when the row doesn't say it in time. */
export async function breakAndMend(page: Page, fault: SourceFault, deadlineMs: number): Promise<MendedFault> {
  const brokenMs = performance.now();
  await fault.break();
  let said = '';
  if (fault.isSaid)
    await waitUntil(
      `the row of ${fault.id} says that ${fault.what}`,
      async () => {
        said = await saidOnRow(page, fault.id);
        return said !== '';
      },
      deadlineMs,
    );
  const mendedMs = performance.now();
  await fault.mend();
  await waitUntil(
    `${fault.id} is back after ${fault.what}`,
    async () => (await saidOnRow(page, fault.id)) === '' && !(await isStarting(page, fault.id)),
    deadlineMs,
  );
  return { said, saidMs: mendedMs - brokenMs, backMs: performance.now() - mendedMs };
}
