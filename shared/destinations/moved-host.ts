/**
 * Whether a server may send a destination's stream, and with it the key, to another host without asking its owner. Pure: names
 * alone are judged here; which addresses a name may lead to is judged where it is connected to.
 */
import type { ErrorRecord } from '../errors/app-error.ts';

/** Longest address that a server may name; as long as the address field takes. */
export const MAX_MOVED_URL_LENGTH = 2048;

/**
 * Second-level names under which countries register, beyond those of up to three letters (`co.uk`, `com.au`, `ne.jp`), which
 * are all taken for such. A name that is missing here makes a rule too narrow for a country, never too wide: see below.
 */
const LONGER_SECOND_LEVELS: ReadonlySet<string> = new Set([
  ...[
    'asso',
    'gouv',
    'govt',
    'school',
    'info',
    'firm',
    'name',
    'indie',
    'store',
    'shop',
    'mobi',
    'game',
    'maori',
  ],
  ...[
    'geek',
    'police',
    'biz',
    'museum',
    'priv',
    'press',
    'nom',
    'ngo',
    'city',
    'arts',
    'agro',
    'auto',
    'media',
  ],
  ...[
    'tokyo',
    'osaka',
    'kyoto',
    'aichi',
    'hokkaido',
    'kanagawa',
    'saitama',
    'chiba',
    'fukuoka',
    'hyogo',
    'blog',
  ],
]);

/** Under these, each name is another customer's: hosts are the same only when they are equal. */
const SHARED_DOMAINS: readonly string[] = [
  ...[
    'live-video.net',
    'amazonaws.com',
    'cloudfront.net',
    'elasticbeanstalk.com',
    'awsglobalaccelerator.com',
    'azure.com',
  ],
  ...['azure.net', 'azurewebsites.net', 'azureedge.net', 'cloudapp.net', 'trafficmanager.net', 'windows.net'],
  ...[
    'appspot.com',
    'run.app',
    'web.app',
    'googleusercontent.com',
    'herokuapp.com',
    'fly.dev',
    'onrender.com',
  ],
  ...['github.io', 'gitlab.io', 'pages.dev', 'workers.dev', 'vercel.app', 'netlify.app', 'trycloudflare.com'],
  ...['ngrok.io', 'ngrok.app', 'ngrok-free.app', 'ngrok.dev', 'linodeusercontent.com', 'ondigitalocean.app'],
  ...['akamaized.net', 'akamaihd.net', 'edgekey.net', 'fastly.net', 'b-cdn.net', 'vultrusercontent.com'],
  ...[
    'duckdns.org',
    'dyndns.org',
    'dyndns.info',
    'ddns.net',
    'hopto.org',
    'zapto.org',
    'no-ip.org',
    'no-ip.biz',
  ],
  ...['dynu.net', 'mooo.com', 'freeddns.org', 'synology.me', 'myqnapcloud.com', 'myfritz.net', 'spdns.de'],
  ...[
    'selfhost.eu',
    'dnsalias.com',
    'sytes.net',
    'ts.net',
    'your-server.de',
    'ip-dns.info',
    'nip.io',
    'sslip.io',
  ],
];

/**
 * The domain that somebody registered: the last two labels, or the last three where the last two look like a country's own
 * second level (`example.co.uk`). Three short labels such as `live.abc.de` count as a whole: `eu.abc.de` is then another host,
 * which asks once too often and never once too seldom. Undefined for addresses, single labels and names under a domain that
 * many customers share.
 */
export function registrableDomain(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (/[:%]/.test(name) || /^[\d.]+$/.test(name)) return undefined;
  if (SHARED_DOMAINS.some((shared) => name === shared || name.endsWith(`.${shared}`))) return undefined;
  const labels = name.split('.');
  const [second = '', top = ''] = labels.slice(-2);
  const isCountry = top.length === 2 && (second.length <= 3 || LONGER_SECOND_LEVELS.has(second));
  const size = isCountry ? 3 : 2;
  return labels.length < size ? undefined : labels.slice(-size).join('.');
}

/** Whether two hosts belong to one service: the catalogue's to say, where there is one. */
export type SameService = (host: string, own: string) => boolean;

/** `own` is the host that the owner typed. Hosts are in lower case, without brackets. */
export function mayMoveTo(
  host: string,
  own: string,
  trustedHosts: readonly string[],
  isSameService: SameService,
): boolean {
  if (host === own || trustedHosts.includes(host)) return true;
  if (isSameService(host, own)) return true;
  const domain = registrableDomain(own);
  return domain !== undefined && domain === registrableDomain(host);
}

/** The host that a server wants the stream at, where its owner may allow it. */
export function movedHostOf({ code, details }: ErrorRecord): string | undefined {
  const { host, isPrivate } = details;
  return code === 'rtmp/moved-elsewhere' && isPrivate !== true && typeof host === 'string' ? host : undefined;
}
