/**
 * RTMP without I/O, front door. Both ends of a publication (`PublishSession`, `ReceiveSession`), the HTTP
 * tunnel's codec, and what their results mean. Nothing here opens a socket, reads a clock or draws a random
 * number: bytes, monotonic milliseconds and random bytes are arguments, events and bytes are results.
 *
 * A publisher, in the order of calls (RTMP 1.0 §5, §7.2; Enhanced RTMP v2):
 *
 *     const session = new PublishSession({ app, tcUrl, streamKey }, randomBytes);
 *     session.start(nowMs);
 *     // on bytes: for (const event of session.receive(bytes, nowMs)) ...
 *     // after each call: write every piece of session.takeOutput(), in order
 *     session.sendMedia('video', timestampMs, flvTagBody); // once `publishStarted` has come
 *     session.end();
 *
 * What a peer does wrong ends the session with the event `failed`, after all that it said before; its error is an
 * `AppError` of `rtmp/*`: `not-rtmp`, `wants-encryption`, `handshake-failed`, `protocol`, `limit`, `bad-amf`. A refusal by the server is no error but the event `refused`; `classifyRefusal` names
 * it.
 */
export { PublishSession } from './session/publish/publish-session.ts';
export { ReceiveSession } from './session/receive/receive-session.ts';
export { classifyRefusal } from './session/publish/classify-refusal.ts';
export { resolveReconnectUrl } from './session/reconnect-url.ts';
export type {
  AuthChallenge,
  PublishSessionEvent,
  PublishSessionOptions,
  PublishSessionPhase,
  PublishSessionStats,
  Refusal,
  RtmpCapabilities,
} from './session/publish/publish-session-types.ts';
export type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
  ReceiveSessionPhase,
  ReceiveSessionStats,
} from './session/receive/receive-session-types.ts';
