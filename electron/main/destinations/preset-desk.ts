/**
 * Import and export of presets: the person chooses the file in the system's dialog, main reads and writes it, and the
 * window sees what it may: names, hosts, whether there is a key. Keys go from the file to the keychain, or back, and nowhere
 * else.
 */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  MAX_PRESET_FILE_BYTES,
  MAX_PRESETS,
  PRESET_FILE_FORMAT,
  PRESET_FILE_VERSION,
  presetSchema,
} from '../../../shared/destinations/preset-file.ts';
import type {
  ImportedPreset,
  ImportPreview,
  ImportPreviewEntry,
  PresetFile,
  PresetSecrets,
} from '../../../shared/destinations/preset-file.ts';
import { secretFlags, secretsOf } from '../../../shared/destinations/destination.ts';
import type { DestinationSecrets, DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { publishedAddressesOf } from '../../../shared/destinations/server-secret.ts';
import { parseDestinationUrl } from '../../../shared/destinations/url.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import { writeFileAtomically } from '../../settings/atomic-file.ts';
import { broughtBy } from '../../settings/preset-brings.ts';
import { readPresetFile, unlockPresets } from '../../settings/preset-import.ts';
import type { OpenedPresets } from '../../settings/preset-import.ts';
import { sealPresets } from '../../settings/preset-seal.ts';
import type { DestinationBook } from './destination-book.ts';

export interface PresetDeskOptions {
  readonly book: DestinationBook;
  readonly register: SecretRegister;
  /** Asks the person for a file to read; undefined when they changed their mind. */
  readonly chooseFile: () => Promise<string | undefined>;
  /** Asks the person where to write. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | undefined>;
}

interface OpenFile {
  readonly fileName: string;
  readonly presets: OpenedPresets;
}

export class PresetDesk {
  readonly #options: PresetDeskOptions;
  #open: OpenFile | undefined;
  /** Ids that an import of this run gave, which alone can be taken back. */
  readonly #added = new Set<string>();

  constructor(options: PresetDeskOptions) {
    this.#options = options;
  }

  /** Null when the person chose no file. @throws AppError `input/bad-file`. */
  async openFile(): Promise<ImportPreview | null> {
    this.discard();
    const path = await this.#options.chooseFile();
    if (path === undefined) return null;
    return this.#take({ fileName: basename(path), presets: await readPresetFile(path) });
  }

  /** @throws AppError `settings/wrong-passphrase`, `input/bad-file`. */
  async unlock(passphrase: string): Promise<ImportPreview> {
    const { fileName, presets } = this.#current();
    return this.#take({ fileName, presets: await unlockPresets(presets, passphrase) });
  }

  /** Adds the chosen ones, switched off, and gives their ids. @throws AppError `input/bad-file` when there is no room. */
  async add(chosen: readonly number[]): Promise<readonly string[]> {
    const { presets } = this.#current().presets;
    const wanted = presets.filter((_each, index) => chosen.includes(index));
    const added = wanted.map(({ preset, ...secrets }) => ({
      destination: { ...preset, id: randomUUID(), isEnabled: false, ...secretFlags(secrets) },
      secrets: secretsOf(secrets),
    }));
    await this.#options.book.add(added);
    this.discard();
    const ids = added.map(({ destination }) => destination.id);
    for (const id of ids) this.#added.add(id);
    return ids;
  }

  /** Takes back what `add` added; any other id is left alone. */
  async undo(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => this.#added.delete(id));
    await this.#options.book.removeAll(wanted);
  }

  /** Forgets the file that is open, and its keys. */
  discard(): void {
    this.#open = undefined;
  }

  /**
   * Writes the chosen destinations, with their secrets when there is a passphrase to seal them with. Null when the person
   * chose no place. @throws AppError `settings/write-failed`.
   */
  async export(
    ids: readonly string[],
    passphrase: string | undefined,
  ): Promise<{ readonly fileName: string; readonly count: number } | null> {
    const chosen = this.#options.book.all().filter(({ id }) => ids.includes(id));
    const target = await this.#options.chooseTarget('upcast-presets.json');
    if (target === undefined) return null;
    const text = `${JSON.stringify(await buildFile(chosen, passphrase), null, 2)}\n`;
    if (Buffer.byteLength(text) > MAX_PRESET_FILE_BYTES)
      throw new AppError('input/bad-message', {
        message: 'the file would be too large to be imported again; export fewer destinations',
      });
    await writeFileAtomically(target, text);
    return { fileName: basename(target), count: chosen.length };
  }

  #current(): OpenFile {
    if (this.#open === undefined)
      throw new AppError('input/bad-message', { message: 'there is no file open; choose it again' });
    return this.#open;
  }

  #take(file: OpenFile): ImportPreview {
    this.#open = file;
    const { presets, origin, problems, locked } = file.presets;
    for (const each of presets) this.#options.register.addAll(secretsOf(each));
    const known: Known[] = this.#options.book.all();
    const entries = presets.slice(0, MAX_PRESETS).map((each): ImportPreviewEntry => {
      const entry = entryOf(each, known);
      known.push({ ...each.preset, ...secretsOf(each) });
      return entry;
    });
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

type Known = ImportedPreset['preset'] & DestinationSecrets;

function entryOf({ preset, ...secrets }: ImportedPreset, known: readonly Known[]): ImportPreviewEntry {
  const twin = known.find((each) => isSame({ ...preset, ...secrets }, each));
  const { host, isTls } = addressOf(preset);
  return {
    name: preset.name,
    host,
    isTls,
    brings: broughtBy(preset),
    hasKey: secrets.key !== undefined,
    ...(twin === undefined ? {} : { duplicateOf: twin.name }),
  };
}

/** The same place: the same server and key; without a key to compare, the same server and name. */
function isSame(one: Known, other: Known): boolean {
  if (addressOf(one).place !== addressOf(other).place) return false;
  if (one.key !== undefined && other.key !== undefined) return one.key === other.key;
  return one.name === other.name;
}

function addressOf(known: Known): { host: string; isTls: boolean; place: string } {
  const { url } = publishedAddressesOf(known);
  try {
    const { scheme, host, port, app, isTls } = parseDestinationUrl(url, '');
    return { host, isTls, place: `${scheme} ${host} ${port} ${app}` };
  } catch {
    // A file may hold what was never an address: it is shown as it is, and saving it says what is wrong.
    return { host: '', isTls: false, place: url };
  }
}
