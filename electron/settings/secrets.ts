/**
 * Stream keys and passwords. Sealed by the system's keychain where there is a real one; otherwise kept in memory for this
 * run only. Never in a file in the clear, and never given to anyone but main.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretNames, secretsOf } from '../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../shared/destinations/destination.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { keepAside, removeLeftovers, writeFileAtomically } from './atomic-file.ts';

const FILE_NAME = 'secrets.bin';

/** What the system's keychain does; Electron's `safeStorage` behind it in the app. */
export interface Keychain {
  /** False where there is no keychain, or one that only obscures. */
  isAvailable(): boolean;
  seal(text: string): Uint8Array;
  /** @throws when the data was sealed by another user or keychain. */
  open(sealed: Uint8Array): string;
}

/** Secrets that belong to a change of the settings which may not have been saved. */
interface StoredSecrets extends DestinationSecrets {
  readonly pending?: {
    /** Names the change. */
    readonly mark: string;
    /** What holds if it was not saved. */
    readonly previous: DestinationSecrets;
  };
}

export class SecretStore {
  readonly #path: string;
  readonly #keychain: Keychain;
  #secrets: ReadonlyMap<string, StoredSecrets>;
  #writing: Promise<void> = Promise.resolve();
  /** False: kept for this run only. */
  readonly hasKeychain: boolean;
  /** The file that was found could not be opened; it was kept aside, or is never written over. */
  readonly problem: AppError | undefined;
  /** Why the file must not be written over. */
  readonly #refusal: AppError | undefined;

  private constructor(
    path: string,
    keychain: Keychain,
    secrets: ReadonlyMap<string, StoredSecrets>,
    problem?: AppError,
    refusal?: AppError,
  ) {
    this.#refusal = refusal;
    this.#path = path;
    this.#keychain = keychain;
    this.#secrets = secrets;
    this.hasKeychain = keychain.isAvailable();
    this.problem = problem;
  }

  /** Never fails. Without a keychain the file, if any, is left alone. */
  static async open(folder: string, keychain: Keychain, now: () => number): Promise<SecretStore> {
    const path = join(folder, FILE_NAME);
    if (!keychain.isAvailable()) return new SecretStore(path, keychain, new Map());
    await removeLeftovers(folder);
    let sealed: Uint8Array;
    try {
      sealed = await readFile(path);
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isMissing) return new SecretStore(path, keychain, new Map());
      return await SecretStore.#without(path, keychain, now(), 'could not be read', error);
    }
    try {
      return new SecretStore(path, keychain, parse(keychain.open(sealed)));
    } catch {
      // The cause is left out on purpose: what a JSON error quotes may be a key.
      return await SecretStore.#without(path, keychain, now(), 'could not be opened by the keychain');
    }
  }

  /** No secrets, with the file kept aside; where it cannot be moved, it is never written over. */
  static async #without(
    path: string,
    keychain: Keychain,
    nowMs: number,
    what: string,
    cause?: unknown,
  ): Promise<SecretStore> {
    const aside = await keepAside(path, nowMs);
    const fate =
      aside === undefined
        ? `${FILE_NAME} cannot be moved and stays as it is, so keys are kept for this run only`
        : `the file was kept as ${aside}`;
    const message = `the saved keys ${what}; type them again (${fate})`;
    const problem = new AppError('settings/corrupt', { message }, cause);
    const refusal = aside === undefined ? new AppError('settings/write-failed', { message }) : undefined;
    return new SecretStore(path, keychain, new Map(), problem, refusal);
  }

  get(destinationId: string): DestinationSecrets {
    return secretsOf(this.#secrets.get(destinationId) ?? {});
  }

  /** Every secret there is, for redaction. */
  values(): readonly string[] {
    const all = [...this.#secrets.values()].flatMap((each) => [each, each.pending?.previous ?? {}]);
    return all.flatMap((each) => Object.values(secretsOf(each)));
  }

  /** Replaces what is kept under the id; an empty record removes it. @throws AppError `settings/write-failed`. */
  async set(destinationId: string, secrets: DestinationSecrets): Promise<void> {
    await this.setAll([[destinationId, secrets]]);
  }

  /** The same for several, in one write. @throws AppError `settings/write-failed`. */
  async setAll(entries: Iterable<readonly [string, DestinationSecrets]>): Promise<void> {
    const next = new Map(this.#secrets);
    for (const [destinationId, secrets] of entries) {
      const kept = secretsOf(secrets);
      if (Object.keys(kept).length === 0) next.delete(destinationId);
      else next.set(destinationId, kept);
    }
    await this.#replace(next);
  }

  /**
   * The same for one, as part of a change of the settings that `mark` names and that is saved next; `set` ends it. Until then
   * `settle` can take it back. @throws AppError `settings/write-failed`.
   */
  async begin(destinationId: string, secrets: DestinationSecrets, mark: string): Promise<void> {
    const pending = { mark, previous: this.get(destinationId) };
    await this.#replace(new Map(this.#secrets).set(destinationId, { ...secretsOf(secrets), pending }));
  }

  /** At the start: what was begun holds if its change was saved, and else what was before. @throws AppError as `set`. */
  async settle(isSaved: (destinationId: string, mark: string) => boolean): Promise<void> {
    const begun = [...this.#secrets].flatMap(([id, each]): [string, DestinationSecrets][] => {
      if (each.pending === undefined) return [];
      return [[id, isSaved(id, each.pending.mark) ? secretsOf(each) : each.pending.previous]];
    });
    if (begun.length > 0) await this.setAll(begun);
  }

  async #replace(next: ReadonlyMap<string, StoredSecrets>): Promise<void> {
    this.#secrets = next;
    if (!this.hasKeychain) return;
    if (this.#refusal !== undefined) throw this.#refusal;
    const write = (): Promise<void> =>
      writeFileAtomically(this.#path, this.#keychain.seal(JSON.stringify(Object.fromEntries(next))));
    const turn = this.#writing.then(write, write);
    this.#writing = turn;
    await turn;
  }
}

function parse(text: string): ReadonlyMap<string, StoredSecrets> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new AppError('settings/corrupt');
  return new Map(Object.entries(parsed).map(([id, value]: [string, unknown]) => [id, toStored(value)]));
}

function toStored(value: unknown): StoredSecrets {
  const { pending } = toRecord(value);
  if (pending === undefined) return toSecrets(value);
  const { mark, previous } = toRecord(pending);
  if (typeof mark !== 'string') throw new AppError('settings/corrupt');
  return { ...toSecrets(value), pending: { mark, previous: toSecrets(previous) } };
}

function toSecrets(value: unknown): DestinationSecrets {
  const record = toRecord(value);
  const text = (name: string): string | undefined => {
    const secret = record[name];
    return typeof secret === 'string' ? secret : undefined;
  };
  return secretsOf(Object.fromEntries(secretNames.map((name) => [name, text(name)])));
}

function toRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new AppError('settings/corrupt');
  return value as Record<string, unknown>;
}
