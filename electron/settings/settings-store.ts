/**
 * The settings file: read once, changed in memory, written atomically after each change, one write at a time.
 * A file that cannot be read is kept aside and said; a newer version's file is kept and never written over.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../../shared/emitter.ts';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { defaultSettings, settingsSchema } from '../../shared/settings/settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { keepAside, removeLeftovers, writeFileAtomically } from './atomic-file.ts';
import { migrate } from './migrations.ts';

const FILE_NAME = 'settings.json';

export class SettingsStore {
  readonly onChange = new Emitter<Settings>();
  readonly #path: string;
  /** Why the file must not be written over. */
  readonly #refusal: AppError | undefined;
  #settings: Settings;
  #writing: Promise<void> = Promise.resolve();
  /** What was wrong with the file that was found, for the user to read. */
  readonly problem: AppError | undefined;

  private constructor(path: string, settings: Settings, problem?: AppError, refusal?: AppError) {
    this.#path = path;
    this.#settings = settings;
    this.problem = problem;
    this.#refusal = refusal;
  }

  /** Never fails: without a usable file the defaults apply and `problem` says why. */
  static async open(folder: string, now: () => number): Promise<SettingsStore> {
    const path = join(folder, FILE_NAME);
    await removeLeftovers(folder);
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isMissing) return new SettingsStore(path, defaultSettings);
      return await SettingsStore.#without(path, now(), 'could not be read', error);
    }
    try {
      return new SettingsStore(path, parse(text));
    } catch (error) {
      const problem = toAppError(error);
      if (problem.code === 'settings/newer-version')
        return new SettingsStore(path, defaultSettings, problem, problem);
      return await SettingsStore.#without(path, now(), 'could not be understood', error);
    }
  }

  /** The defaults, with the file kept aside; where it cannot be moved, it is never written over. */
  static async #without(path: string, nowMs: number, what: string, cause: unknown): Promise<SettingsStore> {
    const aside = await keepAside(path, nowMs);
    const fate =
      aside === undefined
        ? 'and cannot be moved: it stays as it is, and changes are not saved'
        : `and was kept as ${aside}`;
    const problem = corrupt(`${FILE_NAME} ${what} ${fate}`, cause);
    const refusal = aside === undefined ? new AppError('settings/write-failed', problem.details) : undefined;
    return new SettingsStore(path, defaultSettings, problem, refusal);
  }

  get(): Settings {
    return this.#settings;
  }

  /**
   * Applies a change at once and resolves when it is on disk.
   * @throws AppError `settings/write-failed`, `settings/newer-version` when the file is a newer version's.
   */
  async update(change: (settings: Settings) => Settings): Promise<Settings> {
    if (this.#refusal !== undefined) throw this.#refusal;
    const next = settingsSchema.parse(change(this.#settings));
    this.#settings = next;
    this.onChange.emit(next);
    const write = (): Promise<void> => writeFileAtomically(this.#path, `${JSON.stringify(next, null, 2)}\n`);
    // A failed write was told to whoever asked for it; it must not stop the next one.
    const turn = this.#writing.then(write, write);
    this.#writing = turn;
    await turn;
    return next;
  }

  /** Resolves when every change so far is on disk, or has failed and was told to its caller. */
  async flush(): Promise<void> {
    await Promise.allSettled([this.#writing]);
  }
}

function parse(text: string): Settings {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw corrupt('not JSON', error);
  }
  const result = settingsSchema.safeParse(migrate(parsed));
  if (!result.success) throw corrupt('it does not fit the schema', result.error);
  return result.data;
}

function corrupt(message: string, cause: unknown): AppError {
  return new AppError('settings/corrupt', { message }, cause);
}
