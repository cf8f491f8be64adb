/**
 * The collections of a profile, each a file `ID.json`. A file is written whole or not at all, and the one that was opened last without
 * a fault stays beside it as `ID.json.bak`. A damaged file is kept aside. What was removed can be brought back until the app ends.
 */
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../../../shared/emitter.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { isMissingFile } from '../../../shared/errors/system-code.ts';
import { idSchema } from '../../../shared/studio/document-schema.ts';
import { diskDetails, keepAside, removeLeftovers, renameFile, writeFileAtomically } from '../atomic-file.ts';
import { makePrivateFolder } from '../private-folder.ts';
import { formatCollection, MAX_COLLECTION_BYTES, nameIn, parseCollection } from './collection-file.ts';
import type { Collection } from './collection-file.ts';

const ENDING = '.json';
const BACKUP = '.bak';
const REMOVED = '.removed';

export interface CollectionHead {
  readonly id: string;
  readonly name: string;
}

export interface OpenedCollection {
  readonly collection: Collection;
  /** The file was damaged: this is its backup. */
  readonly problem?: AppError;
}

export interface CollectionFolderOptions {
  readonly folder: string;
  /** Of the wall clock, for the names of files that are kept aside. */
  readonly now: () => number;
  /** Another process owns the folder: nothing is written, moved or removed. */
  readonly isReadOnly: boolean;
}

export class CollectionFolder {
  /** A collection is new, gone or back, or has another name. */
  readonly onChange = new Emitter<void>();
  readonly isReadOnly: boolean;
  readonly #folder: string;
  readonly #now: () => number;
  /** As they were opened: the backups of files that are written over for the first time. */
  readonly #backups = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor({ folder, now, isReadOnly }: CollectionFolderOptions) {
    this.#folder = folder;
    this.#now = now;
    this.isReadOnly = isReadOnly;
  }

  /** By name. */
  async list(): Promise<readonly CollectionHead[]> {
    const names = await readdir(this.#folder).catch(() => []);
    const ids = names.flatMap((name) => {
      const id = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : '';
      return idSchema.safeParse(id).success ? [id] : [];
    });
    const heads = await Promise.all(ids.map(async (id) => ({ id, name: await this.#nameOf(id) })));
    return heads.toSorted((one, other) => one.name.localeCompare(other.name));
  }

  /**
   * Undefined where there is no such collection.
   * @throws AppError `settings/corrupt` for one that is damaged and has no backup, `settings/newer-version`
   */
  async open(id: string): Promise<OpenedCollection | undefined> {
    const path = this.#path(id);
    let cause: unknown;
    try {
      const text = await readText(path);
      if (text !== undefined) {
        const collection = parseCollection(text);
        this.#backups.set(id, text);
        this.#names.set(id, collection.name);
        return { collection };
      }
    } catch (error) {
      if (toAppError(error).code === 'settings/newer-version')
        throw withReason(
          'settings/newer-version',
          'collectionNewer',
          { name: await this.#nameOf(id) },
          error,
        );
      cause = error;
    }
    const backup = await this.#openBackup(id);
    if (cause === undefined && backup === undefined) return undefined;
    const aside = this.isReadOnly || cause === undefined ? undefined : await keepAside(path, this.#now());
    const name = backup?.name ?? id;
    if (backup !== undefined && (aside !== undefined || cause === undefined)) {
      const details = { name, file: aside ?? `${id}${ENDING}` };
      return {
        collection: backup,
        problem: withReason('settings/corrupt', 'collectionFromBackup', details, cause),
      };
    }
    if (aside !== undefined) throw withReason('settings/corrupt', 'collectionAside', { file: aside }, cause);
    throw withReason('settings/corrupt', 'collectionStuck', { file: `${id}${ENDING}` }, cause);
  }

  /** What is in the file; undefined where nothing that can be opened is. The file stays as it is in any case. */
  async peek(id: string): Promise<Collection | undefined> {
    try {
      const text = await readText(this.#path(id));
      return text === undefined ? undefined : parseCollection(text);
    } catch {
      return undefined;
    }
  }

  /** Resolves when the file is on disk. @throws AppError `settings/write-failed` */
  async save(id: string, collection: Collection): Promise<void> {
    try {
      makePrivateFolder(this.#folder);
    } catch {
      // Writing into it fails in words.
    }
    const backup = this.#backups.get(id);
    if (backup !== undefined) await writeFileAtomically(`${this.#path(id)}${BACKUP}`, backup);
    this.#backups.delete(id);
    await writeFileAtomically(this.#path(id), formatCollection(collection));
    if (this.#names.get(id) === collection.name) return;
    this.#names.set(id, collection.name);
    this.onChange.emit();
  }

  /** Removes a collection until the app ends; `restore` brings it back. @throws AppError `settings/write-failed` */
  async remove(id: string): Promise<void> {
    await this.#rename(this.#path(id), `${this.#path(id)}${REMOVED}`);
  }

  /** @throws AppError `settings/write-failed` */
  async restore(id: string): Promise<void> {
    await this.#rename(`${this.#path(id)}${REMOVED}`, this.#path(id));
  }

  /** At the start of the app: what was removed before is gone for good, and so is what a cut-off save left behind. */
  async tidy(): Promise<void> {
    if (this.isReadOnly) return;
    await removeLeftovers(this.#folder);
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (!name.endsWith(REMOVED)) continue;
      const path = join(this.#folder, name);
      await rm(path, { force: true }).catch(() => undefined);
      await rm(`${path.slice(0, -REMOVED.length)}${BACKUP}`, { force: true }).catch(() => undefined);
    }
  }

  async #rename(from: string, to: string): Promise<void> {
    try {
      await renameFile(from, to);
    } catch (error) {
      if (isMissingFile(error)) throw withReason('studio/refused', 'collectionUnknown', {}, error);
      throw withReason('settings/write-failed', 'collectionsNotChanged', diskDetails(error), error);
    }
    this.onChange.emit();
  }

  async #openBackup(id: string): Promise<Collection | undefined> {
    try {
      const text = await readText(`${this.#path(id)}${BACKUP}`);
      return text === undefined ? undefined : parseCollection(text);
    } catch {
      return undefined;
    }
  }

  async #nameOf(id: string): Promise<string> {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    for (const path of [this.#path(id), `${this.#path(id)}${BACKUP}`]) {
      const text = await readText(path).catch(() => undefined);
      const name = text === undefined ? undefined : nameIn(text);
      if (name !== undefined) return name;
    }
    return id;
  }

  #path(id: string): string {
    return join(this.#folder, `${id}${ENDING}`);
  }
}

/** Undefined where there is no file. */
async function readText(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size > MAX_COLLECTION_BYTES) throw new Error('not a collection');
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissingFile(error)) return undefined;
    throw error;
  }
}
