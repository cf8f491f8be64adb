/** Reads the statistics page of a relay's nginx: whether it is being sent to, and how many pushes stand. Pure. */
import { RELAY_APPLICATION } from './relay-config.ts';

export interface RelayStatus {
  /** Someone publishes to the relay just now. */
  readonly isReceiving: boolean;
  /** Destinations it is pushing to just now. */
  readonly pushes: number;
}

/** The page is XML of nginx's own making; what is not as expected counts as nothing. */
export function parseRelayStatus(page: string): RelayStatus {
  const application = page
    .split('<application>')
    .find((part) => part.trimStart().startsWith(`<name>${RELAY_APPLICATION}</name>`));
  const clients = (application?.split('</application>')[0] ?? '').split('<client>').slice(1);
  const isPublishing = (client: string): boolean => client.includes('<publishing/>');
  return {
    isReceiving: clients.some(isPublishing),
    pushes: clients.filter((client) => !isPublishing(client)).length,
  };
}
