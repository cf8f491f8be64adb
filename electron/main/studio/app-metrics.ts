/** CPU and memory of main, the window and the GPU process, to be added to what the engine measured of itself and ffmpeg. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { app } from 'electron';
import type { ProcessMetric } from 'electron';
import { ownMemoryBytes } from '../../../shared/broadcast/process-status.ts';
import type { StatsSample } from '../../../shared/broadcast/statistics.ts';

const BYTES_PER_KIB = 1024;
const BYTES_PER_MB = 1_000_000;

/** Every process but the engine: that one told its own. CPU is since the last call. */
export function addAppMetrics(sample: StatsSample, enginePid: number | undefined): StatsSample {
  let cpuPercent = sample.cpuPercent;
  let memoryMb = sample.memoryMb;
  const coreCount = Math.max(1, cpus().length);
  for (const metric of app.getAppMetrics()) {
    if (metric.pid === enginePid) continue;
    // Electron divides by the number of cores; the sample counts percent of one core.
    cpuPercent += metric.cpu.percentCPUUsage * coreCount;
    memoryMb += memoryBytes(metric) / BYTES_PER_MB;
  }
  return { ...sample, cpuPercent: Math.round(cpuPercent * 10) / 10, memoryMb: Math.round(memoryMb) };
}

/** Of its own where the system tells; else all that is resident, program files that the processes share with it. */
function memoryBytes({ pid, memory }: ProcessMetric): number {
  const resident = (memory.privateBytes ?? memory.workingSetSize) * BYTES_PER_KIB;
  if (process.platform !== 'linux') return resident;
  try {
    return ownMemoryBytes(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? resident;
  } catch {
    // It ended a moment ago, or this system hides the processes of others.
    return resident;
  }
}
