/** CPU and memory of the ffmpeg below the engine, as each system tells them. Windows tells nothing cheaply: there they are left out, and the window says so. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ownMemoryBytes } from '../../../shared/broadcast/process-status.ts';

const BYTES_PER_MB = 1_000_000;
const BYTES_PER_KIB = 1024;
/** `sysconf(_SC_CLK_TCK)`, 100 on every Linux that Electron runs on. */
const CLOCK_TICKS_PER_SECOND = 100;
/** A program is started for each look. */
const PS_EVERY_MS = 2000;

export interface ChildUse {
  /** Percent of one core. */
  readonly cpuPercent: number;
  readonly memoryMb: number;
}

/** Of one process. */
interface ProcessUse {
  /** Since it began. */
  readonly cpuSeconds: number;
  readonly memoryMb: number;
}

export interface ChildMeter {
  /** Of these processes together, since the last call or, where looking costs something, of a moment ago. */
  sample(nowMs: number, pids: readonly number[]): ChildUse;
}

export function createChildMeter(platform: NodeJS.Platform, nowMs: number): ChildMeter {
  if (platform === 'linux') return new ProcMeter(nowMs);
  return platform === 'darwin' ? new PsMeter(runPs) : { sample: () => ({ cpuPercent: 0, memoryMb: 0 }) };
}

/** From two readings of the same processes. */
class Rates {
  #lastMs: number;
  #last: ReadonlyMap<number, ProcessUse> = new Map();

  constructor(nowMs: number) {
    this.#lastMs = nowMs;
  }

  next(nowMs: number, uses: ReadonlyMap<number, ProcessUse>): ChildUse {
    const elapsedSeconds = Math.max(0.001, (nowMs - this.#lastMs) / 1000);
    let seconds = 0;
    let memoryMb = 0;
    for (const [pid, use] of uses) {
      seconds += Math.max(0, use.cpuSeconds - (this.#last.get(pid)?.cpuSeconds ?? 0));
      memoryMb += use.memoryMb;
    }
    this.#lastMs = nowMs;
    this.#last = uses;
    return { cpuPercent: (seconds / elapsedSeconds) * 100, memoryMb };
  }
}

class ProcMeter implements ChildMeter {
  readonly #rates: Rates;

  constructor(nowMs: number) {
    this.#rates = new Rates(nowMs);
  }

  sample(nowMs: number, pids: readonly number[]): ChildUse {
    return this.#rates.next(nowMs, new Map(pids.map((pid) => [pid, readProcess(pid)])));
  }
}

/** Reads one process from /proc; zero when it ended meanwhile. */
function readProcess(pid: number): ProcessUse {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold spaces: field 3 of proc(5) is the first here.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return {
      cpuSeconds: ticks / CLOCK_TICKS_PER_SECOND,
      memoryMb: (ownMemoryBytes(status) ?? 0) / BYTES_PER_MB,
    };
  } catch {
    return { cpuSeconds: 0, memoryMb: 0 };
  }
}

/** `ps -o pid=,time=,rss=` of these processes. */
export type Ps = (pids: readonly number[]) => Promise<string>;

/** macOS. */
export class PsMeter implements ChildMeter {
  readonly #run: Ps;
  #rates: Rates | undefined;
  #use: ChildUse = { cpuPercent: 0, memoryMb: 0 };
  #nextMs = 0;
  #isLooking = false;

  constructor(run: Ps) {
    this.#run = run;
  }

  sample(nowMs: number, pids: readonly number[]): ChildUse {
    if (pids.length === 0) {
      this.#rates = undefined;
      this.#use = { cpuPercent: 0, memoryMb: 0 };
    } else if (!this.#isLooking && nowMs >= this.#nextMs) {
      this.#nextMs = nowMs + PS_EVERY_MS;
      void this.#look(nowMs, pids);
    }
    return this.#use;
  }

  async #look(nowMs: number, pids: readonly number[]): Promise<void> {
    this.#isLooking = true;
    try {
      const uses = readPs(await this.#run(pids));
      const isFirst = this.#rates === undefined;
      this.#rates ??= new Rates(nowMs);
      const use = this.#rates.next(nowMs, uses);
      // What they took since their beginning says nothing of now.
      this.#use = isFirst ? { ...use, cpuPercent: 0 } : use;
    } catch {
      // All of them have ended.
    } finally {
      this.#isLooking = false;
    }
  }
}

/** Lines `PID [[DD-]HH:]MM:SS.CC KIB`. */
export function readPs(text: string): ReadonlyMap<number, ProcessUse> {
  const uses = new Map<number, ProcessUse>();
  for (const line of text.split('\n')) {
    const [, pid, days = '0', time = '', kib] =
      /^\s*(\d+)\s+(?:(\d+)-)?([\d:.]+)\s+(\d+)\s*$/.exec(line) ?? [];
    if (pid === undefined) continue;
    const seconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
    uses.set(Number(pid), {
      cpuSeconds: Number(days) * 86_400 + seconds,
      memoryMb: (Number(kib) * BYTES_PER_KIB) / BYTES_PER_MB,
    });
  }
  return uses;
}

function runPs(pids: readonly number[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('/bin/ps', ['-o', 'pid=,time=,rss=', '-p', pids.join(',')], (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    );
  });
}
