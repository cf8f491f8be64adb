/**
 * Stream keys and passwords. Sealed by the system's keychain where there is a real one; otherwise kept in memory for this
 * run only. Never in a file in the clear, and never given to anyone but main.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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

export interface DestinationSecrets {
  readonly key?: string;
  readonly password?: string;
}

export class SecretStore {
  readonly #path: string;
  readonly #keychain: Keychain;
  #secrets: ReadonlyMap<string, DestinationSecrets>;
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
    secrets: ReadonlyMap<string, DestinationSecrets>,
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
    return this.#secrets.get(destinationId) ?? {};
  }

  /** Every secret there is, for redaction. */
  values(): readonly string[] {
    return [...this.#secrets.values()].flatMap(({ key, password }) =>
      [key, password].filter((s) => s !== undefined),
    );
  }

  /** Replaces what is kept under the id; an empty record removes it. @throws AppError `settings/write-failed`. */
  async set(destinationId: string, secrets: DestinationSecrets): Promise<void> {
    await this.setAll([[destinationId, secrets]]);
  }

  /** The same for several, in one write. @throws AppError `settings/write-failed`. */
  async setAll(entries: Iterable<readonly [string, DestinationSecrets]>): Promise<void> {
    const next = new Map(this.#secrets);
    for (const [destinationId, secrets] of entries) {
      if (secrets.key === undefined && secrets.password === undefined) next.delete(destinationId);
      else next.set(destinationId, secrets);
    }
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

function parse(text: string): ReadonlyMap<string, DestinationSecrets> {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new AppError('settings/corrupt');
  const entries = Object.entries(parsed as Record<string, unknown>).map(
    ([id, value]): [string, DestinationSecrets] => [id, toSecrets(value)],
  );
  return new Map(entries);
}

function toSecrets(value: unknown): DestinationSecrets {
  if (typeof value !== 'object' || value === null) throw new AppError('settings/corrupt');
  const { key, password } = value as Record<string, unknown>;
  return {
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof password === 'string' ? { password } : {}),
  };
}
