/** Ways to connect, as the forms name them. */
import type { DestinationProxy } from '../../../../shared/proxy/proxy.ts';

export type ProxyMode = DestinationProxy['mode'];

export const proxyModes: readonly (readonly [mode: ProxyMode, label: string])[] = [
  ['none', 'Without a proxy'],
  ['system', 'Through the system’s proxy'],
  ['own', 'Through another proxy'],
];

export const SYSTEM_PROXY_HINT =
  'Upcast asks the system at each start. If that proxy wants a password, enter the proxy’s address here instead.';
