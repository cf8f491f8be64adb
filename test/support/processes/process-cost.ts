/** What a run costs: CPU seconds of every part of Upcast, what is around it apart, and the peak of memory, by /proc. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { sampleProcesses } from './process-tree.ts';
import type { Part } from './process-tree.ts';

export const parts: readonly Part[] = ['main', 'renderer', 'engine', 'gpu', 'ffmpeg', 'other', 'around'];

export interface RunCost {
  readonly cpuSeconds: Record<Part, number>;
  /** MiB of all parts together, without what is around. */
  readonly peakPssMb: number;
  /** The same without ffmpeg. */
  readonly besideFfmpegPeakPssMb: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const LOOK_EVERY_MS = 500;
/** Reading the memory of all takes some 30 ms of the computer that is measured. */
const MEMORY_EVERY_LOOKS = 4;

/** Follows a process and all below it until it ends; what a process used last is what it cost. */
export async function follow(child: ChildProcess): Promise<RunCost> {
  const cost = await followUntil(child, once(child, 'exit'));
  if (child.exitCode !== 0) throw new Error(`the run ended with exit code ${String(child.exitCode)}`);
  return cost;
}

/** The same up to a moment of the caller's, with all that was used since the process began. */
export async function followUntil(child: ChildProcess, moment: Promise<unknown>): Promise<RunCost> {
  const pid = child.pid;
  if (pid === undefined) throw new Error('the process could not be started');
  const last = new Map<number, { part: Part; cpuSeconds: number }>();
  let peakPssMb = 0;
  let besideFfmpegPeakPssMb = 0;
  let looks = 0;
  const look = (): void => {
    let pssMb = 0;
    let ffmpegPssMb = 0;
    const withMemory = looks % MEMORY_EVERY_LOOKS === 0;
    looks += 1;
    for (const sample of sampleProcesses(pid, withMemory)) {
      // One that has just ended has its times still, and no command line to know it by.
      const part = sample.commandLine === '' ? (last.get(sample.pid)?.part ?? sample.part) : sample.part;
      last.set(sample.pid, { part, cpuSeconds: sample.cpuSeconds });
      if (part !== 'around') pssMb += sample.pssMb;
      if (part === 'ffmpeg') ffmpegPssMb += sample.pssMb;
    }
    peakPssMb = Math.max(peakPssMb, pssMb);
    besideFfmpegPeakPssMb = Math.max(besideFfmpegPeakPssMb, pssMb - ffmpegPssMb);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  try {
    await moment;
  } finally {
    clearInterval(timer);
  }
  look();
  const cpuSeconds = Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>;
  for (const entry of last.values()) cpuSeconds[entry.part] += entry.cpuSeconds;
  return { cpuSeconds, peakPssMb, besideFfmpegPeakPssMb };
}
