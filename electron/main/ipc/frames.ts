/** Tells the window's page and its secret frame from any other frame. */
import type { WebFrameMain } from 'electron';
import { isOwnOrigin, isSecretFrameOrigin } from '../window/permissions.ts';
import type { Caller } from './channel-callers.ts';

/** Undefined for any frame but the window's page and a secret frame directly in it. */
export function callerOf(frame: WebFrameMain, mainFrame: WebFrameMain): Caller | undefined {
  if (frame === mainFrame) return isOwnOrigin(frame.url) ? 'window' : undefined;
  // The secret frame has a process of its own: a frame that the page filled itself is none, whatever its address says.
  const isSecretFrame =
    frame.parent === mainFrame && isSecretFrameOrigin(frame.url) && frame.processId !== mainFrame.processId;
  return isSecretFrame ? 'secretFrame' : undefined;
}
