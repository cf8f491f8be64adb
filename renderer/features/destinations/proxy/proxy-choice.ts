/** Ways to connect, in the order that the forms offer. */
import type { DestinationProxy } from '../../../../shared/proxy/proxy-schema.ts';

export type ProxyMode = DestinationProxy['mode'];

export const proxyModes: readonly ProxyMode[] = ['none', 'system', 'own'];
