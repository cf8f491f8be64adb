/**
 * The settings file: read once, changed in memory, written atomically after each change, one write at a time.
 * A file that cannot be read is kept aside and said; a newer version's file is kept and never written over. Read-only, for a
 * process beside the one that owns the file: changes hold for the run and no file is touched.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../../shared/emitter.ts';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';
import { isMissingFile } from '../../shared/errors/system-code.ts';
import { defaultSettings, settingsSchema } from '../../shared/settings/settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { keepAside, removeLeftovers, writeFileAtomically } from './atomic-file.ts';
import { migrate } from './migrations.ts';
import { TaskQueue } from '../../shared/task-queue.ts';

const FILE_NAME = 'settings.json';

interface SettingsStoreParts {
  readonly path: string;
  readonly text?: string;
  readonly isReadOnly: boolean;
  readonly settings: Settings;
  readonly problem?: AppError;
  readonly refusal?: AppError | undefined;
}

export class SettingsStore {
  readonly onChange = new Emitter<Settings>();
  readonly #path: string;
  /** As it was read; undefined where there was no file. */
  readonly #text: string | undefined;
  readonly #isReadOnly: boolean;
  /** Why the file must not be written over. */
  readonly #refusal: AppError | undefined;
  #settings: Settings;
  readonly #writes = new TaskQueue();
  /** What was wrong with the file that was found, for the user to read. */
  readonly problem: AppError | undefined;

  private constructor({ path, text, isReadOnly, settings, problem, refusal }: SettingsStoreParts) {
    this.#path = path;
    this.#text = text;
    this.#isReadOnly = isReadOnly;
    this.#settings = settings;
    this.problem = problem;
    this.#refusal = refusal;
  }

  /** Never fails: without a usable file the defaults apply and `problem` says why. */
  static async open(folder: string, now: () => number, isReadOnly = false): Promise<SettingsStore> {
    const path = join(folder, FILE_NAME);
    if (!isReadOnly) await removeLeftovers(folder);
    const none = { path, isReadOnly, settings: defaultSettings };
    let text: string | undefined;
    try {
      text = await readText(path);
    } catch (error) {
      return await SettingsStore.#without(none, now(), error);
    }
    if (text === undefined) return new SettingsStore(none);
    try {
      return new SettingsStore({ ...none, text, settings: parse(text) });
    } catch (error) {
      const problem = toAppError(error);
      if (problem.code === 'settings/newer-version')
        return new SettingsStore({ ...none, text, problem, refusal: problem });
      return await SettingsStore.#without({ ...none, text }, now(), error);
    }
  }

  /** The defaults, with the file kept aside; where it cannot be moved, it is never written over. */
  static async #without(parts: SettingsStoreParts, nowMs: number, cause: unknown): Promise<SettingsStore> {
    if (parts.isReadOnly)
      return new SettingsStore({ ...parts, problem: corrupt('settingsUnread', FILE_NAME, cause) });
    const aside = await keepAside(parts.path, nowMs);
    const problem =
      aside === undefined
        ? corrupt('settingsStuck', FILE_NAME, cause)
        : corrupt('settingsAside', aside, cause);
    const refusal = aside === undefined ? new AppError('settings/write-failed', problem.details) : undefined;
    return new SettingsStore({ ...parts, problem, refusal });
  }

  /** Whether the file is still as it was read. */
  async isCurrent(): Promise<boolean> {
    return (await readText(this.#path).catch(() => undefined)) === this.#text;
  }

  get(): Settings {
    return this.#settings;
  }

  /**
   * Applies a change at once and resolves when it is on disk; read-only, it holds for the run.
   * @throws AppError `settings/write-failed`, `settings/newer-version` when the file is a newer version's.
   */
  async update(change: (settings: Settings) => Settings): Promise<Settings> {
    if (this.#refusal !== undefined && !this.#isReadOnly) throw this.#refusal;
    const next = settingsSchema.parse(change(this.#settings));
    this.#settings = next;
    this.onChange.emit(next);
    if (this.#isReadOnly) return next;
    const write = (): Promise<void> =>
      writeFileAtomically(this.#path, `${JSON.stringify(next, undefined, 2)}\n`);
    await this.#writes.run(write);
    return next;
  }

  /** Resolves when every change so far is on disk, or has failed and was told to its caller. */
  async flush(): Promise<void> {
    await this.#writes.settle();
  }
}

/** Undefined where there is no file. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}

function parse(text: string): Settings {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new AppError('settings/corrupt', {}, error);
  }
  const result = settingsSchema.safeParse(migrate(parsed));
  if (!result.success) throw new AppError('settings/corrupt', {}, result.error);
  return result.data;
}

function corrupt(reason: ErrorReason, file: string, cause: unknown): AppError {
  return withReason('settings/corrupt', reason, { file }, cause);
}
