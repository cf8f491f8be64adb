/** Limits every page: where it may go, what it may load, what it may use. Called before the window opens; no page loads before it resolves. */
import { session as electronSession } from 'electron';
import { isGuide } from '../guide/guide-window.ts';
import { isPage } from '../page-sources/page-session.ts';
import { paths } from '../process/paths.ts';
import { serveApp } from '../window/app-protocol.ts';
import { lockNavigation } from '../window/navigation.ts';
import { closeNetwork } from '../window/network-wall.ts';
import { guardPermissions } from '../window/permissions.ts';

export async function lockPages(onDenied: (text: string) => void, onServed: () => void): Promise<void> {
  const { defaultSession } = electronSession;
  lockNavigation((contents) => isPage(contents) || isGuide(contents), onDenied);
  const closed = closeNetwork(defaultSession, onDenied);
  guardPermissions(defaultSession, onDenied);
  serveApp(defaultSession, paths.renderer, onServed);
  await closed;
}
