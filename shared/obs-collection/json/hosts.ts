/** Addresses in a collection are secrets: many carry a token. Here is what may be shown of one, and of a text that may hold one. Pure. */

/** Empty where there is none. A path, a name and a password before the host, and a port may all be secret. */
export function hostOf(address: string): string {
  const [beginning = '', rest = ''] = /^\s*[a-z][a-z0-9+.-]*:\/\/([^/?#\\\s]*)/i.exec(address) ?? [];
  // A password may hold a slash: what stands before it is no host then.
  if (address.includes('@', beginning.length)) return '';
  const host = rest.slice(rest.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  return /^[\p{L}\p{N}.-]{1,253}$|^\[[\da-f:.]{2,45}\]$/iu.test(host) ? host.toLowerCase() : '';
}

/** Empty for a text that holds an address. */
export function addressless(text: string): string {
  return text.includes('://') ? '' : text;
}

/** The same in one line, for what stands in a report. */
export function shownText(text: string): string {
  return addressless(text)
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
    .trim();
}
