/**
 * How the last runs of the app ended: `runs.json` in the profile, the newest run last. A run that never wrote its end was cut off. Written
 * at the start, at each crash and at the end, whole each time, so that the file is readable whenever the process dies.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { FailureFacts } from '../../../shared/ipc/app-channels.ts';
import { isMissingFile } from '../../../shared/errors/system-code.ts';

const FILE_NAME = 'runs.json';
const MAX_RUNS = 20;
const MAX_CRASHES = 100;

export const crashedParts = [
  'window',
  'graphics',
  'audio',
  'engine',
  'network',
  'page',
  'other',
  'main',
] as const;

/** A process of the app. */
export type CrashedPart = (typeof crashedParts)[number];

const crashSchema = z.object({
  atMs: z.number(),
  part: z.enum(crashedParts),
  reason: z.string().max(100),
  exitCode: z.number().optional(),
});
export type Crash = z.infer<typeof crashSchema>;

const runSchema = z.object({
  version: z.string().max(100),
  startedMs: z.number(),
  /** Absent while it runs, and where it was cut off. */
  endedMs: z.number().optional(),
  crashes: z.array(crashSchema).max(MAX_CRASHES),
});
export type Run = z.infer<typeof runSchema>;

const fileSchema = z.object({ runs: z.array(runSchema) });

export interface RunHistoryOptions {
  readonly folder: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The file can't be read or written: the app goes on without it. */
  readonly onFailure: (error: unknown) => void;
}

export class RunHistory {
  readonly #options: RunHistoryOptions;
  readonly #path: string;
  /** Oldest first, without this one. */
  readonly earlier: readonly Run[];
  #current: Run;

  /** Begins a run. */
  constructor(options: RunHistoryOptions) {
    this.#options = options;
    this.#path = join(options.folder, FILE_NAME);
    this.earlier = this.#read().slice(1 - MAX_RUNS);
    this.#current = { version: options.version, startedMs: options.now(), crashes: [] };
    this.#write();
  }

  get runs(): readonly Run[] {
    return [...this.earlier, this.#current];
  }

  /** Nothing is noted any more once the run has ended: processes that end with the app have not crashed. */
  crashed(crash: Omit<Crash, 'atMs'>): void {
    if (this.#current.endedMs !== undefined) return;
    const crashes = [...this.#current.crashes, { ...crash, atMs: this.#options.now() }].slice(-MAX_CRASHES);
    this.#current = { ...this.#current, crashes };
    this.#write();
  }

  end(): void {
    if (this.#current.endedMs !== undefined) return;
    this.#current = { ...this.#current, endedMs: this.#options.now() };
    this.#write();
  }

  #read(): readonly Run[] {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8'))).runs;
    } catch (error) {
      if (!isMissingFile(error)) this.#options.onFailure(error);
      return [];
    }
  }

  #write(): void {
    try {
      const text = JSON.stringify({ runs: this.runs });
      writeFileSync(`${this.#path}.new`, text, { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
    } catch (error) {
      this.#options.onFailure(error);
    }
  }
}

/** Undefined when the run ended properly, and where there was none. A browser page that crashed is that page's fault. */
export function judgeRun(run: Run | undefined): FailureFacts['lastRun'] {
  if (run === undefined) return undefined;
  if (run.endedMs === undefined || run.crashes.some(({ part }) => part === 'main')) return 'cutOff';
  return run.crashes.some(({ part }) => part !== 'page') ? 'recovered' : undefined;
}
