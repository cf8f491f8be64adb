/** The catalogue as the dialog offers it, and what choosing or recognising a service fills in. Pure. */
import { findService, services } from '../../../../shared/destinations/services.ts';
import type { Service } from '../../../../shared/destinations/service.ts';
import { serviceOfUrl } from '../../../../shared/destinations/destination-service.ts';
import type { DestinationDraft } from './draft.ts';
import { texts } from '../../../../shared/text/text.ts';

export interface ServiceGroup {
  readonly title: string;
  readonly services: readonly Service[];
}

/** What most people send to, in that order. */
const COMMON = [
  'youtube',
  'twitch',
  'facebook',
  'kick',
  'x',
  'tiktok',
  'instagram',
  'linkedin',
  'vimeo',
  'restream',
] as const;
/** Programs that run on a server of one's own. */
const SELF_HOSTED: readonly string[] = [
  'mediamtx',
  'nginx-rtmp',
  'node-media-server',
  'owncast',
  'peertube',
  'relay',
  'srs',
];

/** Every service once: the common ones first, the rest by name, server programs last. */
export function serviceGroups(): readonly ServiceGroup[] {
  const common = COMMON.map((id) => findService(id)).filter((service) => service !== undefined);
  const rest = services
    .filter((service) => !common.includes(service))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return [
    { title: texts.destinationForm.serviceGroups.common, services: common },
    {
      title: texts.destinationForm.serviceGroups.more,
      services: rest.filter(({ id }) => !SELF_HOSTED.includes(id)),
    },
    {
      title: texts.destinationForm.serviceGroups.selfHosted,
      services: rest.filter(({ id }) => SELF_HOSTED.includes(id)),
    },
  ];
}

type Filled = Partial<Pick<DestinationDraft, 'serviceId' | 'url' | 'name'>>;

/** What choosing a service fills in: its first server, and its name where none was typed. */
export function fillForService(draft: DestinationDraft, serviceId: string): Filled {
  const chosen = findService(serviceId);
  if (chosen === undefined) return { serviceId, ...nameFor(draft, '') };
  const first = chosen.servers[0]?.url;
  const isOwnAddress = first === undefined && !isPublished(draft.url);
  return { serviceId, ...(isOwnAddress ? {} : { url: first ?? '' }), ...nameFor(draft, chosen.name) };
}

/** What an address that was typed or pasted tells of the service; empty where it tells nothing new. */
export function fillForUrl(draft: DestinationDraft, url: string): Filled {
  const recognised = serviceOfUrl(url);
  if (recognised === undefined || recognised.id === draft.serviceId) return {};
  // Some services run on another's servers, and only the user knows which of the two it is.
  const hint = findService(draft.serviceId)?.urlHint;
  if (hint !== undefined && serviceOfUrl(hint.replace('…', 'your')) === recognised) return {};
  return { serviceId: recognised.id, ...nameFor(draft, recognised.name) };
}

function nameFor(draft: DestinationDraft, name: string): Filled {
  const isOwnName = draft.name !== '' && !services.some((service) => service.name === draft.name);
  return isOwnName ? {} : { name };
}

/** True for an address that the catalogue lists: its last part is no key. */
export function isPublished(url: string): boolean {
  return services.some((service) => service.servers.some((server) => server.url === url));
}
