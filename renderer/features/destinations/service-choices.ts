/** The services offered by name, with their servers, secure ones first. */

export interface ServiceChoice {
  readonly id: string;
  readonly name: string;
  readonly servers: readonly { readonly name: string; readonly url: string }[];
  /** Where the service shows the key. */
  readonly keyHelp?: string;
}

export const serviceChoices: readonly ServiceChoice[] = [
  {
    id: 'youtube',
    name: 'YouTube',
    servers: [
      { name: 'Primary', url: 'rtmps://a.rtmps.youtube.com/live2' },
      { name: 'Backup', url: 'rtmps://b.rtmps.youtube.com/live2?backup=1' },
    ],
    keyHelp: 'In YouTube Studio: Create, Go live, Stream.',
  },
];

export function findService(id: string): ServiceChoice | undefined {
  return serviceChoices.find((service) => service.id === id);
}
