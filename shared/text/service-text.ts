/** What people read about a service of the catalogue. Its addresses and limits are data (`shared/destinations/services`). */
import type { Service, ServiceServer } from '../destinations/service.ts';
import { texts } from './text.ts';

export interface ServiceText {
  /** Where the stream key is found. */
  readonly keyHint: string;
  readonly notes?: readonly string[];
}

/** Undefined where no service was chosen; each of the catalogue is described. */
export function describeService(service: Service | undefined): ServiceText | undefined {
  const described: Readonly<Record<string, ServiceText>> = texts.services;
  return service === undefined ? undefined : described[service.id];
}

/** `Primary (secure)`. */
export function describeServer(server: ServiceServer): string {
  const { serverName, serverRoles } = texts.destinationForm;
  const name = 'role' in server ? serverRoles[server.role] : server.name;
  return serverName(name, server.url.startsWith('rtmps:'));
}
