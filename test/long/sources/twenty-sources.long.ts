/**
 * `npm run prove -- twenty-sources --minutes 30`: twenty sources of ten kinds in one scene on air, of which one after the other loses its file
 * or its window, gets a broken file, and has all of it back. A first part without any trouble, as long as a fifth, is what to compare with.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import { startDesktop } from '../../support/computer/desktop.ts';
import { probe } from '../../support/media/ffprobe.ts';
import { startNginx } from '../../support/servers/nginx.ts';
import { breakAndMend, fileFaults, saidOnRow, windowFaults } from '../../support/studio/source-faults.ts';
import { twentySources, writeSourceFiles } from '../../support/studio/twenty-sources.ts';
import { goLiveTo } from '../../support/window/broadcast-from-window.ts';
import { launchApp } from '../../support/window/electron-app.ts';
import { endBroadcast, waitOnAir } from '../../support/window/window-driver.ts';
import { numberOption } from '../proof.ts';
import type { Finding } from '../proof.ts';
import { atMost, exactly } from '../support/findings.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

const FPS = 30;
const FRAME_MS = 1000 / FPS;
/** The stream settles: the encoder starts, the window draws all it has. */
const SETTLING_MS = 10_000;
const SAID_MS = 30_000;

export async function* prove(argv: readonly string[]): AsyncGenerator<Finding> {
  const wholeMs = numberOption(argv, 'minutes', 30) * 60_000;
  const folder = mkdtempSync(join(tmpdir(), 'upcast-twenty-'));
  const files = writeSourceFiles(folder);
  const studio = twentySources(files);
  const userDataDir = mkdtempSync(join(folder, 'user-data-'));
  writeFileSync(
    join(userDataDir, 'settings.json'),
    JSON.stringify({ ...defaultSettings, isRehearsing: false, studio }),
  );
  const server = await startNginx();
  const desktop = await startDesktop(1280, 720);
  const launched = await launchApp({ userDataDir, env: { DISPLAY: desktop.display } });
  const { page } = launched;
  const faultsSaid: string[] = [];
  let broken = 0;
  try {
    const faults = [...(await windowFaults(desktop)), ...fileFaults(files)];
    const startMs = performance.now();
    await goLiveTo(page, server.url, 'twenty');
    await waitOnAir(page, 2);
    const liveMs = performance.now();
    await delay(SETTLING_MS);
    const quietMs = Math.max(20_000, (wholeMs - SETTLING_MS) / 5);
    await delay(quietMs);
    const firstFaultMs = performance.now() - liveMs;
    for (let turn = 0; performance.now() - startMs < wholeMs; turn += 1) {
      const fault = faults[turn % faults.length];
      if (fault === undefined) break;
      broken += 1;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await breakAndMend(page, fault, SAID_MS);
      } catch (error) {
        faultsSaid.push(error instanceof Error ? error.message : String(error));
        // oxlint-disable-next-line no-await-in-loop -- whatever it said: the next one begins with a whole scene
        await fault.mend();
      }
    }
    const stillSaid: string[] = [];
    for (const { id } of studio.sources) {
      // oxlint-disable-next-line no-await-in-loop -- a handful
      const said = await saidOnRow(page, id);
      if (said !== '') stillSaid.push(`${id}: ${said}`);
    }
    await endBroadcast(page);
    const file = await server.finishedRecording('twenty');
    const { videoPackets } = await probe(file);
    const times = videoPackets.map(({ ptsMs }) => ptsMs).toSorted((one, other) => one - other);
    const first = times[0] ?? 0;
    const missing = (fromMs: number, toMs: number): number =>
      times.reduce((count, time, index) => {
        const before = times[index - 1];
        if (before === undefined || time - first < fromMs || time - first >= toMs) return count;
        return count + Math.max(0, Math.round((time - before) / FRAME_MS) - 1);
      }, 0);
    const quiet = missing(SETTLING_MS, firstFaultMs);
    const quietSeconds = (firstFaultMs - SETTLING_MS) / 1000;
    const troubled = missing(firstFaultMs, Infinity);
    const troubledSeconds = ((times.at(-1) ?? 0) - first - firstFaultMs) / 1000;
    yield { promise: 'sources in the scene', seen: studio.scenes[0]?.items.length ?? 0, holds: true };
    yield { promise: 'faults of sources, each mended', seen: broken, holds: broken > 0 };
    yield {
      promise: 'frames missing at the server before the first fault, to compare with',
      seen: `${quiet} in ${Math.round(quietSeconds)} s`,
      holds: true,
    };
    // This computer may be too busy for every frame; sources in trouble make that no worse.
    const share = quietSeconds > 0 ? quiet / quietSeconds : 0;
    yield atMost(
      'frames missing at the server while sources are in trouble',
      troubled,
      Math.ceil(share * troubledSeconds),
    );
    yield exactly('sources that did not say what happened, or did not come back', faultsSaid.length);
    for (const said of faultsSaid.slice(0, 10))
      yield { promise: 'says and comes back', seen: said, holds: false };
    yield exactly('sources in trouble at the end', stillSaid.length);
    for (const said of stillSaid.slice(0, 10)) yield { promise: 'is as it was', seen: said, holds: false };
  } finally {
    await launched.close();
    await desktop.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
