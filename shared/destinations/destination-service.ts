/** Which service of the catalogue a destination belongs to: by its id, or by the host it sends to. Pure. */
import type { Destination } from './destination.ts';
import { findService, recogniseService } from './services.ts';
import type { Service } from './service.ts';
import { parseDestinationUrl } from './url.ts';

/** The service of the catalogue that is a media server of one's own, fanning out; see shared/relay. */
export const RELAY_SERVICE_ID = 'relay';

/** Undefined for servers that nobody published. */
export function serviceOf({ serviceId, url }: Pick<Destination, 'serviceId' | 'url'>): Service | undefined {
  return findService(serviceId) ?? serviceOfUrl(url);
}

/** Every service whose limits hold for what is sent there: its own, and those behind a relay. */
export function servicesOf(
  destination: Pick<Destination, 'serviceId' | 'url' | 'relayedServiceIds'>,
): Service[] {
  const { serviceId, relayedServiceIds = [] } = destination;
  const behind = serviceId === RELAY_SERVICE_ID ? relayedServiceIds.map(findService) : [];
  return [serviceOf(destination), ...behind].filter((service) => service !== undefined);
}

/** What a relay that sends on to these has to keep in mind: the ids of their services, each once. */
export function relayedServiceIdsOf(destinations: readonly Parameters<typeof servicesOf>[0][]): string[] {
  return [...new Set(destinations.flatMap(servicesOf).map(({ id }) => id))];
}

/** The service that an address, as typed so far, belongs to. */
export function serviceOfUrl(url: string): Service | undefined {
  try {
    return recogniseService(parseDestinationUrl(url, '').host);
  } catch {
    // Not an address yet: it belongs to nobody.
    return undefined;
  }
}

/** A service of the catalogue needs its key; a server of one's own is published to with an empty name where none is given. */
export function needsKey(destination: Pick<Destination, 'serviceId' | 'url'>): boolean {
  const service = serviceOf(destination);
  return service !== undefined && service.isKeyOptional !== true;
}
