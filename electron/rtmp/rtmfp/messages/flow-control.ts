/** What either end of a session over flows makes of user control messages (RFC 7425 §5.3): keep-alive periods, and little else. */
import { parseControlMessage } from '../../message/control-message.ts';
import { messageTypes } from '../../message/message-types.ts';
import type { RtmpMessage } from '../../message/message-types.ts';
import type { ControlOutcome } from '../../session/session-control.ts';
import type { OpenSession } from '../flows/open-session.ts';

const SET_KEEP_ALIVE = 41;
const FLOW_SYNC = 34;
/** A server that wants less costs more than it brings; one that wants more loses us to a router on the way. */
const MIN_KEEP_ALIVE_MS = 5_000;
const MAX_KEEP_ALIVE_MS = 300_000;

export function takeFlowControl(message: RtmpMessage, session: OpenSession): ControlOutcome {
  const { type, body } = message;
  // Chunk sizes, windows and acknowledgements are those of a stream of bytes.
  if (type !== messageTypes.userControl) return { type: 'ignored', reason: 'not for flows' };
  const control = parseControlMessage(type, body);
  if (control?.type === 'setBufferLength') return control;
  if (control?.type !== 'unknownUserControl') return { type: 'taken' };
  if (control.event === FLOW_SYNC) return { type: 'taken' };
  if (control.event !== SET_KEEP_ALIVE) return { type: 'ignored', reason: 'unknown or too short' };
  const periodMs = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(2);
  session.setKeepAlive(Math.min(Math.max(periodMs, MIN_KEEP_ALIVE_MS), MAX_KEEP_ALIVE_MS));
  return { type: 'taken' };
}
