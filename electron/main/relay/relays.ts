/**
 * Main's side of a relay: asks for a folder, writes nginx's files there with the chosen destinations' keys, makes the relay
 * a destination of its own, and asks a relay on this computer how it is.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as http from 'node:http';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { RELAY_SERVICE_ID, relayedServiceIdsOf } from '../../../shared/destinations/destination-service.ts';
import { destinationSchema } from '../../../shared/destinations/destination.ts';
import type { Destination } from '../../../shared/destinations/destination.ts';
import { publishedAddressesOf } from '../../../shared/destinations/server-secret.ts';
import {
  buildRelay,
  RELAY_APPLICATION,
  RELAY_HTTP_PORT,
  RELAY_STATUS_HEADER,
  SYSTEM_AUTHORITIES_PATH,
} from '../../../shared/relay/relay-config.ts';
import type { RelayTarget } from '../../../shared/relay/relay-config.ts';
import { relayGuide, relayReadme } from '../../../shared/relay/relay-guide.ts';
import type { RelayRequest, WrittenRelay } from '../../../shared/relay/relay-request.ts';
import { parseRelayStatus } from '../../../shared/relay/relay-status.ts';
import type { RelayStatus } from '../../../shared/relay/relay-status.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import { isPrivatePlace, writeRelayFolder } from './relay-folder.ts';
import type { FolderOwner } from './relay-folder.ts';
import { texts } from '../../../shared/text/text.ts';

const FOLDER_NAME = 'upcast-relay';
const KEY_BYTES = 16;
const STATUS_DEADLINE_MS = 3_000;
const MAX_STATUS_BYTES = 1_000_000;
const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1'];

export interface RelaysOptions {
  readonly destinationStore: DestinationStore;
  readonly settings: SettingsStore;
  /** Asks for the folder that the relay's folder is put into; undefined when the person chose none. */
  readonly chooseFolder: () => Promise<string | undefined>;
  readonly owner: FolderOwner;
}

interface Pending {
  readonly url: string;
  readonly key: string;
  readonly destinationIds: readonly string[];
}

export class Relays {
  readonly #options: RelaysOptions;
  #pending: Pending | undefined;

  constructor(options: RelaysOptions) {
    this.#options = options;
  }

  /** Undefined when no folder was chosen. @throws AppError `settings/*` when a key is missing or the files cannot be written. */
  async write(request: RelayRequest): Promise<WrittenRelay | undefined> {
    const targets = (await Promise.all(request.destinationIds.map((id) => this.#targetsOf(id)))).flat();
    const parent = await this.#options.chooseFolder();
    if (parent === undefined) return undefined;
    if (!isPrivatePlace(parent, this.#options.owner))
      throw withReason('settings/write-failed', 'relayFolderIsOpen');
    const folder = join(parent, FOLDER_NAME);
    const isLocal = LOCAL_HOSTS.includes(request.host);
    const scheme = request.certificate === undefined ? 'rtmp' : 'rtmps';
    const url = `${scheme}://${request.host}:${request.port}/${RELAY_APPLICATION}`;
    const key = (await this.#keyOf(url)) ?? randomBytes(KEY_BYTES).toString('hex');
    // A computer that keeps its authorities elsewhere gets them as a file.
    const hasBundle = isLocal && !existsSync(SYSTEM_AUTHORITIES_PATH);
    const bundlePath = 'authorities/system.pem';
    const { files, refusals, pushedTo } = buildRelay({
      targets,
      publishKey: key,
      port: request.port,
      isLocalOnly: isLocal,
      ...(request.certificate === undefined ? {} : { certificate: request.certificate }),
      ...(hasBundle ? { authoritiesPath: bundlePath } : {}),
      ...(isLocal ? { runtimeFolder: folder, statusToken: statusTokenOf(key) } : {}),
    });
    const guide = { isLocal, folder, url };
    await writeRelayFolder(folder, [
      ...files,
      ...(hasBundle ? [{ path: bundlePath, content: rootCertificates.join('\n') }] : []),
      { path: 'README.txt', content: relayReadme(guide) },
    ]);
    this.#pending = { url, key, destinationIds: request.destinationIds };
    return { folder, url, isLocal, pushedTo, refusals, steps: relayGuide(guide) };
  }

  /** The relay last written becomes the destination; those it pushes to are switched off. */
  async use(): Promise<Destination> {
    const pending = this.#pending;
    if (pending === undefined) throw withReason('input/bad-message', 'relayNotWritten');
    const { destinationStore, settings } = this.#options;
    const { url, key, destinationIds } = pending;
    const { destinations } = settings.get();
    const known = destinations.find((each) => isRelayAt(each, url));
    const behind = destinations.filter(({ id }) => destinationIds.includes(id));
    const relay = destinationSchema.parse({
      ...(known ?? { id: randomUUID(), name: texts.names.relay, serviceId: RELAY_SERVICE_ID, url }),
      isEnabled: true,
      relayedServiceIds: relayedServiceIdsOf(behind),
    });
    const saved = await destinationStore.save(relay, { key });
    await settings.update((current) => ({
      ...current,
      isRehearsing: false,
      destinations: current.destinations.map((each) =>
        destinationIds.includes(each.id) ? { ...each, isEnabled: false } : each,
      ),
    }));
    return saved;
  }

  /** Of a relay on this computer; undefined when it does not answer. */
  async status(): Promise<RelayStatus | undefined> {
    for (const key of await this.#localKeys()) {
      const page = await readPage(`http://127.0.0.1:${RELAY_HTTP_PORT}/stat`, statusTokenOf(key));
      if (page !== undefined) return parseRelayStatus(page);
    }
    return undefined;
  }

  /** Of the relays on this computer: the one last written, then those that are destinations. */
  async #localKeys(): Promise<readonly string[]> {
    const { destinationStore } = this.#options;
    const relays = destinationStore.view().destinations.filter(({ serviceId, hasKey, url }) => {
      return serviceId === RELAY_SERVICE_ID && hasKey && LOCAL_HOSTS.includes(hostOf(url));
    });
    const saved = await Promise.all(
      relays.map(async ({ id }) => (await destinationStore.withSecrets(id)).key),
    );
    return [...new Set([...(this.#pending === undefined ? [] : [this.#pending.key]), ...saved])];
  }

  /** A relay that is written anew keeps its key. */
  async #keyOf(url: string): Promise<string | undefined> {
    const known = this.#options.destinationStore.view().destinations.find((each) => isRelayAt(each, url));
    return known?.hasKey === true
      ? (await this.#options.destinationStore.withSecrets(known.id)).key
      : undefined;
  }

  async #targetsOf(id: string): Promise<RelayTarget[]> {
    const destination = await this.#options.destinationStore.withSecrets(id);
    const { name, key, backupMode, username, tls } = destination;
    const { url, backupUrl } = publishedAddressesOf(destination);
    const target: RelayTarget = {
      name,
      url,
      key,
      hasCredentials: username !== undefined,
      pinnedSha256: tls.pinnedSha256,
      extraAuthorityPem: tls.extraAuthorityPem,
      minimumTls: tls.minimumVersion,
    };
    const isHot = backupUrl !== undefined && backupMode === 'both';
    return isHot ? [target, { ...target, name: texts.names.backupOf(name), url: backupUrl }] : [target];
  }
}

/** Opens a relay's statistics. Made of its key, so that there is nothing more to keep; the key isn't sent. */
function statusTokenOf(key: string): string {
  return createHmac('sha256', key).update('upcast relay statistics').digest('hex');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

function isRelayAt(destination: Destination, url: string): boolean {
  return destination.serviceId === RELAY_SERVICE_ID && destination.url === url;
}

/** Undefined when nothing, too much or something else than a page comes in time. */
function readPage(url: string, token: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const headers = { [RELAY_STATUS_HEADER]: token };
    const request = http.get(url, { timeout: STATUS_DEADLINE_MS, headers }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_STATUS_BYTES) request.destroy();
        else chunks.push(chunk);
      });
      response.on('end', () =>
        resolve(response.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined),
      );
      response.on('close', () => resolve(undefined));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}
