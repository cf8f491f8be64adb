/**
 * Stream keys and passwords. Sealed by the system's keychain where there is a real one; otherwise kept in memory for this
 * run only. Never in a file in the clear, and never given to anyone but main.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretNames, secretsOf } from '../../shared/destinations/destination-secrets.ts';
import type { DestinationSecrets } from '../../shared/destinations/destination-secrets.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import { isMissingFile } from '../../shared/errors/system-code.ts';
import { keepAside, removeLeftovers, writeFileAtomically } from './atomic-file.ts';
import { TaskQueue } from '../../shared/task-queue.ts';

const FILE_NAME = 'secrets.bin';

/** What the system's keychain does; Electron's `safeStorage` behind it in the app. */
export interface Keychain {
  /** False where there is no keychain, or one that only obscures. */
  isAvailable(): Promise<boolean>;
  /** Rejects while it is locked, or when the person refuses. */
  seal(text: string): Promise<Uint8Array>;
  /** Rejects also when the data was sealed by another user or keychain. */
  open(sealed: Uint8Array): Promise<string>;
}

/** Secrets that belong to a change of the settings which may not have been saved. */
interface StoredSecrets extends DestinationSecrets {
  readonly pending?: {
    /** Names what the secrets are for. */
    readonly mark: string;
    /** What holds while the settings say otherwise; a change may begin before the one before it was saved. */
    readonly previous: StoredSecrets;
  };
}

interface SecretStoreParts {
  readonly path: string;
  readonly keychain: Keychain;
  readonly secrets: ReadonlyMap<string, StoredSecrets>;
  /** False: the file is left as it is. */
  readonly isKept: boolean;
  readonly problem?: AppError | undefined;
  readonly refusal?: AppError | undefined;
}

export class SecretStore {
  readonly #path: string;
  readonly #keychain: Keychain;
  #secrets: ReadonlyMap<string, StoredSecrets>;
  readonly #writes = new TaskQueue();
  /** False: changes are kept for this run only. */
  readonly hasKeychain: boolean;
  /** The file that was found could not be opened: it stays where it is, or was kept aside. */
  readonly problem: AppError | undefined;
  /** Why the file must not be written over. */
  readonly #refusal: AppError | undefined;

  private constructor(parts: SecretStoreParts) {
    this.#path = parts.path;
    this.#keychain = parts.keychain;
    this.#secrets = parts.secrets;
    this.hasKeychain = parts.isKept;
    this.problem = parts.problem;
    this.#refusal = parts.refusal;
  }

  /**
   * Never fails. Without a keychain, and when the keychain refuses to open, the file is left alone: the next start may open
   * it. A file that an open keychain makes no sense of is kept aside. With `isReadOnly` no file is changed at all.
   */
  static async open(
    folder: string,
    keychain: Keychain,
    now: () => number,
    isReadOnly = false,
  ): Promise<SecretStore> {
    const path = join(folder, FILE_NAME);
    const none = { path, keychain, secrets: new Map() };
    if (!(await keychain.isAvailable())) return new SecretStore({ ...none, isKept: false });
    if (!isReadOnly) await removeLeftovers(folder);
    let sealed: Uint8Array;
    try {
      sealed = await readFile(path);
    } catch (error) {
      if (isMissingFile(error)) return new SecretStore({ ...none, isKept: !isReadOnly });
      return new SecretStore({
        ...none,
        isKept: false,
        problem: withReason('settings/keys-locked', 'keysFileLocked', { file: FILE_NAME }, error),
      });
    }
    const secrets = await openSealed(keychain, sealed);
    if (secrets !== undefined) return new SecretStore({ path, keychain, secrets, isKept: !isReadOnly });
    if (!(await canOpen(keychain))) {
      return new SecretStore({
        ...none,
        isKept: false,
        problem: withReason('settings/keys-locked', 'keychainRefused'),
      });
    }
    if (isReadOnly) {
      const problem = withReason('settings/corrupt', 'keysUnread', { file: FILE_NAME });
      return new SecretStore({ ...none, isKept: false, problem });
    }
    return await SecretStore.#aside(path, keychain, now());
  }

  /** No secrets, with the file kept aside; where it cannot be moved, it is never written over. */
  static async #aside(path: string, keychain: Keychain, nowMs: number): Promise<SecretStore> {
    const aside = await keepAside(path, nowMs);
    const problem =
      aside === undefined
        ? withReason('settings/corrupt', 'keysStuck', { file: FILE_NAME })
        : withReason('settings/corrupt', 'keysAside', { file: aside });
    const refusal = aside === undefined ? new AppError('settings/write-failed', problem.details) : undefined;
    return new SecretStore({ path, keychain, secrets: new Map(), isKept: true, problem, refusal });
  }

  /** Those that are for `mark`, where a change of them has begun; without it the newest. */
  get(destinationId: string, mark?: string): DestinationSecrets {
    return holding(this.#secrets.get(destinationId) ?? {}, mark);
  }

  ids(): readonly string[] {
    return [...this.#secrets.keys()];
  }

  /** Every secret there is, for redaction. */
  values(): readonly string[] {
    return [...this.#secrets.values()].flatMap(allOf).flatMap((each) => Object.values(secretsOf(each)));
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
   * the new secrets hold for that mark alone, whatever fails. @throws AppError `settings/write-failed`.
   */
  async begin(destinationId: string, secrets: DestinationSecrets, mark: string): Promise<void> {
    const pending = { mark, previous: this.#secrets.get(destinationId) ?? {} };
    await this.#replace(new Map(this.#secrets).set(destinationId, { ...secretsOf(secrets), pending }));
  }

  /** At the start: what was begun holds if its change was saved, and else what was before. @throws AppError as `set`. */
  async settle(savedMarkOf: (destinationId: string) => string | undefined): Promise<void> {
    const begun = [...this.#secrets].flatMap(([id, each]): [string, DestinationSecrets][] =>
      each.pending === undefined ? [] : [[id, holding(each, savedMarkOf(id) ?? '')]],
    );
    if (begun.length > 0) await this.setAll(begun);
  }

  async #replace(next: ReadonlyMap<string, StoredSecrets>): Promise<void> {
    this.#secrets = next;
    if (!this.hasKeychain) return;
    if (this.#refusal !== undefined) throw this.#refusal;
    const write = async (): Promise<void> =>
      await writeFileAtomically(
        this.#path,
        await sealWith(this.#keychain, JSON.stringify(Object.fromEntries(next))),
      );
    await this.#writes.run(write);
  }
}

function holding(stored: StoredSecrets, mark: string | undefined): DestinationSecrets {
  const { pending } = stored;
  const isFor = mark === undefined || pending === undefined || pending.mark === mark;
  return isFor ? secretsOf(stored) : holding(pending.previous, mark);
}

function allOf(stored: StoredSecrets): readonly StoredSecrets[] {
  return stored.pending === undefined ? [stored] : [stored, ...allOf(stored.pending.previous)];
}

/** Undefined when it cannot be opened, or is no record of ours. The cause is left out: what a JSON error quotes may be a key. */
async function openSealed(
  keychain: Keychain,
  sealed: Uint8Array,
): Promise<ReadonlyMap<string, StoredSecrets> | undefined> {
  try {
    return parse(await keychain.open(sealed));
  } catch {
    return undefined;
  }
}

const PROBE = 'Upcast';

/** Whether the keychain opens anything: one that refuses once says nothing about the file. */
async function canOpen(keychain: Keychain): Promise<boolean> {
  try {
    return (await keychain.open(await keychain.seal(PROBE))) === PROBE;
  } catch {
    return false;
  }
}

/** @throws AppError `settings/write-failed`. */
async function sealWith(keychain: Keychain, text: string): Promise<Uint8Array> {
  try {
    return await keychain.seal(text);
  } catch {
    throw withReason('settings/write-failed', 'keychainNotWritten');
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
  return { ...toSecrets(value), pending: { mark, previous: toStored(previous) } };
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
