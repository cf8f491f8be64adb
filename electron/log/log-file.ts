/**
 * A text file that grows line by line and is rotated: `name.jsonl`, then `name.1.jsonl` … up to the limit.
 * Knows nothing of what a line means.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogFileOptions {
  readonly folder: string;
  /** Name without extension. */
  readonly name: string;
  /** A file is rotated before it would grow over this. */
  readonly maximumBytes: number;
  /** Older files kept beside the current one. */
  readonly keptFiles: number;
}

export class LogFile {
  readonly #options: LogFileOptions;
  readonly path: string;
  #bytes: number;

  constructor(options: LogFileOptions) {
    this.#options = options;
    this.path = this.#pathOf(0);
    mkdirSync(options.folder, { recursive: true });
    this.#bytes = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0;
  }

  /** Appends one line at once, so that it is there even if the process dies next. @throws what the file system throws. */
  append(line: string): void {
    const bytes = Buffer.byteLength(line) + 1;
    if (this.#bytes > 0 && this.#bytes + bytes > this.#options.maximumBytes) this.#rotate();
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
    this.#bytes += bytes;
  }

  #pathOf(index: number): string {
    const suffix = index === 0 ? '' : `.${index}`;
    return join(this.#options.folder, `${this.#options.name}${suffix}.jsonl`);
  }

  #rotate(): void {
    rmSync(this.#pathOf(this.#options.keptFiles), { force: true });
    for (let index = this.#options.keptFiles - 1; index >= 0; index -= 1) {
      if (statSync(this.#pathOf(index), { throwIfNoEntry: false }) !== undefined) {
        renameSync(this.#pathOf(index), this.#pathOf(index + 1));
      }
    }
    this.#bytes = 0;
  }
}
