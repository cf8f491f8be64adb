/** Of this computer's network: a change of the text is a change of the network. Pure. */
import type { NetworkInterfaceInfo } from 'node:os';

/** macOS' own links to other devices nearby, for AirDrop and the like: they come and go all the time. */
const NEARBY = /^(?:awdl|llw)\d/;

/** Addresses that others can reach, in a fixed order. */
export function describeNetwork(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string {
  return Object.entries(interfaces)
    .filter(([name]) => !NEARBY.test(name))
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, address })))
    .filter(({ address }) => !address.internal && !isLinkLocal(address.address))
    .map(({ name, address }) => `${name} ${address.address}`)
    .sort()
    .join('\n');
}

/** No server is reached by one (RFC 4291 §2.5.6, RFC 3927). */
function isLinkLocal(address: string): boolean {
  return /^fe[89ab]/i.test(address) || address.startsWith('169.254.');
}
