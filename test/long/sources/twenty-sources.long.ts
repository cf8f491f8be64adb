/**
 * `npm run prove -- twenty-sources --minutes 30`: twenty sources of ten kinds in one scene on air. One after the other is unplugged, loses
 * its file, its window, its process or its server, gets a broken file, and has all of it back. A first part without any trouble, as long as
 * a fifth, is what to compare with.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import type { Desktop } from '../../support/computer/desktop.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { fileFaults, saidOnRow, windowFaults } from '../../support/studio/source-faults.ts';
import type { SourceFault } from '../../support/studio/source-faults.ts';
import { writeSourceFiles } from '../../support/studio/source-files.ts';
import type { SourceFiles } from '../../support/studio/source-files.ts';
import { twentySources } from '../../support/studio/twenty-sources.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { endBroadcast, waitOnAir } from '../../support/window/window-driver.ts';
import { waitUntil } from '../../support/processes/processes.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { exactly } from '../support/findings.ts';
import { judgeRecording } from './judge-sources.ts';
import { startTestPage } from './page-faults.ts';
import type { TestPage } from './page-faults.ts';
import { runFaults } from './run-faults.ts';
import { cameraFaults, plugInCamera } from './stand-in-camera.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

/** The stream settles: the encoder starts, the window draws all it has. */
const SETTLING_MS = 10_000;
/** After the last fault, so that the recording shows its source again. */
const CALM_MS = 8000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const wholeMs = numberOption(argv, 'minutes', 30) * 60_000;
  const folder = mkdtempSync(join(tmpdir(), 'upcast-twenty-'));
  const files = writeSourceFiles(folder);
  const testPage = await startTestPage();
  const studio = twentySources(files, testPage.host);
  const server = await startNginx();
  const desktop = await startDesktop(1280, 720);
  const launched = await launch(folder, studio, desktop);
  const { page } = launched;
  try {
    const faults = await prepareFaults(launched, desktop, files, testPage);
    await untilAllAreThere(launched, studio);
    await goLiveTo(page, server.url, 'twenty');
    const liveMs = performance.now();
    await waitOnAir(page, 2);
    const quietMs = Math.max(20_000, (wholeMs - SETTLING_MS) / 5);
    await delay(SETTLING_MS + quietMs);
    const outcomes = await runFaults(page, faults, liveMs, liveMs + wholeMs);
    await delay(CALM_MS);
    const troubled = await stillSaid(launched, studio);
    await endBroadcast(page);
    yield exactly('sources in the scene', studio.scenes[0]?.items.length ?? 0, 20);
    yield exactly('kinds of sources', new Set(studio.sources.map(({ input }) => input.type)).size, 10);
    const quiet = { fromMs: SETTLING_MS, toMs: SETTLING_MS + quietMs };
    const sourceIds = studio.sources.map(({ id }) => id);
    yield* judgeRecording(await server.finishedRecording('twenty'), { quiet, outcomes, sourceIds });
    yield exactly('sources in trouble at the end', troubled.length);
    for (const said of troubled.slice(0, 10)) yield { promise: 'is as it was', seen: said, holds: false };
  } finally {
    await launched.close();
    await desktop.stop();
    await server.stop();
    await testPage.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function launch(folder: string, studio: StudioDocument, desktop: Desktop): Promise<LaunchedBuild> {
  const userDataDir = mkdtempSync(join(folder, 'user-data-'));
  writeFileSync(
    join(userDataDir, 'settings.json'),
    JSON.stringify({ ...defaultSettings, isRehearsing: false, studio }),
  );
  return await launchApp({ userDataDir, env: { DISPLAY: desktop.display } });
}

/** The first of each source, then the second of each: a short run has something of everything. */
async function prepareFaults(
  launched: LaunchedBuild,
  desktop: Desktop,
  files: SourceFiles,
  testPage: TestPage,
): Promise<readonly SourceFault[]> {
  // The app has looked for a camera in vain by then.
  await waitUntil('the camera is missing', async () => (await saidOnRow(launched.page, 'camera')) !== '');
  await plugInCamera(launched.page);
  const all = [
    ...cameraFaults(launched.page),
    ...(await windowFaults(desktop)),
    ...(await testPage.faultsIn(launched)),
    ...fileFaults(files),
  ];
  const rounds = new Map<string, number>();
  const numbered = all.map((fault) => {
    const round = rounds.get(fault.id) ?? 0;
    rounds.set(fault.id, round + 1);
    return { fault, round };
  });
  return numbered.toSorted((one, other) => one.round - other.round).map(({ fault }) => fault);
}

/** @throws Error that names the sources that aren't. */
async function untilAllAreThere(launched: LaunchedBuild, studio: StudioDocument): Promise<void> {
  let said: readonly string[] = [];
  const isWhole = async (): Promise<boolean> => {
    said = await stillSaid(launched, studio);
    return said.length === 0;
  };
  await waitUntil('every source', isWhole).catch((cause: unknown) => {
    throw new Error(`Not there: ${said.join('; ')}`, { cause });
  });
}

/** What rows of sources say now. */
async function stillSaid({ page }: LaunchedBuild, { sources }: StudioDocument): Promise<readonly string[]> {
  const said = await Promise.all(sources.map(async ({ id }) => `${id}: ${await saidOnRow(page, id)}`));
  return said.filter((each) => !each.endsWith(': '));
}
