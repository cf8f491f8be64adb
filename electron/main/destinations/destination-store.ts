/**
 * The saved destinations and their secrets together: what the window sees is always without a key, what the engine gets
 * always with one. Keeps what was deleted until the app ends, so that a deletion can be undone.
 */
import { randomUUID } from 'node:crypto';
import { needsKey } from '../../../shared/destinations/destination-service.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { Destination, DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../../shared/destinations/destination-secrets.ts';
import { MAX_TRUSTED_HOSTS, secretFlags } from '../../../shared/destinations/destination.ts';
import { secretNames, secretsOf } from '../../../shared/destinations/destination-secrets.ts';
import { cutName } from '../../../shared/destinations/name.ts';
import { MAX_PRESETS } from '../../../shared/destinations/preset-file.ts';
import { takeSecretsOut } from '../../../shared/destinations/server-secret.ts';
import { TaskQueue } from '../../../shared/task-queue.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import { parseProxyUrl } from '../../../shared/proxy/proxy.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { markOf, refuseToRedirect, stillValid } from './saved-key-guard.ts';
import type { Apart, TypedSecrets } from './saved-key-guard.ts';
import type { AskSystemProxy } from '../proxy/default-proxy.ts';
import { DefaultProxy } from '../proxy/default-proxy.ts';
import { texts } from '../../../shared/text/text.ts';

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

export class DestinationStore {
  readonly #settings: SettingsStore;
  readonly #secrets: SecretStore;
  readonly #register: SecretRegister;
  readonly #deleted = new Map<string, Deleted>();
  /** One change after the other: between two halves of one, another would set a key beside the wrong server. */
  readonly #changes = new TaskQueue();

  readonly defaultProxy: DefaultProxy;

  constructor(
    settings: SettingsStore,
    secrets: SecretStore,
    register: SecretRegister,
    askSystemProxy: AskSystemProxy,
  ) {
    this.#settings = settings;
    this.#secrets = secrets;
    this.#register = register;
    this.defaultProxy = new DefaultProxy(settings, secrets, register, askSystemProxy);
    for (const secret of secrets.values()) register.add(secret);
  }

  /** At the start: secrets of a change that was cut off go with what the settings have. @throws AppError `settings/write-failed`. */
  async settle(): Promise<void> {
    const { destinations } = this.#settings.get();
    await this.#secrets.settle((id) => {
      const saved = destinations.find((each) => each.id === id);
      return saved === undefined ? undefined : markOf(takeSecretsOut(saved).clean);
    });
  }

  /**
   * At the start: takes secrets out of addresses that an older Upcast, or a hand, wrote into the settings file. They go to
   * the keychain first, so that none is lost on the way. Returns the names of the destinations that had one.
   * @throws AppError `settings/write-failed`; the file stays then as it was.
   */
  async moveSecretsOut(): Promise<readonly string[]> {
    const moved = this.#settings.get().destinations.flatMap((each) => {
      const { clean, found } = takeSecretsOut(each);
      const isClean =
        clean.url === each.url && clean.backupUrl === each.backupUrl && clean.proxy === each.proxy;
      return isClean ? [] : [{ clean, found }];
    });
    await this.defaultProxy.moveSecretOut();
    if (moved.length === 0) return [];
    for (const { found } of moved) this.#register.addAll(found);
    await this.#secrets.setAll(
      moved.map(({ clean, found }) => [
        clean.id,
        { ...found, ...this.#secrets.get(clean.id, markOf(clean)), ...addressSecretsOf(found) },
      ]),
    );
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.map((each) => {
        const { clean } = moved.find((one) => one.clean.id === each.id) ?? {};
        return clean === undefined ? each : this.#viewOf(clean);
      }),
    }));
    return moved.map(({ clean }) => clean.name);
  }

  /** The settings as the window may see them: which keys are there is looked up, not remembered. */
  view(settings: Settings = this.#settings.get()): Settings {
    return {
      ...this.defaultProxy.view(settings),
      destinations: settings.destinations.map((destination) => this.#viewOf(destination)),
    };
  }

  /** A secret that is not typed stays as it is, an empty one is removed; one in an address is found there. */
  async save(input: Destination, typed: TypedSecrets): Promise<Destination> {
    return await this.#changes.run(() => this.#save(input, typed));
  }

  async #save(input: Destination, typed: TypedSecrets): Promise<Destination> {
    const old = this.#entryOf(input.id);
    const asked = { ...input, trustedHosts: this.#trustedHostsOf(input) };
    const { clean, found } = takeSecretsOut(withoutKeyInUrls(asked, typed.key ?? old?.secrets.key));
    // What belongs to an address goes with it: a token for one server is nobody else's business.
    if (clean.proxy?.mode === 'own') parseProxyUrl(clean.proxy.url);
    if (old !== undefined) refuseToRedirect(old.clean, old.secrets, clean, typed);
    const kept = old === undefined ? {} : stillValid(old, clean);
    const next = secretsOf({ ...kept, ...found, ...given(typed), ...addressSecretsOf(found) });
    this.#register.addAll(next);
    const saved = { ...clean, ...secretFlags(next) };
    const held = this.#secrets.get(saved.id, markOf(saved));
    const hasNewSecrets = secretNames.some((name) => next[name] !== held[name]);
    // Two files: a new key must never stand beside the old server, not while one is written nor after it failed.
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

  /** @throws AppError `input/bad-message` for an unknown id. */
  async setEnabled(id: string, isEnabled: boolean): Promise<void> {
    await this.#changes.run(() => this.#change(id, (each) => ({ ...each, isEnabled })));
  }

  /** A copy behind the others, switched off, without any secret. @throws AppError `input/bad-message`. */
  async duplicate(id: string): Promise<Destination> {
    const original = this.#entryOf(id)?.clean;
    if (original === undefined) throw unknown(id);
    const name = cutName(texts.destinations.copyName(original.name));
    return await this.save({ ...original, id: randomUUID(), name, isEnabled: false }, {});
  }

  /**
   * The owner allows the server at `url` to send this stream to `host`; one that took its place meanwhile was not meant.
   * @throws AppError `input/bad-message` for an unknown id.
   */
  async trustHost(id: string, url: string, host: string): Promise<void> {
    await this.#changes.run(() =>
      this.#change(id, (each) =>
        each.url === url ? { ...each, trustedHosts: withHost(each.trustedHosts ?? [], host) } : each,
      ),
    );
  }

  async #change(id: string, change: (destination: Destination) => Destination): Promise<void> {
    if (!this.#settings.get().destinations.some((each) => each.id === id)) throw unknown(id);
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.map((each) => (each.id === id ? change(each) : each)),
    }));
  }

  /** What was allowed belongs to the server that asked: another address begins without it, and no window may add to it. */
  #trustedHostsOf({ id, url }: Destination): string[] | undefined {
    const before = this.#settings.get().destinations.find((each) => each.id === id);
    return before?.url === url ? before.trustedHosts : undefined;
  }

  /** All of them with their secrets, for main alone. */
  all(): (Destination & DestinationSecrets)[] {
    return this.#settings.get().destinations.map((each) => this.#complete(each));
  }

  /** Adds several at once behind the others. @throws AppError `input/bad-file` when there is no room for all. */
  async add(added: readonly NewDestination[]): Promise<void> {
    await this.#changes.run(() => this.#add(added));
  }

  async #add(added: readonly NewDestination[]): Promise<void> {
    const count = this.#settings.get().destinations.length + added.length;
    if (count > MAX_PRESETS)
      throw withReason('input/bad-file', 'tooManyDestinations', { count, maximum: MAX_PRESETS });
    const parted = added.map(({ destination, secrets }) => {
      const { clean, found } = takeSecretsOut(withoutKeyInUrls(destination, secrets.key));
      return { clean, kept: secretsOf({ ...found, ...secrets, ...addressSecretsOf(found) }) };
    });
    for (const { kept } of parted) this.#register.addAll(kept);
    await this.#secrets.setAll(parted.map(({ clean, kept }) => [clean.id, kept]));
    const cleaned = parted.map(({ clean, kept }) => ({ ...clean, ...secretFlags(kept) }));
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: [...settings.destinations, ...cleaned],
    }));
  }

  /** Takes several away again; what is not there any more is left out. */
  async removeAll(ids: readonly string[]): Promise<void> {
    await this.#changes.run(() => this.#removeAll(ids));
  }

  async #removeAll(ids: readonly string[]): Promise<void> {
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.filter(({ id }) => !ids.includes(id)),
    }));
    await this.#secrets.setAll(ids.map((id) => [id, {}]));
  }

  async delete(id: string): Promise<void> {
    await this.#changes.run(() => this.#delete(id));
  }

  async #delete(id: string): Promise<void> {
    const { destinations } = this.#settings.get();
    const index = destinations.findIndex((each) => each.id === id);
    const destination = destinations[index];
    if (destination === undefined) throw unknown(id);
    const { clean, secrets } = this.#apart(destination);
    this.#deleted.set(id, { destination: clean, secrets, index });
    await this.#settings.update((settings) => ({
      ...settings,
      destinations: settings.destinations.filter((each) => each.id !== id),
    }));
    await this.#secrets.set(id, {});
  }

  /** @throws AppError `input/bad-message` for what was not deleted, or has been made anew since: its key is not for that one. */
  async restore(id: string): Promise<Destination> {
    return await this.#changes.run(() => this.#restore(id));
  }

  async #restore(id: string): Promise<Destination> {
    const deleted = this.#deleted.get(id);
    const isThere = this.#settings.get().destinations.some((each) => each.id === id);
    if (deleted === undefined || isThere) throw unknown(id);
    await this.#secrets.set(id, deleted.secrets);
    const restored = this.#viewOf(deleted.destination);
    await this.#settings.update((settings) => {
      const destinations = settings.destinations.filter((each) => each.id !== id);
      return { ...settings, destinations: destinations.toSpliced(deleted.index, 0, restored) };
    });
    this.#deleted.delete(id);
    return restored;
  }

  /** Ids that are not named keep their order, after those that are. */
  async reorder(ids: readonly string[]): Promise<void> {
    const rank = (id: string): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    await this.#changes.run(() =>
      this.#settings.update((settings) => {
        const destinations = settings.destinations.toSorted((a, b) => rank(a.id) - rank(b.id));
        return { ...settings, destinations };
      }),
    );
  }

  /** For the engine alone. @throws AppError `input/bad-message` for an unknown id, `settings/no-key` without a key that the service needs. */
  async withSecrets(id: string, forAll?: ProxySettings | 'none'): Promise<DestinationWithSecrets> {
    const destination = this.#settings.get().destinations.find((each) => each.id === id);
    if (destination === undefined) throw unknown(id);
    const complete = this.#complete(destination);
    const { key = needsKey(destination) ? undefined : '' } = complete;
    if (key === undefined) {
      throw withReason('settings/no-key', 'keyMissing', { name: destination.name });
    }
    return { ...complete, key, ...(await this.defaultProxy.routeOf(complete, forAll)) };
  }

  #viewOf(destination: Destination): Destination {
    const { clean, secrets } = this.#apart(destination);
    return { ...clean, ...secretFlags(secrets) };
  }

  #complete(destination: Destination): Destination & DestinationSecrets {
    const { clean, secrets } = this.#apart(destination);
    return { ...clean, ...secretFlags(secrets), ...secrets };
  }

  #entryOf(id: string): Apart | undefined {
    const destination = this.#settings.get().destinations.find((each) => each.id === id);
    return destination === undefined ? undefined : this.#apart(destination);
  }

  /** Where the file could not be changed at the start, an address in it still holds a secret: nobody sees it so. */
  #apart(destination: Destination): Apart {
    const { clean, found } = takeSecretsOut(destination);
    const kept = this.#secrets.get(destination.id, markOf(clean));
    return { clean, secrets: { ...found, ...kept, ...addressSecretsOf(found) } };
  }
}

function given(typed: TypedSecrets): TypedSecrets {
  return Object.fromEntries(Object.entries(typed).filter(([, secret]) => secret !== undefined));
}

/** Of what stood in an address, the parts that are the address's own: they belong together, whatever was kept before. */
function addressSecretsOf({ serverSecret, backupSecret }: DestinationSecrets): DestinationSecrets {
  return secretsOf({ serverSecret, backupSecret });
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
  return withReason('input/bad-message', 'destinationUnknown', { id });
}

/** The newest one stays when there are too many. */
function withHost(hosts: readonly string[], host: string): string[] {
  return [...hosts.filter((each) => each !== host), host].slice(-MAX_TRUSTED_HOSTS);
}
