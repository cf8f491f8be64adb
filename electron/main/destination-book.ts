/**
 * The saved destinations and their secrets together: what the window sees is always without a key, what the engine gets
 * always with one. Keeps what was deleted until the app ends, so that a deletion can be undone.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Destination, DestinationWithSecrets } from '../../shared/destinations/destination.ts';
import { destinationSchema } from '../../shared/destinations/destination.ts';
import { MAX_PRESETS } from '../../shared/destinations/preset-file.ts';
import { splitCredentials } from '../../shared/destinations/url.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import type { DestinationSecrets, SecretStore } from '../settings/secrets.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/** A destination with the secrets to be kept for it. */
export interface NewDestination {
  readonly destination: Destination;
  readonly secrets: DestinationSecrets;
}

interface Deleted {
  readonly destination: Destination;
  readonly secrets: DestinationSecrets;
  readonly index: number;
}

export class DestinationBook {
  readonly #settings: SettingsStore;
  readonly #secrets: SecretStore;
  readonly #register: SecretRegister;
  readonly #deleted = new Map<string, Deleted>();

  constructor(settings: SettingsStore, secrets: SecretStore, register: SecretRegister) {
    this.#settings = settings;
    this.#secrets = secrets;
    this.#register = register;
    for (const secret of secrets.values()) register.add(secret);
  }

  /** At the start: secrets of a change that was cut off go with what the settings have. @throws AppError `settings/write-failed`. */
  async settle(): Promise<void> {
    const { destinations } = this.#settings.get();
    await this.#secrets.settle((id, mark) =>
      destinations.some((each) => each.id === id && markOf(each) === mark),
    );
  }

  /** The settings as the window may see them: which keys are there is looked up, not remembered. */
  view(settings: Settings = this.#settings.get()): Settings {
    return {
      ...settings,
      destinations: settings.destinations.map((destination) => this.#viewOf(destination)),
    };
  }

  /** `undefined` leaves a secret as it is, an empty string removes it. */
  async save(
    input: Destination,
    key: string | undefined,
    typedPassword: string | undefined,
  ): Promise<Destination> {
    const { destination: asked, password } = withoutCredentials(input, typedPassword);
    for (const secret of [key, password]) if (secret !== undefined) this.#register.add(secret);
    const destination = withoutKeyInUrls(asked, key ?? this.#secrets.get(asked.id).key);
    const old = this.#secrets.get(destination.id);
    const nextKey = key ?? old.key ?? '';
    const nextPassword = password ?? old.password ?? '';
    const next = {
      ...(nextKey === '' ? {} : { key: nextKey }),
      ...(nextPassword === '' ? {} : { password: nextPassword }),
    };
    const saved = { ...destination, hasKey: nextKey !== '', hasPassword: nextPassword !== '' };
    const hasNewSecrets = key !== undefined || password !== undefined;
    // Two files: a new key must never stand beside the old server, not even after a power cut between them.
    if (hasNewSecrets) await this.#secrets.begin(saved.id, next, markOf(saved));
    await this.#settings.update((settings) => {
      const isKnown = settings.destinations.some(({ id }) => id === saved.id);
      const destinations = isKnown
        ? settings.destinations.map((each) => (each.id === saved.id ? saved : each))
        : [...settings.destinations, saved];
      return { ...settings, destinations };
    });
    if (hasNewSecrets) await this.#secrets.set(saved.id, next);
    return saved;
  }

  /** All of them with their secrets, for main alone. */
  all(): (Destination & DestinationSecrets)[] {
    return this.#settings.get().destinations.map((each) => ({ ...each, ...this.#secrets.get(each.id) }));
  }

  /** Adds several at once behind the others. @throws AppError `input/bad-file` when there is no room for all. */
  async add(added: readonly NewDestination[]): Promise<void> {
    const count = this.#settings.get().destinations.length + added.length;
    if (count > MAX_PRESETS)
      throw new AppError('input/bad-file', {
        message: `that would make ${count} destinations, and Upcast keeps at most ${MAX_PRESETS}; choose fewer`,
      });
    for (const { secrets } of added) {
      for (const secret of [secrets.key, secrets.password])
        if (secret !== undefined) this.#register.add(secret);
    }
    await this.#secrets.setAll(added.map(({ destination, secrets }) => [destination.id, secrets]));
    const cleaned = added.map(({ destination, secrets }) =>
      this.#viewOf(withoutKeyInUrls(destination, secrets.key)),
    );
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: [...settings.destinations, ...cleaned],
    }));
  }

  /** Takes several away again; what is not there any more is left out. */
  async removeAll(ids: readonly string[]): Promise<void> {
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.filter(({ id }) => !ids.includes(id)),
    }));
    await this.#secrets.setAll(ids.map((id) => [id, {}]));
  }

  async delete(id: string): Promise<void> {
    const { destinations } = this.#settings.get();
    const index = destinations.findIndex((each) => each.id === id);
    const destination = destinations[index];
    if (destination === undefined) throw unknown(id);
    this.#deleted.set(id, { destination, secrets: this.#secrets.get(id), index });
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.filter((each) => each.id !== id),
    }));
    await this.#secrets.set(id, {});
  }

  async restore(id: string): Promise<Destination> {
    const deleted = this.#deleted.get(id);
    if (deleted === undefined) throw unknown(id);
    this.#deleted.delete(id);
    await this.#secrets.set(id, deleted.secrets);
    const restored = this.#viewOf(deleted.destination);
    await this.#settings.update((settings) => {
      const destinations = settings.destinations.filter((each) => each.id !== id);
      return { ...settings, destinations: destinations.toSpliced(deleted.index, 0, restored) };
    });
    return restored;
  }

  /** Ids that are not named keep their order, after those that are. */
  async reorder(ids: readonly string[]): Promise<void> {
    await this.#settings.update((settings) => {
      const rank = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
      const destinations = settings.destinations.toSorted((a, b) => rank(a.id) - rank(b.id));
      return { ...settings, destinations };
    });
  }

  /** For the engine alone. @throws AppError `input/bad-message` for an unknown id, `settings/no-key` without a key. */
  withSecrets(id: string): DestinationWithSecrets {
    const destination = this.#settings.get().destinations.find((each) => each.id === id);
    if (destination === undefined) throw unknown(id);
    const { key, password } = this.#secrets.get(id);
    if (key === undefined) {
      throw new AppError('settings/no-key', {
        message: `"${destination.name}" has no stream key`,
        name: destination.name,
      });
    }
    return { ...destination, key, ...(password === undefined ? {} : { password }) };
  }

  #viewOf(destination: Destination): Destination {
    const { key, password } = this.#secrets.get(destination.id);
    return { ...destination, hasKey: key !== undefined, hasPassword: password !== undefined };
  }
}

/** The same for a destination before it is saved and after it is read again. */
function markOf(destination: Destination): string {
  const text = JSON.stringify(destinationSchema.parse(destination));
  return createHash('sha256').update(text).digest('base64');
}

/** `rtmp://user:password@host/…` was typed: the password is a secret, and neither may reach the settings file so. */
function withoutCredentials(
  input: Destination,
  password: string | undefined,
): { readonly destination: Destination; readonly password: string | undefined } {
  const { url, username, password: found } = splitCredentials(input.url);
  const backup = input.backupUrl === undefined ? undefined : splitCredentials(input.backupUrl).url;
  return {
    destination: {
      ...input,
      url,
      ...(backup === undefined ? {} : { backupUrl: backup }),
      ...(username === undefined || input.username !== undefined ? {} : { username }),
    },
    password: password ?? found,
  };
}

/** A whole address was typed where the server's belongs: the key must not reach the settings file. */
function withoutKeyInUrls(destination: Destination, key: string | undefined): Destination {
  if (key === undefined || key === '') return destination;
  const strip = (url: string): string => (url.endsWith(`/${key}`) ? url.slice(0, -key.length - 1) : url);
  const url = strip(destination.url);
  return destination.backupUrl === undefined
    ? { ...destination, url }
    : { ...destination, url, backupUrl: strip(destination.backupUrl) };
}

function unknown(id: string): AppError {
  return new AppError('input/bad-message', { message: `there is no destination ${id}` });
}
