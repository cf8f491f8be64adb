/** Twenty sources on air, of which one after the other loses what it shows: each says so on its row, keeps its last picture, comes back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import type { Desktop } from '../../support/computer/desktop.ts';
import { breakAndMend, fileFaults, windowFaults } from '../../support/studio/source-faults.ts';
import { writeSourceFiles } from '../../support/studio/source-files.ts';
import { twentySources } from '../../support/studio/twenty-sources.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

const SAID_MS = 30_000;

let launched: LaunchedBuild | undefined;
let desktop: Desktop | undefined;
let folder: string | undefined;

afterEach(async () => {
  await launched?.close();
  await desktop?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

it('a source whose file or window is gone says so on its row with what to do, and comes back by itself', async () => {
  folder = mkdtempSync(join(tmpdir(), 'upcast-test-gone-'));
  const files = writeSourceFiles(folder);
  const userDataDir = mkdtempSync(join(folder, 'user-data-'));
  const studio = twentySources(files);
  writeFileSync(join(userDataDir, 'settings.json'), JSON.stringify({ ...defaultSettings, studio }));
  desktop = await startDesktop(1280, 720);
  launched = await launchApp({ userDataDir, env: { DISPLAY: desktop.display } });
  const { page } = launched;
  const faults = [...(await windowFaults(desktop)), ...fileFaults(files)];
  const tried = faults.filter(({ what }) => /closed|deleted|something else/.test(what));
  for (const fault of tried) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { said } = await breakAndMend(page, fault, SAID_MS);
    if (fault.isSaid) expect(said, `${fault.id}: ${fault.what}`).toMatch(/\S+ \S+.*[.!]/);
  }
});
