/** Runs `live --rehearse` with the test picture and gives the report that it wrote. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RehearsalReport } from '../../../shared/broadcast/rehearsal-report.ts';
import type { StatsLine } from '../../../shared/broadcast/statistics.ts';
import { startProcess } from './processes.ts';

export async function readLiveRehearsal(args: readonly string[]): Promise<RehearsalReport> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-rehearsal-'));
  try {
    const stats = join(folder, 'stats.ndjson');
    const live = startProcess(
      process.execPath,
      ['build/live.mjs', '--rehearse', '--source', 'pattern', '--stats', stats, ...args],
      { env: { ...process.env, UPCAST_USER_DATA: join(folder, 'user-data') } },
    );
    const exit = await live.exited;
    if (exit !== 0) throw new Error(`live ended with ${String(exit)}:\n${live.output()}`);
    const lines = readFileSync(stats, 'utf8').trim().split('\n');
    const report = lines
      .map((line) => JSON.parse(line) as StatsLine)
      .find((line) => line.type === 'rehearsalReport');
    if (report === undefined) throw new Error(`no report came:\n${live.output()}`);
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
