/** The browser session of one page: in memory, shared with nothing, and without any permission, device, download or way out of the web. */
import { randomUUID } from 'node:crypto';
import { app, session as electronSession } from 'electron';
import type { Session, WebContents } from 'electron';
import { RequestGuard, isServiceWorker, withWalls } from './page-rules.ts';

const pageSessions = new WeakSet<Session>();

/** Whether these contents are a browser page of a source. */
export function isPage(contents: WebContents): boolean {
  return pageSessions.has(contents.session);
}

/** No page shows a server a certificate of the user's: Chromium would choose the first one. */
export function refuseClientCertificates(): void {
  app.on('select-client-certificate', (event, contents, _url, _list, answer) => {
    // oxlint-disable-next-line unicorn/no-null -- a request of main itself has no contents
    if (contents === null || !isPage(contents)) return;
    event.preventDefault();
    answer();
  });
}

export interface PageSessionParts {
  /** A secret. */
  readonly address: string;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Without an address. */
  onRefused(text: string): void;
}

export function openPageSession(parts: PageSessionParts): Session {
  // A name without `persist:` is kept in memory. No name is used twice: no page finds what another one left.
  const session = electronSession.fromPartition(`page ${randomUUID()}`);
  pageSessions.add(session);
  session.setUserAgent(session.getUserAgent().replaceAll(/ (?:upcast|electron)\/\S+/gi, ''));
  refuseEverything(session, parts.onRefused);
  guardRequests(session, parts);
  return session;
}

function refuseEverything(session: Session, onRefused: (text: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    onRefused(`the permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    onRefused('a download');
  });
  for (const name of ['select-hid-device', 'select-usb-device'] as const)
    session.on(name as 'select-hid-device', (event, _details, answer) => {
      event.preventDefault();
      answer();
    });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
}

function guardRequests(session: Session, { address, now, onRefused }: PageSessionParts): void {
  const resolve = async (name: string): Promise<readonly string[]> => {
    const { endpoints } = await session.resolveHost(name);
    return endpoints.map((endpoint) => endpoint.address);
  };
  const guard = new RequestGuard(address, resolve, now);
  const { webRequest } = session;
  webRequest.onBeforeRequest((details, answer) => {
    void guard.allows(details.url).then((isAllowed) => {
      if (!isAllowed) onRefused(`a request (${details.resourceType})`);
      answer({ cancel: !isAllowed });
    });
  });
  webRequest.onBeforeSendHeaders((details, answer) => {
    const isRefused = isServiceWorker(details.requestHeaders);
    if (isRefused) onRefused('a service worker');
    answer({ cancel: isRefused });
  });
  webRequest.onHeadersReceived((details, answer) => {
    const { url, resourceType, responseHeaders } = details;
    const isDocument = resourceType === 'mainFrame' || resourceType === 'subFrame';
    const walled = isDocument ? { responseHeaders: withWalls(responseHeaders) } : {};
    const { ip } = details as { readonly ip?: unknown };
    if (typeof ip !== 'string') return answer(walled);
    void mayComeFrom(session, guard, { url, ip, isPage: resourceType === 'mainFrame' }).then((isAllowed) => {
      if (!isAllowed) onRefused(`an answer (${resourceType})`);
      answer(isAllowed ? walled : { cancel: true });
    });
    return undefined;
  });
}

async function mayComeFrom(
  session: Session,
  guard: RequestGuard,
  { url, ip, isPage }: { readonly url: string; readonly ip: string; readonly isPage: boolean },
): Promise<boolean> {
  if (await guard.allowsFrom(ip, isPage)) return true;
  // Behind a proxy, the address is the proxy's own.
  return (await session.resolveProxy(url).catch(() => 'DIRECT')) !== 'DIRECT';
}

/** Nothing is left of the page. Electron keeps the session itself until the app ends. */
export async function endPageSession(session: Session): Promise<void> {
  await session.closeAllConnections();
  await session.clearStorageData();
  await session.clearCache();
}
