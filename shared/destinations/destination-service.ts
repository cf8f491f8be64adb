/** Which service of the catalogue a destination belongs to: by its id, or by the host it sends to. Pure. */
import type { Destination } from './destination.ts';
import { findService, recogniseService } from './services.ts';
import type { Service } from './services.ts';
import { parseDestinationUrl } from './url.ts';

/** Undefined for servers that nobody published. */
export function serviceOf({ serviceId, url }: Pick<Destination, 'serviceId' | 'url'>): Service | undefined {
  return findService(serviceId) ?? serviceOfUrl(url);
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
