/** The one Trusted Types policy of the window: scripts of its own origin may be loaded by address, nothing else. */

/** `lib.dom` of this TypeScript doesn't know the interface yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

let toScript: ((url: string) => string | URL) | undefined;

/** @throws TypeError for an address of another origin. */
export function ownScript(url: string): string | URL {
  toScript ??= createPolicy();
  return toScript(url);
}

function createPolicy(): (url: string) => string | URL {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined) return ownUrl;
  const policy = types.createPolicy('upcast', { createScriptURL: ownUrl });
  return (url) => policy.createScriptURL(url);
}

function ownUrl(url: string): string {
  const address = new URL(url, window.location.href);
  if (address.protocol !== window.location.protocol || address.host !== window.location.host)
    throw new TypeError('a script of another origin');
  return address.href;
}
