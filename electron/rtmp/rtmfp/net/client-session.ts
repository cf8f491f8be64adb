/** A session to a server over UDP. */
import { readSessionId } from '../crypto/datagram.ts';
import { ClientOpening } from './client-opening.ts';
import type { OpeningOptions } from './client-opening.ts';
import { SessionRunner } from './session-runner.ts';
import type { SessionEnd } from './session-runner.ts';

export interface ClientSessionOptions extends OpeningOptions {
  /** This end of the session, once it is open. */
  readonly end: SessionEnd;
  /** After something of the open session arrived, or was sent. */
  readonly onProgress?: (() => void) | undefined;
  /** Once, last: the session is over, and its socket closed. */
  readonly onClosed: () => void;
}

/** @throws AppError `transport/*`, `rtmp/moved-elsewhere`, `internal/aborted`; nothing stays open then. */
export async function openClientSession(options: ClientSessionOptions): Promise<SessionRunner> {
  const { end, onProgress, onClosed } = options;
  const opening = new ClientOpening(options);
  try {
    await opening.openSockets();
    const { security, address, early } = await opening.open();
    const socket = opening.takeSocket(address.host, (datagram, from) => {
      if (readSessionId(datagram) === security.ownSessionId) runner.receive(datagram, from);
    });
    const runner = new SessionRunner({
      ...{ socket, security, address, end, onProgress },
      onClosed: () => {
        socket.close();
        onClosed();
      },
    });
    for (const datagram of early) runner.receive(datagram, address);
    return runner;
  } catch (error) {
    opening.close();
    throw error;
  }
}

/** Whether a server answers over UDP at all; nobody is named. @throws AppError as `openClientSession` does. */
export async function askServer(options: OpeningOptions): Promise<void> {
  const opening = new ClientOpening(options);
  try {
    await opening.openSockets();
    await opening.ask();
  } finally {
    opening.close();
  }
}
