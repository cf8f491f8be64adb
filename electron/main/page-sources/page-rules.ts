/** What a browser page that is a source may load and where it may go. Pure but for the names that it asks for. */
import { isPrivateAddress } from '../../../shared/network/private-address.ts';
import { isWebAddress } from '../../../shared/studio/pages/page-input.ts';

const requestSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:']);
/** Of what stands in a page's own frames. */
const frameSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'data:', 'blob:', 'about:']);
const localSchemes: ReadonlySet<string> = new Set(['data:', 'blob:']);

/** Names whose answer is kept, and for how long: a name may lead elsewhere at any time. */
const MAX_NAMES = 500;
const NAME_HOLDS_MS = 5000;

/** Everything that a policy can refuse, and that a page of a stream has no use for. */
const refusedFeatures = [
  ...['accelerometer', 'ambient-light-sensor', 'bluetooth', 'camera', 'clipboard-read', 'clipboard-write'],
  ...['display-capture', 'fullscreen', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'keyboard-map'],
  ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture'],
  ...['publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial'],
  ...['storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
] as const;

/**
 * Without modal dialogs (alert, confirm, prompt, print, beforeunload), windows, downloads, pointer lock or a way for a frame to move the page.
 * Frames inherit it.
 */
const SANDBOX = 'sandbox allow-scripts allow-same-origin allow-forms';

/** A page goes to other web pages only. */
export function mayNavigate(url: string, isMainFrame: boolean): boolean {
  if (isMainFrame) return isWebAddress(url);
  return URL.canParse(url) && frameSchemes.has(new URL(url).protocol);
}

/** The response's headers with the walls that Chromium itself keeps up within the page. */
export function withWalls(
  headers: Readonly<Record<string, readonly string[]>> | undefined,
): Record<string, string[]> {
  const walled: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(headers ?? {}))
    if (!/^(permissions|feature)-policy$/i.test(name)) walled[name] = [...values];
  const own = Object.keys(walled).find((name) => name.toLowerCase() === 'content-security-policy');
  walled[own ?? 'content-security-policy'] = [...(own === undefined ? [] : (walled[own] ?? [])), SANDBOX];
  walled['permissions-policy'] = [refusedFeatures.map((name) => `${name}=()`).join(', ')];
  return walled;
}

/** A service worker would answer for the network, past every wall here. */
export function isServiceWorker(headers: Readonly<Record<string, string>>): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'service-worker' && value === 'script',
  );
}

function nameOf(hostname: string): string {
  return hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
}

/** Asks for the addresses of a name; rejects where there are none. */
export type ResolveName = (name: string) => Promise<readonly string[]>;

interface KnownName {
  readonly askedMs: number;
  readonly isLocal: Promise<boolean>;
}

/**
 * Lets a page of the public internet reach the public internet alone, as browsers do more and more. A page whose address is on this
 * computer or its network, which a person typed, reaches both.
 */
export class RequestGuard {
  readonly #resolve: ResolveName;
  readonly #now: () => number;
  readonly #known = new Map<string, KnownName>();
  #isHome: Promise<boolean>;
  /** The page's own address is a number, or a name that no server of the internet can have. */
  readonly #isSurelyHome: boolean;

  /**
   * @param address of the page, as it was typed.
   * @param now monotonic milliseconds.
   */
  constructor(address: string, resolve: ResolveName, now: () => number) {
    this.#resolve = resolve;
    this.#now = now;
    const name = nameOf(new URL(address).hostname);
    this.#isSurelyHome = isLocalName(name);
    this.#isHome = this.#isSurelyHome ? Promise.resolve(true) : this.#leads(name, 'all');
  }

  /** Never rejects. */
  async allows(url: string): Promise<boolean> {
    if (!URL.canParse(url)) return false;
    const { protocol, hostname } = new URL(url);
    if (!requestSchemes.has(protocol)) return false;
    if (localSchemes.has(protocol) || (await this.#isHome)) return true;
    return !(await this.#isLocal(hostname));
  }

  /**
   * Whether the page may have what came from this IP address, which its name may have got only now. Never rejects.
   * @param isPage what came is the page itself.
   */
  async allowsFrom(ip: string, isPage: boolean): Promise<boolean> {
    const isLocal = isPrivateAddress(ip);
    // A page of the internet whose name led into this network when it was asked for.
    if (isPage && !isLocal && !this.#isSurelyHome) this.#isHome = Promise.resolve(false);
    return !isLocal || (await this.#isHome);
  }

  #isLocal(hostname: string): Promise<boolean> {
    const name = nameOf(hostname);
    if (isLocalName(name)) return Promise.resolve(true);
    const nowMs = this.#now();
    const known = this.#known.get(name);
    if (known !== undefined && nowMs - known.askedMs < NAME_HOLDS_MS) return known.isLocal;
    const isLocal = this.#leads(name, 'any');
    if (this.#known.size >= MAX_NAMES) this.#known.clear();
    this.#known.set(name, { askedMs: nowMs, isLocal });
    return isLocal;
  }

  /** Whether any or all addresses of a name are in this network. Never rejects. */
  async #leads(name: string, which: 'any' | 'all'): Promise<boolean> {
    try {
      const found = await this.#resolve(name);
      return which === 'any'
        ? found.some(isPrivateAddress)
        : found.length > 0 && found.every(isPrivateAddress);
    } catch {
      // Chromium finds no address either, or a proxy does.
      return false;
    }
  }
}

function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || isPrivateAddress(name);
}
