/**
 * RTMP without I/O, front door; `@upcast/rtmp/session` of the package. Both ends of a publication (`PublishSession`,
 * `ReceiveSession`), FLV, errors and redaction. Nothing here opens a socket, reads a clock or draws a random
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
export type { StatusWords } from './session/receive/receive-answers.ts';
export type {
  ReceiveSessionEvent,
  ReceiveSessionOptions,
  ReceiveSessionPhase,
  ReceiveSessionStats,
} from './session/receive/receive-session-types.ts';
export { FlvDemuxer } from './flv/demuxer.ts';
export { FlvFileReader } from './flv/file-reader.ts';
export { FlvWriter } from './flv/writer.ts';
export { parseAudioBody, parseVideoBody } from './flv/tag-body.ts';
export type { FlvDemuxerOptions } from './flv/demuxer.ts';
export type { FaultCounts } from './flv/file-faults.ts';
export type { MediaPacket, ParsedPacket } from './flv/packet.ts';
export type { BodyRole, TagBody, TagTrack } from './flv/tag-body.ts';
export type {
  AmfBytes,
  AmfComplex,
  AmfDate,
  AmfDictionary,
  AmfEcmaArray,
  AmfObject,
  AmfStrictArray,
  AmfUnsupported,
  AmfValue,
  AmfXml,
} from './amf/amf-value.ts';
export { AppError, toAppError } from '../../shared/errors/app-error.ts';
export { errorCodes, isErrorCode } from '../../shared/errors/error-codes.ts';
export type { ErrorDetails, ErrorRecord } from '../../shared/errors/app-error.ts';
export type { ErrorCode } from '../../shared/errors/error-codes.ts';
export { MASK, Redactor, redact } from '../../shared/redactor.ts';
