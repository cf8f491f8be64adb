/** CPU and memory of the engine and of the ffmpeg below it, once a sample. */
import { readFileSync } from 'node:fs';
import { ownMemoryBytes } from '../../../shared/broadcast/process-status.ts';
import { createChildMeter } from './child-meter.ts';
import type { ChildMeter } from './child-meter.ts';

const BYTES_PER_MB = 1_000_000;

export interface ResourceUse {
  /** Percent of one core since the last sample. */
  readonly cpuPercent: number;
  /** Without program files where the system tells (`ownMemoryBytes`). */
  readonly memoryMb: number;
}

export class ResourceMeter {
  readonly #children: ChildMeter;
  #lastMs: number;
  #lastOwnSeconds: number;

  constructor(nowMs: number) {
    this.#children = createChildMeter(process.platform, nowMs);
    this.#lastMs = nowMs;
    this.#lastOwnSeconds = ownCpuSeconds();
  }

  /** `childPids` are the encoders that run now. */
  sample(nowMs: number, childPids: readonly number[]): ResourceUse {
    const elapsedSeconds = Math.max(0.001, (nowMs - this.#lastMs) / 1000);
    this.#lastMs = nowMs;
    const ownSeconds = ownCpuSeconds();
    const usedSeconds = ownSeconds - this.#lastOwnSeconds;
    this.#lastOwnSeconds = ownSeconds;
    const children = this.#children.sample(nowMs, childPids);
    return {
      cpuPercent: (usedSeconds / elapsedSeconds) * 100 + children.cpuPercent,
      memoryMb: ownMemoryMb() + children.memoryMb,
    };
  }
}

function ownMemoryMb(): number {
  if (process.platform !== 'linux') return process.memoryUsage.rss() / BYTES_PER_MB;
  return (ownMemoryBytes(readFileSync('/proc/self/status', 'utf8')) ?? 0) / BYTES_PER_MB;
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
