/** Limits every page: where it may go, what it may load, what it may use. Called before the window opens. */
import { session as electronSession } from 'electron';
import { isGuide } from '../guide/guide-window.ts';
import { isPage } from '../page-sources/page-session.ts';
import { paths } from '../process/paths.ts';
import type { Screens } from '../screens/screens.ts';
import { serveApp } from '../window/app-protocol.ts';
import { lockNavigation } from '../window/navigation.ts';
import { closeNetwork } from '../window/network-wall.ts';
import { guardPermissions } from '../window/permissions.ts';

export async function lockPages(screens: Screens, onDenied: (text: string) => void): Promise<void> {
  const { defaultSession } = electronSession;
  lockNavigation((contents) => isPage(contents) || isGuide(contents), onDenied);
  await closeNetwork(defaultSession, onDenied);
  guardPermissions(defaultSession, onDenied);
  screens.answerCaptures(defaultSession, onDenied);
  serveApp(defaultSession, paths.renderer);
}
