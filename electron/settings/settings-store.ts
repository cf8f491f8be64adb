/**
 * The settings file and the file of the open collection: read once, changed in memory, written atomically after each change, one
 * write at a time; what is written is always the newest. A file that cannot be read is kept aside and said; a newer version's file is
 * kept and never written over. Read-only, for a process beside the one that owns the files: changes hold for the run and no file is
 * touched.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../../shared/emitter.ts';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { ErrorReason } from '../../shared/errors/error-reasons.ts';
import { isMissingFile } from '../../shared/errors/system-code.ts';
import { defaultSettings, savedSettingsSchema, settingsSchema } from '../../shared/settings/settings.ts';
import type { SavedSettings, Settings } from '../../shared/settings/settings.ts';
import { TaskQueue } from '../../shared/task-queue.ts';
import { keepAside, removeLeftovers, writeFileAtomically } from './atomic-file.ts';
import type { Collection } from './collections/collection-file.ts';
import { CollectionFolder } from './collections/collection-folder.ts';
import type { CollectionHead } from './collections/collection-folder.ts';
import { moveOlderSide, withOlderSide } from './collections/older-side.ts';
import type { OlderSide } from './collections/older-side.ts';
import { FIRST_ID, openCurrent } from './collections/open-current.ts';
import type { CurrentCollection } from './collections/open-current.ts';
import { migrate } from './migrations.ts';

export const SETTINGS_FILE = 'settings.json';
export const COLLECTIONS_FOLDER = 'collections';
/** The steps of a gesture are saved so often at most: a crash loses no more of it. */
const SAVE_PAUSE_MS = 500;

/** The settings file as it was found. */
interface FoundSettings {
  readonly text?: string | undefined;
  readonly settings: SavedSettings;
  readonly problem?: AppError;
  readonly refusal?: AppError | undefined;
}

interface SettingsStoreParts {
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly found: FoundSettings;
  readonly collections: CollectionFolder;
  readonly current: CurrentCollection;
  /** Of a collection that couldn't be saved: the next start tries again. */
  readonly olderSide?: OlderSide | undefined;
}

const { studio: _studio, ...savedDefaults } = defaultSettings;

export class SettingsStore {
  readonly onChange = new Emitter<Settings>();
  /** A gesture could not be saved; the next change tries again. */
  readonly onNotSaved = new Emitter<AppError>();
  readonly collections: CollectionFolder;
  readonly #path: string;
  /** As it was read; undefined where there was no file. */
  readonly #text: string | undefined;
  readonly #isReadOnly: boolean;
  /** Why the file must not be written over. */
  readonly #refusal: AppError | undefined;
  #settings: Settings;
  #collection: CollectionHead;
  /** What the files have. */
  #savedText: string | undefined;
  #savedCollection: (CollectionHead & Collection) | undefined;
  #isFresh: boolean;
  readonly #olderSide: OlderSide | undefined;
  readonly #writes = new TaskQueue();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was wrong with the file that was found, for the user to read. */
  readonly problem: AppError | undefined;
  /** The same of the collection's. */
  readonly collectionProblem: AppError | undefined;

  private constructor({ path, isReadOnly, found, collections, current, olderSide }: SettingsStoreParts) {
    const { id, name, document, isSaved, isFresh = false, problem } = current;
    this.#path = path;
    this.#olderSide = olderSide;
    this.#text = found.text;
    this.#isReadOnly = isReadOnly;
    const collectionId = id === FIRST_ID ? found.settings.collectionId : id;
    this.#settings = {
      ...found.settings,
      ...(collectionId === undefined ? {} : { collectionId }),
      studio: document,
    };
    this.#collection = { id, name };
    this.#savedCollection = isSaved ? { id, name, document } : undefined;
    this.#isFresh = isFresh;
    this.problem = found.problem;
    this.collectionProblem = problem;
    this.#refusal = found.refusal;
    this.collections = collections;
  }

  /** Never fails: without a usable file the defaults apply and `problem` says why. */
  static async open(folder: string, now: () => number, isReadOnly = false): Promise<SettingsStore> {
    const path = join(folder, SETTINGS_FILE);
    if (!isReadOnly) await removeLeftovers(folder);
    const collections = new CollectionFolder({ folder: join(folder, COLLECTIONS_FOLDER), now, isReadOnly });
    await collections.tidy();
    const found = await findSettings(path, now(), isReadOnly);
    const { micChannel: side, ...settings } = found.settings;
    const { collectionId = FIRST_ID, studio } = settings;
    const current = await openCurrent(collections, collectionId, studio);
    const parts = { path, isReadOnly, found: { ...found, settings }, collections, current };
    if (side === undefined || side === 'stereo') return new SettingsStore(parts);
    const document = withOlderSide(current.document, side);
    const isSame = document === current.document;
    const sided = { ...parts, current: { ...current, document, isSaved: current.isSaved && isSame } };
    const isMoved = isReadOnly || (await moveOlderSide(collections, side, current.id));
    return new SettingsStore({ ...sided, olderSide: isMoved ? undefined : side });
  }

  /** Whether the file is still as it was read. */
  async isCurrent(): Promise<boolean> {
    return (await readText(this.#path).catch(() => undefined)) === this.#text;
  }

  get(): Settings {
    return this.#settings;
  }

  /** The open one. */
  get collection(): CollectionHead {
    return this.#collection;
  }

  /**
   * Applies a change at once and resolves when it is on disk; read-only, it holds for the run.
   * @throws AppError `settings/write-failed`, `settings/newer-version` when the file is a newer version's.
   */
  async update(change: (settings: Settings) => Settings): Promise<Settings> {
    const next = this.#apply(change);
    await this.#save();
    return next;
  }

  /** Applies a step of a gesture at once; it is on disk a moment later. @throws AppError as `update`, for what must not be written. */
  updateSoon(change: (settings: Settings) => Settings): void {
    this.#apply(change);
    this.#timer ??= setTimeout(() => {
      this.#save().catch((error: unknown) => this.onNotSaved.emit(toAppError(error)));
    }, SAVE_PAUSE_MS);
  }

  /**
   * Opens another collection in place of the open one, whose changes are saved first. Resolves when the settings name it.
   * @throws AppError as `update`
   */
  async openCollection({ id, name, document }: CollectionHead & Collection): Promise<void> {
    // The first collection of a profile stays, also when nothing was ever changed in it.
    if (this.#isFresh) this.#savedCollection = undefined;
    await this.#save();
    this.#collection = { id, name };
    this.#savedCollection = { id, name, document };
    await this.update((settings) => ({ ...settings, collectionId: id, studio: document }));
  }

  /** @throws AppError as `update` */
  async renameCollection(name: string): Promise<void> {
    const before = this.#collection;
    this.#collection = { ...before, name };
    try {
      await this.update((settings) => settings);
    } catch (error) {
      this.#collection = before;
      throw error;
    }
  }

  /** Resolves when every change so far is on disk, or has failed and was told. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined)
      await this.#save().catch((error: unknown) => this.onNotSaved.emit(toAppError(error)));
    await this.#writes.settle();
  }

  #apply(change: (settings: Settings) => Settings): Settings {
    if (this.#refusal !== undefined && !this.#isReadOnly) throw this.#refusal;
    const changed = change(this.#settings);
    const checked = settingsSchema.parse(changed);
    // The same document stays the same object.
    const isSameStudio = changed.studio === this.#settings.studio;
    const next = isSameStudio ? { ...checked, studio: changed.studio } : checked;
    this.#settings = next;
    this.onChange.emit(next);
    return next;
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isReadOnly) return;
    if (this.#refusal !== undefined) throw this.#refusal;
    await this.#writes.run(async () => {
      const { studio, ...settings } = this.#settings;
      // The document first: settings of before hold it until it has a file of its own.
      await this.#saveCollection({ ...this.#collection, document: studio });
      const saved = { ...settings, micChannel: this.#olderSide };
      const text = `${JSON.stringify(saved, undefined, 2)}\n`;
      if (text === this.#savedText) return;
      await writeFileAtomically(this.#path, text);
      this.#savedText = text;
    });
  }

  async #saveCollection(next: CollectionHead & Collection): Promise<void> {
    const saved = this.#savedCollection;
    if (saved?.id === next.id && saved.name === next.name && saved.document === next.document) return;
    await this.collections.save(next.id, next);
    this.#savedCollection = next;
    this.#isFresh = false;
  }
}

async function findSettings(path: string, nowMs: number, isReadOnly: boolean): Promise<FoundSettings> {
  let text: string | undefined;
  try {
    text = await readText(path);
    return { text, settings: text === undefined ? savedDefaults : parse(text) };
  } catch (error) {
    const problem = toAppError(error);
    const none = { text, settings: savedDefaults };
    return problem.code === 'settings/newer-version'
      ? { ...none, problem, refusal: problem }
      : { ...none, ...(await putAside(path, nowMs, isReadOnly, error)) };
  }
}

/** The file is kept aside; where it cannot be moved, it is never written over. */
async function putAside(
  path: string,
  nowMs: number,
  isReadOnly: boolean,
  cause: unknown,
): Promise<Pick<FoundSettings, 'problem' | 'refusal'>> {
  if (isReadOnly) return { problem: corrupt('settingsUnread', SETTINGS_FILE, cause) };
  const aside = await keepAside(path, nowMs);
  if (aside !== undefined) return { problem: corrupt('settingsAside', aside, cause) };
  const problem = corrupt('settingsStuck', SETTINGS_FILE, cause);
  return { problem, refusal: new AppError('settings/write-failed', problem.details) };
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

function parse(text: string): SavedSettings {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new AppError('settings/corrupt', {}, error);
  }
  const result = savedSettingsSchema.safeParse(migrate(parsed));
  if (!result.success) throw new AppError('settings/corrupt', {}, result.error);
  return result.data;
}

function corrupt(reason: ErrorReason, file: string, cause: unknown): AppError {
  return withReason('settings/corrupt', reason, { file }, cause);
}
