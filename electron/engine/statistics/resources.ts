/** CPU and memory of the engine and of the ffmpeg below it, once a sample. Off Linux, where there is no /proc, its own alone. */
import { readFileSync } from 'node:fs';
import { ownMemoryBytes } from '../../../shared/broadcast/process-status.ts';

const BYTES_PER_MB = 1_000_000;
/** `sysconf(_SC_CLK_TCK)`, 100 on every Linux that Electron runs on. */
const CLOCK_TICKS_PER_SECOND = 100;

export interface ResourceUse {
  /** Percent of one core since the last sample. */
  readonly cpuPercent: number;
  /** Without program files where the system tells (`ownMemoryBytes`). */
  readonly memoryMb: number;
}

interface ChildUse {
  readonly cpuSeconds: number;
  readonly memoryMb: number;
}

/** Reads one process from /proc; zero when it ended meanwhile or there is no /proc. */
function readProcess(pid: number): ChildUse {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold spaces: field 3 of proc(5) is the first here.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    return { cpuSeconds: ticks / CLOCK_TICKS_PER_SECOND, memoryMb: readMemoryMb(pid) };
  } catch {
    return { cpuSeconds: 0, memoryMb: 0 };
  }
}

function readMemoryMb(pid: number | 'self'): number {
  return (ownMemoryBytes(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? 0) / BYTES_PER_MB;
}

export class ResourceMeter {
  #lastMs: number;
  #lastOwnSeconds: number;
  #lastChildSeconds = new Map<number, number>();

  constructor(nowMs: number) {
    this.#lastMs = nowMs;
    this.#lastOwnSeconds = ownCpuSeconds();
  }

  /** `childPids` are the encoders that run now. */
  sample(nowMs: number, childPids: readonly number[]): ResourceUse {
    const elapsedSeconds = Math.max(0.001, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    const ownSeconds = ownCpuSeconds();
    let usedSeconds = ownSeconds - this.#lastOwnSeconds;
    this.#lastOwnSeconds = ownSeconds;
    const isLinux = process.platform === 'linux';
    let memoryMb = isLinux ? readMemoryMb('self') : process.memoryUsage.rss() / BYTES_PER_MB;
    const childSeconds = new Map<number, number>();
    for (const pid of childPids) {
      const use = isLinux ? readProcess(pid) : { cpuSeconds: 0, memoryMb: 0 };
      usedSeconds += Math.max(0, use.cpuSeconds - (this.#lastChildSeconds.get(pid) ?? 0));
      memoryMb += use.memoryMb;
      childSeconds.set(pid, use.cpuSeconds);
    }
    this.#lastChildSeconds = childSeconds;
    return { cpuPercent: (usedSeconds / elapsedSeconds) * 100, memoryMb };
  }
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
