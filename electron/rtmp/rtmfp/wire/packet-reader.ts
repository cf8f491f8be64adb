/**
 * Reads a plain packet (RFC 7016 §2.2.4): flags, timestamps, chunks, padding. Unknown chunks, malformed ones and those that have no
 * place in the packet's mode are skipped one by one.
 */
import { readSessionChunk, readStartupChunk } from './chunk-reader.ts';
import { CHUNK_HEAD_BYTES, chunkTypes } from './chunk-types.ts';
import type { Packet, SessionChunk, StartupChunk, UserData } from './chunks.ts';
import { FieldReader } from './field-reader.ts';
import { packetFlags, STARTUP_MODE } from './packet-flags.ts';

/** Undefined for bytes that hold no head, or the mode that RTMFP forbids. */
export function readPacket(bytes: Uint8Array): Packet | undefined {
  const reader = new FieldReader(bytes);
  const flags = reader.u8();
  const mode = flags & packetFlags.modeMask;
  const head = {
    isTimeCritical: (flags & packetFlags.timeCritical) !== 0,
    isTimeCriticalReverse: (flags & packetFlags.timeCriticalReverse) !== 0,
    timestamp: (flags & packetFlags.timestamp) === 0 ? undefined : reader.u16(),
    timestampEcho: (flags & packetFlags.timestampEcho) === 0 ? undefined : reader.u16(),
  };
  if (reader.isMalformed || mode === 0) return undefined;
  const chunksAt = bytes.length - reader.remaining;
  return mode === STARTUP_MODE
    ? { ...head, mode: STARTUP_MODE, chunks: readStartupChunks(bytes, chunksAt) }
    : { ...head, mode: mode === 1 ? 1 : 2, chunks: readSessionChunks(bytes, chunksAt) };
}

/** What does not fit any more is padding. */
function* splitChunks(bytes: Uint8Array, start: number): Generator<{ type: number; fields: FieldReader }> {
  let at = start;
  while (at + CHUNK_HEAD_BYTES <= bytes.length) {
    const fieldsAt = at + CHUNK_HEAD_BYTES;
    const end = fieldsAt + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0);
    if (end > bytes.length) return;
    yield { type: bytes[at] ?? 0, fields: new FieldReader(bytes, fieldsAt, end) };
    at = end;
  }
}

function readStartupChunks(bytes: Uint8Array, start: number): StartupChunk[] {
  const chunks: StartupChunk[] = [];
  for (const { type, fields } of splitChunks(bytes, start)) {
    const chunk = readStartupChunk(type, fields);
    if (chunk) chunks.push(chunk);
  }
  return chunks;
}

function readSessionChunks(bytes: Uint8Array, start: number): SessionChunk[] {
  const chunks: SessionChunk[] = [];
  let userData: UserData | undefined;
  for (const { type, fields } of splitChunks(bytes, start)) {
    const chunk = readSessionChunk(type, fields, userData);
    const isUserData = type === chunkTypes.userData || type === chunkTypes.nextUserData;
    // After malformed user data nobody knows which fragment the next one is.
    if (isUserData) userData = chunk?.type === 'userData' ? chunk : undefined;
    if (chunk) chunks.push(chunk);
  }
  return chunks;
}
