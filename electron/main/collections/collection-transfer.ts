/**
 * Export and import of collections: the person chooses files and folders in main's own dialogs, sees what a file holds, and only then
 * is a collection made of it. The window names no path.
 */
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { importedPages } from '../../../shared/obs-collection/page-secrets.ts';
import type { ImportedPage } from '../../../shared/obs-collection/page-secrets.ts';
import { readCollection } from '../../../shared/obs-collection/read-collection.ts';
import type { ReportEntry } from '../../../shared/obs-collection/report.ts';
import { devicesOf } from '../../../shared/obs-collection/document/to-devices.ts';
import { toDocument } from '../../../shared/obs-collection/to-document.ts';
import type { CollectionName } from '../../../shared/studio/collections/collection-commands.ts';
import type {
  ChosenDevice,
  CollectionPreview,
  ExportedCollection,
  FoundCollection,
  ImportedDevice,
  ImportedFile,
  TransferProgress,
} from '../../../shared/studio/collections/collection-import.ts';
import { encodingOf, listedScenes } from '../../../shared/studio/document.ts';
import type { Source } from '../../../shared/studio/document-schema.ts';
import { mapPaths, pathsIn } from '../../../shared/studio/files/document-paths.ts';
import { withNewPageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import { COLLECTION_FORMAT } from '../../settings/collections/collection-file.ts';
import type { Collection } from '../../settings/collections/collection-file.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { readSourceFile } from '../source-files/read-file.ts';
import { exportCollection, plainName } from './exported-folder.ts';
import type { TransferWatch } from './exported-folder.ts';
import { findFiles } from './find-files.ts';
import { canvasOfProfiles, findObsCollections } from './obs-folders.ts';
import type { FoundFile } from './obs-folders.ts';
import { copyFiles, readExported } from './read-exported.ts';
import type { ExportedFolder } from './read-exported.ts';
import { addCollection, readOne } from './run-collection-command.ts';

/** What main reads in a moment: it answers nothing else meanwhile. Real collections have some 50 KB. */
const MAX_BYTES = 4 * 1024 * 1024;

/** Each undefined when the person changed their mind. */
export interface TransferDialogs {
  readonly chooseFile: () => Promise<string | undefined>;
  /** A folder that isn't there yet. */
  readonly chooseTarget: (name: string) => Promise<string | undefined>;
  readonly chooseFolder: (why: 'copy' | 'search') => Promise<string | undefined>;
}

export interface CollectionTransferParts {
  readonly settings: SettingsStore;
  readonly dialogs: TransferDialogs;
  readonly obsFolders: readonly string[];
  /** Seals the addresses of browser pages. */
  readonly keepPages: (pages: readonly ImportedPage[]) => Promise<void>;
  /** Seals what is known of pages once more, for the same pages under other ids. */
  readonly copyPages: (ids: PageIds) => Promise<void>;
  /** Undefined once nothing is copied any more. */
  readonly onProgress: (progress: TransferProgress | undefined) => void;
}

type OpenImport = { readonly fileName: string } & (
  | { readonly from: 'upcast'; readonly exported: ExportedFolder }
  | {
      readonly from: 'obs';
      readonly collection: Collection;
      readonly pages: readonly ImportedPage[];
      readonly files: readonly ImportedFile[];
      readonly report: readonly ReportEntry[];
      readonly devices: readonly ImportedDevice[];
    }
);

export class CollectionTransfer {
  readonly #parts: CollectionTransferParts;
  #found: readonly FoundFile[] = [];
  #open: OpenImport | undefined;
  /** Of the copies under way. */
  #copying: AbortController | undefined;

  constructor(parts: CollectionTransferParts) {
    this.#parts = parts;
  }

  /** Undefined when no place was chosen, or it was cancelled. @throws AppError `studio/refused`, `settings/write-failed` */
  async export(collectionId: string): Promise<ExportedCollection | undefined> {
    const { settings, dialogs } = this.#parts;
    const collection = await readOne(settings, collectionId);
    const target = await dialogs.chooseTarget(plainName(collection.name));
    if (target === undefined) return undefined;
    return await this.#copy(async (watch) => await exportCollection(collection, target, watch));
  }

  /** Ends the copies under way. */
  cancel(): void {
    this.#copying?.abort();
  }

  /** In OBS' own folders. */
  async find(): Promise<readonly FoundCollection[]> {
    this.#found = await findObsCollections(this.#parts.obsFolders);
    return this.#found.map(({ name }, index) => ({ index, name }));
  }

  /** Opens a found one, or a file that the person chooses; undefined when they chose none. @throws AppError `input/bad-file` */
  async open(index: number | undefined): Promise<CollectionPreview | undefined> {
    const path = index === undefined ? await this.#parts.dialogs.chooseFile() : this.#found[index]?.path;
    if (path === undefined) return undefined;
    this.#open = await this.#read(path);
    return previewOf(this.#open);
  }

  /** Looks for the missing files in a folder that the person chooses. */
  async locate(): Promise<CollectionPreview | undefined> {
    const open = this.#open;
    if (open?.from !== 'obs') return undefined;
    const folder = await this.#parts.dialogs.chooseFolder('search');
    if (folder === undefined) return undefined;
    const missing = open.files.flatMap(({ path, isThere }) => (isThere ? [] : [path]));
    const found = await findFiles(folder, missing);
    const change = (path: string): string => found.get(path) ?? path;
    const document = mapPaths(open.collection.document, change) as Collection['document'];
    const files = open.files.map(({ path, isThere }) => ({
      path: change(path),
      isThere: isThere || found.has(path),
    }));
    this.#open = { ...open, collection: { ...open.collection, document }, files };
    return previewOf(this.#open);
  }

  /** Makes a collection of the open file. Undefined when no place for its files was chosen, or it was cancelled. @throws AppError */
  async import(devices: readonly ChosenDevice[] = []): Promise<CollectionName | undefined> {
    const open = this.#open;
    if (open === undefined) throw withReason('input/bad-message', 'fileNotOpen');
    const collection = await this.#collectionOf(open, devices);
    if (collection === undefined) return undefined;
    if (open.from === 'obs') await this.#parts.keepPages(open.pages);
    const added = await addCollection(this.#parts.settings, collection);
    this.#open = undefined;
    return added;
  }

  discard(): void {
    this.#open = undefined;
  }

  async #collectionOf(open: OpenImport, devices: readonly ChosenDevice[]): Promise<Collection | undefined> {
    if (open.from === 'obs') return withDevices(open.collection, open.devices, devices);
    const collection = await this.#withFiles(open.exported);
    if (collection === undefined) return undefined;
    const { document, ids } = withNewPageIds(collection.document, randomUUID);
    await this.#parts.copyPages(ids);
    return { ...collection, document };
  }

  async #withFiles(exported: ExportedFolder): Promise<Collection | undefined> {
    // Without files there is nothing to keep anywhere.
    if (!exported.files.some(({ isThere }) => isThere)) return exported.collection;
    const parent = await this.#parts.dialogs.chooseFolder('copy');
    if (parent === undefined) return undefined;
    return await this.#copy(async (watch) => await copyFiles(exported, parent, watch));
  }

  /** One at a time. Undefined when it was cancelled. */
  async #copy<T>(work: (watch: TransferWatch) => Promise<T>): Promise<T | undefined> {
    if (this.#copying !== undefined) throw withReason('studio/refused', 'collectionBusy');
    const copying = new AbortController();
    this.#copying = copying;
    const { onProgress } = this.#parts;
    try {
      return await work({ signal: copying.signal, onProgress });
    } catch (error) {
      if (copying.signal.aborted) return undefined;
      throw error;
    } finally {
      this.#copying = undefined;
      onProgress(undefined);
    }
  }

  async #read(path: string): Promise<OpenImport> {
    const fileName = basename(path);
    const text = new TextDecoder().decode(await readBounded(path));
    const data = exportedData(text);
    if (data !== undefined) return { from: 'upcast', fileName, exported: await readExported(path, data) };
    const found = readCollection(text, await canvasOfProfiles(path));
    const imported = toDocument(found, encodingOf(this.#parts.settings.get().studio));
    const { report } = imported;
    const { document, ids } = withNewPageIds(imported.document, randomUUID);
    const pages = importedPages(found, imported.document).map((page) => ({
      ...page,
      sourceId: ids.get(page.sourceId) ?? page.sourceId,
    }));
    const collection = { name: found.name === '' ? fileName.replace(/\.json$/i, '') : found.name, document };
    const files = await Promise.all(
      pathsIn(document).map(async (each) => ({ path: each, isThere: await isHere(each) })),
    );
    const devices = devicesOf(found, imported.document);
    return { from: 'obs', fileName, collection, pages, files, report, devices };
  }
}

function previewOf(open: OpenImport): CollectionPreview {
  const { from, fileName } = open;
  const { name, document } = from === 'obs' ? open.collection : open.exported.collection;
  return {
    ...{ from, fileName, name, scenes: listedScenes(document).length, sources: document.sources.length },
    ...{
      files: from === 'obs' ? open.files : open.exported.files,
      report: from === 'obs' ? open.report : [],
      devices: from === 'obs' ? open.devices : [],
    },
  };
}

/** @throws AppError `input/bad-message` for a device that isn't to be chosen, or one of another kind */
function withDevices(
  collection: Collection,
  offered: readonly ImportedDevice[],
  chosen: readonly ChosenDevice[],
): Collection {
  for (const { sourceId, input } of chosen)
    if (offered.find((device) => device.sourceId === sourceId)?.kind !== input.type)
      throw new AppError('input/bad-message', { message: 'no such device is to be chosen' });
  const inputs = new Map(chosen.map(({ sourceId, input }) => [sourceId, input]));
  const sources = collection.document.sources.map((source): Source => {
    const input = inputs.get(source.id);
    if (input === undefined) return source;
    // The kinds are the same: a camera stays one.
    return { ...source, input } as Source;
  });
  return { ...collection, document: { ...collection.document, sources } };
}

/** Undefined for what is no file of Upcast's. */
function exportedData(text: string): unknown {
  if (!text.includes(COLLECTION_FORMAT)) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    const isOurs = typeof data === 'object' && data !== null && 'format' in data;
    return isOurs && data.format === COLLECTION_FORMAT ? data : undefined;
  } catch {
    return undefined;
  }
}

/** @throws AppError `input/bad-file` */
async function readBounded(path: string): Promise<Uint8Array> {
  try {
    return await readSourceFile(path, { maxBytes: MAX_BYTES, part: 'whole' });
  } catch (cause) {
    const { details } = toAppError(cause);
    const isLarge = details['reason'] === 'fileTooLarge';
    throw withReason('input/bad-file', isLarge ? 'collectionTooLarge' : 'fileNotOpened', details, cause);
  }
}

/** A name on a network isn't asked for: the other computer would learn who asks. */
async function isHere(path: string): Promise<boolean> {
  if (/^[\\/]{2}/.test(path)) return false;
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
