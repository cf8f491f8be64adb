/** Exports and imports of collections in a folder of a test, by a person who chooses what it says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { CollectionTransfer } from '../../../electron/main/collections/collection-transfer.ts';
import { SettingsStore } from '../../../electron/settings/settings-store.ts';
import type { ImportedPage } from '../../../shared/obs-collection/page-secrets.ts';
import type { TransferProgress } from '../../../shared/studio/collections/collection-import.ts';
import { defaultDocument } from '../../../shared/studio/document.ts';
import type { Source, StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';

/** A person who chooses these in main's dialogs. */
interface Choices {
  readonly file?: string;
  readonly target?: string;
  readonly parent?: string;
}

/** The default document with images of these files. */
export function withImages(paths: readonly string[]): StudioDocument {
  const images = paths.map((path, index): Source => {
    return { id: `image-${index}`, name: `Image ${index}`, kind: 'video', input: { type: 'image', path } };
  });
  return { ...defaultDocument, sources: [...defaultDocument.sources, ...images] };
}

/** Writes a file in the folder. */
function put(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

interface TransferOptions {
  readonly folder: string;
  readonly choices: Choices;
  readonly document?: StudioDocument | undefined;
  readonly obsFolders?: readonly string[] | undefined;
  /** Called each time that more is copied. */
  readonly whileCopying?: ((transfer: CollectionTransfer) => void) | undefined;
}

async function openTransfer({ folder, choices, document, obsFolders = [], whileCopying }: TransferOptions) {
  const { file, target, parent } = choices;
  const settings = await SettingsStore.open(join(folder, 'profile'), () => 7);
  if (document !== undefined) await settings.update((current) => ({ ...current, studio: document }));
  const dialogs = {
    chooseFile: () => Promise.resolve(file),
    chooseTarget: () => Promise.resolve(target),
    chooseFolder: () => Promise.resolve(parent),
  };
  const pages: ImportedPage[] = [];
  const keepPages = async (imported: readonly ImportedPage[]) => {
    pages.push(...imported);
    await Promise.resolve();
  };
  const copied: PageIds[] = [];
  const copyPages = async (ids: PageIds) => {
    copied.push(ids);
    await Promise.resolve();
  };
  const progress: (TransferProgress | undefined)[] = [];
  const onProgress = (each: TransferProgress | undefined) => {
    progress.push(each);
    if (each !== undefined) whileCopying?.(transfer);
  };
  const transfer = new CollectionTransfer({
    ...{ settings, dialogs, obsFolders, keepPages, copyPages, onProgress },
  });
  return { settings, transfer, pages, copied, progress };
}

/** A folder for each test of a file, with what is done in it. */
export function transferFolder() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'upcast-transfer-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return {
    at: (...parts: readonly string[]) => join(folder, ...parts),
    put: (name: string, text: string) => put(folder, name, text),
    openTransfer: async (
      choices: Choices,
      document?: StudioDocument,
      obsFolders?: readonly string[],
      whileCopying?: TransferOptions['whileCopying'],
    ) => await openTransfer({ folder, choices, document, obsFolders, whileCopying }),
  };
}
