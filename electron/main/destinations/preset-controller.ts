/**
 * Import and export of presets: the person chooses the file in the system's dialog, main reads and writes it, and the
 * window sees what it may: names, hosts, whether there is a key. Keys go from the file to the keychain, or back, and nowhere
 * else.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import {
  MAX_PRESET_FILE_BYTES,
  MAX_PRESETS,
  PRESET_FILE_FORMAT,
  PRESET_FILE_VERSION,
  presetSchema,
} from '../../../shared/destinations/preset-file.ts';
import type {
  ImportPreview,
  ImportPreviewEntry,
  Preset,
  PresetFile,
  PresetSecrets,
} from '../../../shared/destinations/preset-file.ts';
import { secretFlags } from '../../../shared/destinations/destination.ts';
import { secretsOf } from '../../../shared/destinations/destination-secrets.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../../shared/destinations/destination-secrets.ts';
import { publishedAddressesOf } from '../../../shared/destinations/server-secret.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import { writeFileAtomically } from '../../settings/atomic-file.ts';
import type { OpenedPresets } from '../../settings/preset-import.ts';
import { sealPresets } from '../../settings/preset-seal.ts';
import type { PresetRequest, ReadPresets } from '../../settings/preset-thread.ts';
import type { DestinationStore } from './destination-store.ts';

export interface PresetControllerOptions {
  readonly destinationStore: DestinationStore;
  readonly register: SecretRegister;
  /** Reads a file elsewhere than in main. */
  readonly read: ReadPresets;
  /** Asks the person for a file to read; undefined when they changed their mind. */
  readonly chooseFile: () => Promise<string | undefined>;
  /** Asks the person where to write. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>;
}

interface OpenFile {
  readonly fileName: string;
  readonly presets: OpenedPresets;
}

export class PresetController {
  readonly #options: PresetControllerOptions;
  #open: OpenFile | undefined;
  /** Cancels what is being read. */
  #reading: AbortController | undefined;
  /** Ids that an import of this run gave, which alone can be taken back. */
  readonly #added = new Set<string>();

  constructor(options: PresetControllerOptions) {
    this.#options = options;
  }

  /** Undefined when the person chose no file, or cancelled while it was read. @throws AppError `input/bad-file`. */
  async openFile(): Promise<ImportPreview | undefined> {
    this.discard();
    const path = await this.#options.chooseFile();
    if (path === undefined) return undefined;
    try {
      return await this.#read(basename(path), { type: 'open', path });
    } catch (error) {
      if (toAppError(error).code === 'internal/aborted') return undefined;
      throw error;
    }
  }

  /** @throws AppError `settings/wrong-passphrase`, `input/bad-file`; `internal/aborted` when it was cancelled. */
  async unlock(passphrase: string): Promise<ImportPreview> {
    const { fileName, presets } = this.#current();
    return await this.#read(fileName, { type: 'unlock', opened: presets, passphrase });
  }

  /** Adds the chosen ones, switched off, and gives their ids. @throws AppError `input/bad-file` when there is no room. */
  async add(chosen: readonly number[]): Promise<readonly string[]> {
    const { presets } = this.#current().presets;
    const wanted = presets.filter((_each, index) => chosen.includes(index));
    const added = wanted.map(({ preset, ...secrets }) => ({
      destination: { ...preset, id: randomUUID(), isEnabled: false, ...secretFlags(secrets) },
      secrets: secretsOf(secrets),
    }));
    await this.#options.destinationStore.add(added);
    this.discard();
    const ids = added.map(({ destination }) => destination.id);
    for (const id of ids) this.#added.add(id);
    return ids;
  }

  /** Takes back what `add` added; any other id is left alone. */
  async undo(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => this.#added.delete(id));
    await this.#options.destinationStore.removeAll(wanted);
  }

  /** Forgets the file that is open, and its keys; what is being read is cancelled. */
  discard(): void {
    this.#reading?.abort();
    this.#reading = undefined;
    this.#open = undefined;
  }

  /**
   * Writes the chosen destinations, with their secrets when there is a passphrase to seal them with. Undefined when the person
   * chose no place. @throws AppError `settings/write-failed`.
   */
  async export(
    ids: readonly string[],
    passphrase: string | undefined,
  ): Promise<{ readonly fileName: string; readonly count: number } | undefined> {
    const chosen = this.#options.destinationStore.all().filter(({ id }) => ids.includes(id));
    const target = await this.#options.chooseTarget('upcast-presets.json');
    if (target === undefined) return undefined;
    const text = `${JSON.stringify(await buildFile(chosen, passphrase), undefined, 2)}\n`;
    if (Buffer.byteLength(text) > MAX_PRESET_FILE_BYTES)
      throw withReason('input/bad-message', 'exportTooLarge');
    await writeFileAtomically(target, text);
    return { fileName: basename(target), count: chosen.length };
  }

  #current(): OpenFile {
    if (this.#open === undefined) throw withReason('input/bad-message', 'fileNotOpen');
    return this.#open;
  }

  async #read(fileName: string, request: PresetRequest): Promise<ImportPreview> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    const presets = await this.#options.read(request, reading.signal);
    return await this.#take({ fileName, presets }, reading.signal);
  }

  /** Everything else in main has its turn between one preset and the next: a file may hold a hundred, with long keys. */
  async #take(file: OpenFile, signal: AbortSignal): Promise<ImportPreview> {
    const { presets, brings, origin, problems, locked } = file.presets;
    const known = this.#options.destinationStore.all().map(knownOf);
    const entries: ImportPreviewEntry[] = [];
    for (const [index, each] of presets.slice(0, MAX_PRESETS).entries()) {
      await nextTurn();
      if (signal.aborted) throw new AppError('internal/aborted', { message: 'the import was cancelled' });
      this.#options.register.addAll(secretsOf(each));
      const own = knownOf({ ...each.preset, ...secretsOf(each) });
      entries.push(entryOf(own, brings[index] ?? [], known));
      known.push(own);
    }
    this.#open = file;
    return { fileName: file.fileName, origin, isLocked: locked !== undefined, entries, problems };
  }
}

async function buildFile(
  chosen: readonly Partial<DestinationWithSecrets>[],
  passphrase: string | undefined,
): Promise<PresetFile> {
  const destinations = chosen.map((each) => presetSchema.parse(pick(each)));
  if (passphrase === undefined)
    return { format: PRESET_FILE_FORMAT, version: PRESET_FILE_VERSION, destinations };
  const secrets: PresetSecrets = chosen.flatMap((each, index) => {
    const kept = secretsOf(each);
    return Object.keys(kept).length === 0 ? [] : [{ index, ...kept }];
  });
  return await sealPresets(destinations, secrets, passphrase);
}

/** Only what the file's schema names, so that nothing that is added to a destination later leaves by accident. */
function pick(destination: object): object {
  return Object.fromEntries(Object.entries(destination).filter(([name]) => name in presetSchema.shape));
}

/** What is compared of a destination. */
interface Known {
  readonly name: string;
  readonly key: string | undefined;
  readonly host: string;
  readonly isTls: boolean;
  /** The server, however it is spelled. */
  readonly place: string;
}

function knownOf(each: Preset & DestinationSecrets): Known {
  return { name: each.name, key: each.key, ...addressOf(each) };
}

function entryOf(own: Known, brings: readonly string[], known: readonly Known[]): ImportPreviewEntry {
  const twin = known.find((each) => isSame(own, each));
  const { name, host, isTls, key } = own;
  return {
    ...{ name, host, isTls, brings, hasKey: key !== undefined },
    ...(twin === undefined ? {} : { duplicateOf: twin.name }),
  };
}

/** The same place: the same server and key; without a key to compare, the same server and name. */
function isSame(one: Known, other: Known): boolean {
  if (one.place !== other.place) return false;
  if (one.key !== undefined && other.key !== undefined) return one.key === other.key;
  return one.name === other.name;
}

function addressOf(known: Preset & DestinationSecrets): Pick<Known, 'host' | 'isTls' | 'place'> {
  const { url } = publishedAddressesOf(known);
  try {
    const { scheme, host, port, app, isTls } = parseDestinationUrl(url, '');
    return { host, isTls, place: `${scheme} ${host} ${port} ${app}` };
  } catch {
    // A file may hold what was never an address: it is shown as it is, and saving it says what is wrong.
    return { host: '', isTls: false, place: url };
  }
}
