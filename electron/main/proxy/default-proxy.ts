/**
 * The proxy for all destinations that have no choice of their own: kept in the settings, its password in the keychain, both
 * put together for the engine alone. Servers on this computer are never connected to through it.
 */
import type { Destination, DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import type { DestinationSecrets } from '../../../shared/destinations/destination-secrets.ts';
import { isTlsAddress, parseDestinationUrl } from '../../../shared/destinations/url.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { ProxySettings } from '../../../shared/proxy/proxy.ts';
import type { CommonProxy, DestinationProxy, OwnProxy } from '../../../shared/proxy/proxy-schema.ts';
import { parseProxyUrl, proxySettingsOf, takeProxyApart } from '../../../shared/proxy/proxy.ts';
import { readSystemProxy } from '../../../shared/proxy/system-proxy.ts';
import { LOOPBACK_BYPASS } from '../../../shared/proxy/proxy-environment.ts';
import { TaskQueue } from '../../../shared/task-queue.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

/** Beside the destinations in the keychain; no destination has such an id. */
const SECRET_ID = 'proxy for all';

/** What the system leads through to the server of an `https:` address, as a PAC file answers. */
export type AskSystemProxy = (url: string) => Promise<string>;

export class DefaultProxy {
  readonly #settings: SettingsStore;
  readonly #secrets: SecretStore;
  readonly #register: SecretRegister;
  readonly #askSystem: AskSystemProxy;
  /** One change after the other: one password must not come beside the proxy of the next. */
  readonly #changes = new TaskQueue();

  constructor(
    settings: SettingsStore,
    secrets: SecretStore,
    register: SecretRegister,
    askSystem: AskSystemProxy,
  ) {
    this.#settings = settings;
    this.#secrets = secrets;
    this.#register = register;
    this.#askSystem = askSystem;
  }

  /** The settings as the window may see them: without what a hand wrote into the address. */
  view(settings: Settings): Settings {
    if (settings.proxy?.mode !== 'own') return settings;
    const { clean, password } = this.#apart(settings.proxy);
    return { ...settings, proxy: clean, hasProxyPassword: password === undefined ? undefined : true };
  }

  /** At the start: a password in the settings file goes to the keychain. @throws AppError `settings/write-failed`. */
  async moveSecretOut(): Promise<void> {
    const { proxy } = this.#settings.get();
    if (proxy?.mode !== 'own') return;
    const { clean, password } = takeProxyApart(proxy);
    if (clean === proxy) return;
    // The keychain first, so that the password isn't lost on the way.
    if (password !== undefined) await this.#keep(password);
    await this.#settings.update((settings) => ({ ...settings, proxy: clean }));
  }

  /**
   * A password that is not typed stays with its proxy, an empty one is removed. Without a proxy there is none.
   * @throws AppError `input/bad-url`, `settings/write-failed`.
   */
  async save(proxy: CommonProxy | undefined, typed: string | undefined): Promise<void> {
    await this.#changes.run(() => this.#save(proxy, typed));
  }

  async #save(proxy: CommonProxy | undefined, typed: string | undefined): Promise<void> {
    const before = this.#settings.get().proxy;
    const next = proxy?.mode === 'own' ? takeProxyApart(proxy) : undefined;
    if (next !== undefined) parseProxyUrl(next.clean.url);
    const kept = isSameProxy(before, next?.clean) ? this.#secrets.get(SECRET_ID).proxyPassword : undefined;
    // A password never stands beside another proxy, not even after a power cut between the two files.
    if (kept === undefined) await this.#secrets.set(SECRET_ID, {});
    await this.#settings.update((settings) => ({ ...settings, proxy: next?.clean ?? proxy }));
    const password = typed ?? next?.password;
    if (next !== undefined && password !== undefined) await this.#keep(password);
  }

  /** @throws AppError `input/bad-url` where a hand wrote an address that cannot be used. */
  route(): ProxySettings | 'system' | undefined {
    const { proxy } = this.#settings.get();
    if (proxy?.mode !== 'own') return proxy?.mode;
    const { clean, password } = this.#apart(proxy);
    return { ...proxySettingsOf(clean, password), bypass: LOOPBACK_BYPASS };
  }

  /** A destination's own proxy, none, the system's, or that for all. @throws AppError `input/bad-url`, `input/bad-option`. */
  async routeOf(
    { url, proxy, proxyPassword }: Pick<Destination & DestinationSecrets, 'url' | 'proxy' | 'proxyPassword'>,
    forAll?: ProxySettings | 'none',
  ): Promise<Pick<DestinationWithSecrets, 'route'>> {
    const chosen = proxy?.mode === 'own' ? proxySettingsOf(proxy, proxyPassword) : proxy?.mode;
    const route = chosen ?? forAll ?? this.route();
    if (route === undefined || route === 'none') return {};
    if (route !== 'system') return { route };
    const found = readSystemProxy(await this.#askSystem(questionOf(url)));
    return found === undefined ? {} : { route: { ...found, bypass: LOOPBACK_BYPASS } };
  }

  async #keep(password: string): Promise<void> {
    this.#register.add(password);
    await this.#secrets.set(SECRET_ID, { proxyPassword: password });
  }

  #apart(proxy: OwnProxy): { readonly clean: OwnProxy; readonly password?: string | undefined } {
    const { clean, password } = takeProxyApart(proxy);
    if (password !== undefined) this.#register.add(password);
    return { clean, password: password ?? this.#secrets.get(SECRET_ID).proxyPassword };
  }
}

/** Systems know proxies for web pages: one that carries `https:` carries any connection. */
function questionOf(url: string): string {
  const { host, isIpv6, port } = parseDestinationUrl(url, '');
  return `https://${isIpv6 ? `[${host}]` : host}:${port}/`;
}

/** What is sent through a proxy without TLS is the proxy’s to read. */
export function isReadByNewProxy(
  servers: readonly string[],
  old: DestinationProxy | undefined,
  now: DestinationProxy | undefined,
): boolean {
  const isPlain = servers.some((server) => !isTlsAddress(server));
  return isPlain && now?.mode === 'own' && !isSameProxy(old, now);
}

export function isSameProxy(one: DestinationProxy | undefined, other: DestinationProxy | undefined): boolean {
  if (one?.mode !== 'own' || other?.mode !== 'own') return one?.mode === other?.mode;
  return one.url === other.url && one.username === other.username;
}
