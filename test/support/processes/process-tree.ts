/** Reads Linux's /proc: the processes below one, what part of Upcast each is, its CPU time and its share of memory. */
import { readdirSync, readFileSync } from 'node:fs';

/** `around`: a virtual display and the script that builds and starts the app, which are no part of it. */
export type Part = 'main' | 'renderer' | 'engine' | 'gpu' | 'ffmpeg' | 'other' | 'around';

export interface ProcessSample {
  readonly pid: number;
  readonly part: Part;
  /** User and system time since its start, seconds. */
  readonly cpuSeconds: number;
  /** Proportional set size, MiB. */
  readonly pssMb: number;
  readonly commandLine: string;
}

const CLOCK_TICKS_PER_SECOND = 100;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between the listing and the reading.
    return '';
  }
}

/** Fields of /proc/PID/stat after the name, which may itself hold spaces. */
function statFields(pid: number): readonly string[] {
  const text = readText(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function partOf(commandLine: string): Part {
  if (/(^|\/)Xvfb\0/.test(commandLine) || /(xvfb-run|build\/live\.mjs|esbuild)\0/.test(commandLine))
    return 'around';
  if (/(^|\/)ffmpeg\0/.test(commandLine)) return 'ffmpeg';
  if (commandLine.includes('--type=renderer')) return 'renderer';
  if (commandLine.includes('--type=gpu-process')) return 'gpu';
  if (commandLine.includes('--utility-sub-type=node.mojom.NodeService')) return 'engine';
  if (/electron\0/.test(commandLine) && !commandLine.includes('--type=')) return 'main';
  return 'other';
}

/** `rootPid` and everything below it. */
export function descendantsOf(rootPid: number): readonly number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const parent = Number(statFields(pid)[1]);
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const open = [rootPid];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    found.push(pid);
    open.push(...(childrenOf.get(pid) ?? []));
  }
  return found;
}

/** @param withMemory reading memory holds the process up for some milliseconds; without it `pssMb` is 0. */
export function sampleProcesses(rootPid: number, withMemory = true): readonly ProcessSample[] {
  return descendantsOf(rootPid).flatMap((pid) => {
    const fields = statFields(pid);
    const commandLine = readText(`/proc/${pid}/cmdline`);
    // One that is ending has no command line any more: what it was is not to be told from it.
    if (commandLine === '' || fields.length < 13) return [];
    const memory = withMemory ? readText(`/proc/${pid}/smaps_rollup`) : '';
    const pssKb = /^Pss:\s+(\d+)/m.exec(memory)?.[1] ?? '0';
    return {
      pid,
      part: partOf(commandLine),
      cpuSeconds: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / CLOCK_TICKS_PER_SECOND,
      pssMb: Number(pssKb) / 1024,
      commandLine,
    };
  });
}
