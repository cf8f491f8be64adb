/** What a page may do: the list below, for our own origin, and nothing else. */
import type { Session } from 'electron';
import { PICTURE_FRAME_ORIGIN, SECRET_FRAME_ORIGIN, WINDOW_ORIGIN } from '../../../shared/origins.ts';

/** Camera and microphone, screen capture, leaving them selectable by name, and the names of the computer's fonts. */
const grantedPermissions: ReadonlySet<string> = new Set(['media', 'display-capture', 'local-fonts']);

/** True for the exact origin of our pages; a look-alike such as `upcast://app.example` is another origin. */
export function isOwnOrigin(url: string): boolean {
  return url === WINDOW_ORIGIN || url.startsWith(`${WINDOW_ORIGIN}/`);
}

/** True for the origin of the secret frame. */
export function isSecretFrameOrigin(url: string): boolean {
  return url === SECRET_FRAME_ORIGIN || url.startsWith(`${SECRET_FRAME_ORIGIN}/`);
}

/** True for the origins of the frames that the window embeds. */
export function isFrameOrigin(url: string): boolean {
  return (
    isSecretFrameOrigin(url) || url === PICTURE_FRAME_ORIGIN || url.startsWith(`${PICTURE_FRAME_ORIGIN}/`)
  );
}

export function isPermissionGranted(permission: string, requestingUrl: string): boolean {
  return grantedPermissions.has(permission) && isOwnOrigin(requestingUrl);
}

export function guardPermissions(session: Session, onDenied: (text: string) => void): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const isGranted =
      details.isMainFrame && isPermissionGranted(permission, details.requestingUrl ?? contents.getURL());
    if (!isGranted) onDenied(`denied ${permission} to ${details.requestingUrl}`);
    answer(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermissionGranted(permission, requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
}
