/** CPU and memory of main, the window and the GPU process, to be added to what the engine measured of itself and ffmpeg. */
import { cpus } from 'node:os';
import { app } from 'electron';
import type { StatsSample } from '../../shared/broadcast/statistics.ts';

const KIB_PER_MIB = 1024;

/** Every process but the engine: that one told its own. CPU is since the last call. */
export function addAppMetrics(sample: StatsSample, enginePid: number | undefined): StatsSample {
  let cpuPercent = sample.cpuPercent;
  let memoryMb = sample.memoryMb;
  const coreCount = Math.max(1, cpus().length);
  for (const metric of app.getAppMetrics()) {
    if (metric.pid === enginePid) continue;
    // Electron divides by the number of cores; the sample counts percent of one core.
    cpuPercent += metric.cpu.percentCPUUsage * coreCount;
    memoryMb += (metric.memory.privateBytes ?? metric.memory.workingSetSize) / KIB_PER_MIB;
  }
  return { ...sample, cpuPercent: Math.round(cpuPercent * 10) / 10, memoryMb: Math.round(memoryMb) };
}
