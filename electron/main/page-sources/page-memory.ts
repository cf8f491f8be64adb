/** How much memory the processes of a page have. */
import { readFileSync } from 'node:fs';
import { app } from 'electron';
import { ownMemoryBytes } from '../../../shared/broadcast/process-status.ts';

const BYTES_PER_KIB = 1024;

/** Bytes by process id. Those that ended meanwhile are left out. */
export function memoryOf(pids: readonly number[]): ReadonlyMap<number, number> {
  return process.platform === 'linux' ? ofProcFiles(pids) : ofMetrics(pids);
}

/** Electron's own figures begin anew with each reader, and the statistics of a stream read them too. */
function ofProcFiles(pids: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    pids.flatMap((pid): (readonly [number, number])[] => {
      try {
        return [[pid, ownMemoryBytes(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? 0]];
      } catch {
        return [];
      }
    }),
  );
}

function ofMetrics(pids: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    app
      .getAppMetrics()
      .filter(({ pid }) => pids.includes(pid))
      .map(({ pid, memory }) => [pid, (memory.privateBytes ?? memory.workingSetSize) * BYTES_PER_KIB]),
  );
}
