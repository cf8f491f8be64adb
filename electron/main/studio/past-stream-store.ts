/**
 * The reports of past streams in a folder of the app's own: `ID.json` with summary and events, `ID.samples` with the
 * figures. The newest 50 or 200 MB are kept. What was deleted can be brought back until the app ends.
 */
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { isMissingFile } from '../../../shared/errors/system-code.ts';
import { pastStreamSchema, readSavedEvent } from '../../../shared/broadcast/past-stream.ts';
import type { PastStream, PastStreamHead } from '../../../shared/broadcast/past-stream.ts';
import type { BroadcastEvent, StatsSummary } from '../../../shared/broadcast/statistics.ts';
import { withSentence } from '../../../shared/text/with-sentence.ts';
import { makePrivateFolder } from '../../settings/private-folder.ts';
import { diskDetails, removeLeftovers, renameFile, writeFileAtomically } from '../../settings/atomic-file.ts';
import { TaskQueue } from '../../../shared/task-queue.ts';

const MAXIMUM_STREAMS = 50;
const MAXIMUM_BYTES = 200_000_000;
/** A longer file is not one of ours. */
const MAXIMUM_FILE_BYTES = 100_000_000;
const namePattern = /^(\d{8}-\d{6}-\d{3})\.json$/;
const DELETED = '.deleted';

export interface PastStreamStoreOptions {
  readonly folder: string;
  /** A report that cannot be read: it is left where it is. */
  readonly onUnreadable: (id: string, error: unknown) => void;
  readonly maximumStreams?: number;
  readonly maximumBytes?: number;
}

export class PastStreamStore {
  readonly #options: PastStreamStoreOptions;
  readonly #changes = new TaskQueue();

  constructor(options: PastStreamStoreOptions) {
    this.#options = options;
  }

  /** Resolves when it is on disk, and the oldest are gone. @throws AppError `settings/write-failed`. */
  async add(
    summary: StatsSummary,
    events: readonly BroadcastEvent[],
    samples: Uint8Array,
  ): Promise<PastStreamHead> {
    const id = idOf(summary.startedMs);
    return await this.#changes.run(async () => {
      // The figures first: a report is listed once its JSON is there.
      await writeFileAtomically(this.#path(id, 'samples'), samples);
      await writeFileAtomically(
        this.#path(id, 'json'),
        JSON.stringify({ version: 1, summary, events: events.map(withSentence) }),
      );
      await this.#removeOldest().catch((error: unknown) => {
        throw cannotChange(error);
      });
      return { id, summary };
    });
  }

  /** Newest first. */
  async list(): Promise<readonly PastStreamHead[]> {
    const heads: PastStreamHead[] = [];
    for (const id of await this.#ids()) {
      try {
        heads.push({ id, summary: (await this.#read(id)).summary });
      } catch (error) {
        this.#options.onUnreadable(id, error);
      }
    }
    return heads;
  }

  /** @throws AppError `report/gone`, `report/unreadable`. */
  async open(id: string): Promise<PastStream> {
    const kept = await this.#read(id);
    const path = this.#path(id, 'samples');
    const isThere = await sizeOf(path);
    const samples = isThere > 0 && isThere <= MAXIMUM_FILE_BYTES ? await readFile(path) : new Uint8Array();
    return { id, summary: kept.summary, events: kept.events, samples };
  }

  /** Deletes a report until the app ends; `restore` brings it back. @throws AppError `report/gone`, `settings/write-failed`. */
  async delete(id: string): Promise<void> {
    await this.#changes.run(async () => {
      await this.#rename(id, 'json', '', DELETED);
      await this.#rename(id, 'samples', '', DELETED);
    });
  }

  async restore(id: string): Promise<void> {
    await this.#changes.run(async () => {
      // The figures first, as when it was added: it is listed with them or not at all.
      await this.#rename(id, 'samples', DELETED, '');
      await this.#rename(id, 'json', DELETED, '');
    });
  }

  /** At the start of the app: what was deleted before is gone for good, and so is what a cut-off save left behind. */
  async tidy(): Promise<void> {
    await this.#changes.run(async () => {
      await removeLeftovers(this.#options.folder);
      const names = await this.#names();
      for (const name of names) {
        // Figures without a report: it was never finished, or is deleted.
        const isOrphan = name.endsWith('.samples') && !names.includes(name.replace(/samples$/, 'json'));
        if (isOrphan || name.endsWith(DELETED)) await rm(join(this.#options.folder, name), { force: true });
      }
      await this.#removeOldest();
    });
  }

  /** Resolves when everything asked for so far is done. */
  async settle(): Promise<void> {
    await this.#changes.settle();
  }

  async #rename(id: string, ending: 'json' | 'samples', from: string, to: string): Promise<void> {
    const path = this.#path(id, ending);
    try {
      await renameFile(`${path}${from}`, `${path}${to}`);
    } catch (error) {
      // A report without figures is one too.
      if (ending === 'samples' && isMissingFile(error)) return;
      if (!isMissingFile(error)) throw cannotChange(error);
      throw new AppError('report/gone', {}, error);
    }
  }

  async #removeOldest(): Promise<void> {
    const { maximumStreams = MAXIMUM_STREAMS, maximumBytes = MAXIMUM_BYTES } = this.#options;
    let bytes = 0;
    for (const [index, id] of (await this.#ids()).entries()) {
      bytes += Math.max(0, await sizeOf(this.#path(id, 'json')));
      bytes += Math.max(0, await sizeOf(this.#path(id, 'samples')));
      // The newest stays, whatever its size.
      if (index === 0 || (index < maximumStreams && bytes <= maximumBytes)) continue;
      await rm(this.#path(id, 'json'), { force: true });
      await rm(this.#path(id, 'samples'), { force: true });
    }
  }

  async #read(id: string): Promise<Omit<PastStream, 'samples'>> {
    const damaged = (cause: unknown) => new AppError('report/unreadable', {}, cause);
    try {
      const path = this.#path(id, 'json');
      if ((await sizeOf(path)) > MAXIMUM_FILE_BYTES) throw damaged('too long');
      const kept = pastStreamSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      // The schema checks every field that is read; it leaves later ones in.
      return { id, summary: kept.summary as StatsSummary, events: kept.events.map(readSavedEvent) };
    } catch (error) {
      if (isMissingFile(error)) throw new AppError('report/gone', {}, error);
      throw damaged(error);
    }
  }

  /** Newest first. */
  async #ids(): Promise<string[]> {
    const names = await this.#names();
    return names
      .flatMap((name) => namePattern.exec(name)?.[1] ?? [])
      .toSorted()
      .toReversed();
  }

  async #names(): Promise<string[]> {
    makePrivateFolder(this.#options.folder);
    return await readdir(this.#options.folder);
  }

  #path(id: string, ending: 'json' | 'samples'): string {
    return join(this.#options.folder, `${id}.${ending}`);
  }
}

/** `20260131-180509-123`, in UTC: names that sort by time. */
function idOf(startedMs: number): string {
  const digits = new Date(startedMs).toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${digits.slice(14, 17)}`;
}

/** -1 when it is not there. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissingFile(error)) return -1;
    throw error;
  }
}

function cannotChange(error: unknown): AppError {
  return withReason('settings/write-failed', 'reportsNotChanged', diskDetails(error), error);
}
