/**
 * Writes the configuration of a media server that fans out: nginx with its RTMP module takes one stream and pushes it to
 * each destination, through its stream module where that takes TLS. Keys stand in files of their own. Pure; whatever a
 * user or a service named is quoted or refused, never pasted.
 */
import { toAppError } from '../errors/app-error.ts';
import { parseDestinationUrl } from '../destinations/url.ts';
import type { ParsedDestination } from '../destinations/url.ts';
import { quoteNginx, toComment, withoutVariables } from './nginx-text.ts';
import { addressProblem } from '../text/address-problem.ts';
import { texts } from '../text/text.ts';

/** Where the stream goes in: `rtmp://host:port/relay` and the relay's own key. */
export const RELAY_APPLICATION = 'relay';
/** Loopback: the judge of keys and the statistics; the ways to TLS servers from the next port on. */
export const RELAY_HTTP_PORT = 19_349;
/** The header whose value opens the statistics of a local relay: a stream's name there is the relay's key. */
export const RELAY_STATUS_HEADER = 'X-Upcast-Relay';
/** Where Debian and Ubuntu keep the authorities that the system trusts. */
export const SYSTEM_AUTHORITIES_PATH = '/etc/ssl/certs/ca-certificates.crt';

const MAX_KEY_CHARACTERS = 1_000;
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,253}[a-z0-9])?$/;

export interface RelayTarget {
  readonly name: string;
  readonly url: string;
  readonly key: string;
  readonly hasCredentials?: boolean;
  readonly pinnedSha256?: string | undefined;
  /** Trusted for this target instead of the system's authorities. */
  readonly extraAuthorityPem?: string | undefined;
  readonly minimumTls?: 'TLSv1.2' | 'TLSv1.3';
}

export interface RelayOptions {
  readonly targets: readonly RelayTarget[];
  /** Whoever publishes must know it; hex digits. */
  readonly publishKey: string;
  /** Whoever reads the statistics must know it; hex digits. Without it the relay tells nobody. */
  readonly statusToken?: string;
  readonly port: number;
  /** Only programs of the relay's own machine may publish. */
  readonly isLocalOnly: boolean;
  /** RTMPS for the way in: `port` takes TLS alone. Paths on the relay's machine. */
  readonly certificate?: { readonly certificatePath: string; readonly keyPath: string };
  /** Next port after it: TLS targets, and the plain port behind TLS. */
  readonly httpPort?: number;
  readonly authoritiesPath?: string;
  /** Process id, log and temporary files; the system's places when absent. */
  readonly runtimeFolder?: string;
}

export interface RelayFile {
  /** Relative to the relay's folder, with `/`. */
  readonly path: string;
  readonly content: string;
}

export interface RelayRefusal {
  readonly name: string;
  /** One plain sentence. */
  readonly why: string;
}

export interface RelayConfiguration {
  readonly files: readonly RelayFile[];
  /** What cannot be pushed to by nginx, and why. */
  readonly refusals: readonly RelayRefusal[];
  /** Names of those that are pushed to. */
  readonly pushedTo: readonly string[];
}

interface Push {
  readonly target: RelayTarget;
  readonly parsed: ParsedDestination;
  /** Loopback port of the way through TLS; undefined for plain RTMP. */
  readonly tunnelPort: number | undefined;
  readonly authorityFile: string | undefined;
}

/** @throws AppError `input/bad-option` for a path that nginx could not read. */
export function buildRelay(options: RelayOptions): RelayConfiguration {
  const { httpPort = RELAY_HTTP_PORT } = options;
  const refusals: RelayRefusal[] = [];
  const pushes: Push[] = [];
  // The first port after `httpPort` is the plain way in behind TLS.
  let tunnelPort = httpPort + 2;
  for (const target of options.targets) {
    const read = readTarget(target);
    if ('why' in read) {
      refusals.push(read);
      continue;
    }
    const hasOwnAuthority = read.isTls && target.extraAuthorityPem !== undefined;
    pushes.push({
      target,
      parsed: read,
      tunnelPort: read.isTls ? tunnelPort++ : undefined,
      authorityFile: hasOwnAuthority ? `authorities/${pushes.length + 1}.pem` : undefined,
    });
  }
  const authorities = pushes.flatMap(({ target, authorityFile }) =>
    authorityFile === undefined ? [] : [{ path: authorityFile, content: target.extraAuthorityPem ?? '' }],
  );
  return {
    files: [
      { path: 'nginx.conf', content: mainFile(options, httpPort, pushes) },
      { path: 'keys/push.conf', content: pushFile(pushes) },
      { path: 'keys/publish.conf', content: `${quoteNginx(options.publishKey)} 1;\n` },
      ...(options.statusToken === undefined
        ? []
        : [{ path: 'keys/status.conf', content: `${quoteNginx(options.statusToken)} 1;\n` }]),
      ...authorities,
    ],
    refusals,
    pushedTo: pushes.map(({ target }) => target.name),
  };
}

function readTarget(target: RelayTarget): ParsedDestination | RelayRefusal {
  const refuse = (why: string): RelayRefusal => ({ name: target.name, why });
  let parsed: ParsedDestination;
  try {
    parsed = parseDestinationUrl(target.url, target.key);
  } catch (error) {
    const { details, code } = toAppError(error);
    return refuse(texts.relayRefusals.badAddress(addressProblem(details, texts.addresses) ?? code));
  }
  if (parsed.isTunnel) return refuse(texts.relayRefusals.tunnel);
  if (parsed.scheme === 'rtmfp') return refuse(texts.relayRefusals.flows);
  if (target.hasCredentials === true || parsed.username !== undefined) {
    return refuse(texts.relayRefusals.signIn);
  }
  if (parsed.app === '') return refuse(texts.relayRefusals.noApplication);
  if (parsed.streamKey === '') return refuse(texts.relayRefusals.noKey);
  if (parsed.streamKey.length > MAX_KEY_CHARACTERS || parsed.app.length > MAX_KEY_CHARACTERS) {
    return refuse(texts.relayRefusals.longKey);
  }
  const isNamed = HOST.test(parsed.host) && !/^[0-9.]+$/.test(parsed.host);
  if (!parsed.isIpv6 && !HOST.test(parsed.host)) return refuse(texts.relayRefusals.badHost);
  if (!parsed.isTls) return parsed;
  if (!isNamed) return refuse(texts.relayRefusals.numericHost);
  if (target.pinnedSha256 !== undefined) return refuse(texts.relayRefusals.pin);
  return parsed;
}

function pushFile(pushes: readonly Push[]): string {
  const lines = pushes.flatMap(({ target, parsed, tunnelPort }) => {
    const host = parsed.isIpv6 ? `[${parsed.host}]` : parsed.host;
    const address = tunnelPort === undefined ? `${host}:${parsed.port}` : `127.0.0.1:${tunnelPort}`;
    const parameters = [
      `app=${parsed.app}`,
      `playPath=${parsed.streamKey}`,
      // What a TLS server believes to be called by; the way there begins on loopback.
      `tcUrl=${parsed.tcUrl}`,
      'flashVer=FMLE/3.0 (compatible; Upcast relay)',
    ];
    return [toComment(target.name), `push rtmp://${address} ${parameters.map(quoteNginx).join(' ')};`];
  });
  return `${lines.join('\n')}\n`;
}

function mainFile(options: RelayOptions, httpPort: number, pushes: readonly Push[]): string {
  const { port, isLocalOnly, certificate, runtimeFolder } = options;
  const hasStatus = options.statusToken !== undefined;
  const plainPort = certificate === undefined ? port : httpPort + 1;
  const open = isLocalOnly ? '127.0.0.1:' : '';
  const listen = certificate === undefined ? `${open}${plainPort}` : `127.0.0.1:${plainPort}`;
  const tlsServers = [
    ...(certificate === undefined ? [] : [wayIn(certificate, `${open}${port}`, plainPort)]),
    ...pushes.flatMap((push) => wayOut(push, options.authoritiesPath ?? SYSTEM_AUTHORITIES_PATH)),
  ];
  const inFolder = (name: string): string => quoteNginx(`${runtimeFolder ?? ''}/${name}`);
  const places =
    runtimeFolder === undefined
      ? ['pid /run/upcast-relay.pid;', 'error_log /var/log/nginx/upcast-relay.log warn;']
      : [`pid ${inFolder('nginx.pid')};`, `error_log ${inFolder('error.log')} warn;`];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `  ${what}_temp_path ${inFolder(`tmp-${what}`)};`,
  );
  return [
    '# Written by Upcast: takes one stream and pushes it to each destination. The keys are in keys/.',
    '# The modules: Debian and Ubuntu, then Fedora.',
    'include /etc/nginx/modules-enabled/*.conf;',
    'include /usr/share/nginx/modules/*.conf;',
    ...places,
    '# The RTMP module keeps its streams within one process.',
    'worker_processes 1;',
    'events { worker_connections 1024; }',
    ...(tlsServers.length === 0 ? [] : ['', 'stream {', ...tlsServers.flat(), '}']),
    '',
    'rtmp {',
    '  # An access log would hold the keys.',
    '  access_log off;',
    '  server {',
    `    listen ${listen};`,
    '    max_message 16M;',
    '    notify_method get;',
    `    application ${RELAY_APPLICATION} {`,
    '      live on;',
    '      record off;',
    '      deny play all;',
    '      drop_idle_publisher 15s;',
    `      on_publish http://127.0.0.1:${httpPort}/publish;`,
    '      include keys/push.conf;',
    '    }',
    '  }',
    '}',
    '',
    'http {',
    '  access_log off;',
    ...(runtimeFolder === undefined ? [] : temporary),
    '  map $arg_name $upcast_is_allowed {',
    '    default 0;',
    '    include keys/publish.conf;',
    '  }',
    ...(hasStatus
      ? [
          `  map $http_${RELAY_STATUS_HEADER.toLowerCase().replaceAll('-', '_')} $upcast_may_read {`,
          '    default 0;',
          '    include keys/status.conf;',
          '  }',
        ]
      : []),
    '  # A web page whose name was pointed here gets no answer.',
    '  server {',
    `    listen 127.0.0.1:${httpPort} default_server;`,
    '    server_name _;',
    '    return 444;',
    '  }',
    '  server {',
    `    listen 127.0.0.1:${httpPort};`,
    '    server_name 127.0.0.1 localhost;',
    '    location / { return 404; }',
    '    location = /publish {',
    '      if ($upcast_is_allowed = 0) { return 403; }',
    '      return 204;',
    '    }',
    ...(hasStatus
      ? [
          '    location = /stat {',
          '      if ($upcast_may_read = 0) { return 403; }',
          '      rtmp_stat all;',
          '    }',
        ]
      : []),
    '  }',
    '}',
    '',
  ].join('\n');
}

function wayIn(
  certificate: { readonly certificatePath: string; readonly keyPath: string },
  listen: string,
  plainPort: number,
): string[] {
  return [
    '  server {',
    `    listen ${listen} ssl;`,
    `    ssl_certificate ${quoteNginx(withoutVariables(certificate.certificatePath))};`,
    `    ssl_certificate_key ${quoteNginx(withoutVariables(certificate.keyPath))};`,
    '    ssl_protocols TLSv1.2 TLSv1.3;',
    `    proxy_pass 127.0.0.1:${plainPort};`,
    '  }',
  ];
}

/** Nothing for plain RTMP: nginx pushes that by itself. */
function wayOut({ target, parsed, tunnelPort, authorityFile }: Push, authoritiesPath: string): string[][] {
  if (tunnelPort === undefined) return [];
  const protocols = target.minimumTls === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2 TLSv1.3';
  return [
    [
      `  ${toComment(target.name)}`,
      '  server {',
      `    listen 127.0.0.1:${tunnelPort};`,
      `    proxy_pass ${parsed.host}:${parsed.port};`,
      '    proxy_connect_timeout 10s;',
      '    proxy_ssl on;',
      '    proxy_ssl_server_name on;',
      `    proxy_ssl_name ${parsed.host};`,
      `    proxy_ssl_protocols ${protocols};`,
      '    proxy_ssl_verify on;',
      '    proxy_ssl_verify_depth 9;',
      `    proxy_ssl_trusted_certificate ${quoteNginx(authorityFile ?? authoritiesPath)};`,
      '  }',
    ],
  ];
}
