/**
 * No page of ours reaches a network: requests for anything but the app's own files are cancelled, whatever the content
 * policy lets through, and WebRTC has no way out past it. The engine, another process, is what connects to servers.
 */
import { app } from 'electron';
import type { Session } from 'electron';

/** `devtools:` serves the developer tools, where these may be opened; the others are made by the page itself. */
const localSchemes: ReadonlySet<string> = new Set(['upcast:', 'blob:', 'data:', 'devtools:']);
/** Discard on this computer: whatever would still look for a proxy finds nobody. */
const NOWHERE = 'socks5://127.0.0.1:9';

export function isLocalRequest(url: string): boolean {
  return URL.canParse(url) && localSchemes.has(new URL(url).protocol);
}

/** Resolves when nothing can leave any more. */
export async function closeNetwork(session: Session, onDenied: (text: string) => void): Promise<void> {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isLocal = isLocalRequest(details.url);
    if (!isLocal) onDenied(`request to ${details.url.slice(0, 200)}`);
    answer({ cancel: !isLocal });
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE, proxyBypassRules: '<-loopback>' });
}
