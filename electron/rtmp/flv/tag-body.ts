/**
 * Takes the body of an audio or video tag apart: legacy headers, and the enhanced ones with multitrack and ModEx
 * (E-RTMP v2). What is reserved or unknown comes back as role `unknown`, it is never an error; a body that is cut
 * short is. Knows nothing of time and of what a body is used for.
 */
import { badData } from './bit-reader.ts';

/** What the body of a tag is there for. */
export type BodyRole =
  /** Codec configuration. `isPending` when it is announced without content. */
  | 'sequenceHeader'
  | 'frame'
  | 'sequenceEnd'
  /** HDR colour information and the like. */
  | 'metadata'
  | 'channelConfig'
  /** Seek marks of a server, frame type 5. */
  | 'command'
  | 'unknown';

/** One track of a tag; a tag has several only with multitrack (Enhanced RTMP v2). */
export interface TagTrack {
  readonly trackId: number;
  /** FourCC; legacy codecs as their FourCC where they have one (`avc1`, `mp4a`, `.mp3`), else `flv:N`. */
  readonly codec: string;
  /** Codec configuration, frame data (for NAL codecs without the composition time) or the metadata's AMF0. */
  readonly data: Uint8Array;
  /** Presentation minus decode time in ms; 0 where the format has none. */
  readonly compositionMs: number;
}

/** The body of an audio or video tag, taken apart. */
export interface TagBody {
  readonly role: BodyRole;
  readonly isEnhanced: boolean;
  readonly isMultitrack: boolean;
  /** By the header alone; a frame only if `role` is `frame`. */
  readonly isKey: boolean;
  /** Nanoseconds to add to the presentation time, 0..999999. */
  readonly nanosecondOffset: number;
  readonly tracks: readonly TagTrack[];
}

const LEGACY_AUDIO: Readonly<Record<number, string>> = { 2: '.mp3', 10: 'mp4a', 14: '.mp3' };
const NAL_CODECS = new Set(['avc1', 'hvc1', 'vvc1']);

class Cursor {
  readonly bytes: Uint8Array;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.position;
  }

  unsigned(size: 1 | 2 | 3): number {
    if (size > this.left) throw badData('a media tag ends inside its header');
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + (this.bytes[this.position++] ?? 0);
    return value;
  }

  take(size: number): Uint8Array {
    if (size > this.left) throw badData('a media tag is shorter than its header says');
    this.position += size;
    return this.bytes.subarray(this.position - size, this.position);
  }

  fourCc(): string {
    return String.fromCharCode(...this.take(4));
  }
}

function single(
  role: BodyRole,
  isKey: boolean,
  track: Omit<TagTrack, 'trackId' | 'compositionMs'> & { compositionMs?: number },
): TagBody {
  return {
    role,
    isEnhanced: false,
    isMultitrack: false,
    isKey,
    nanosecondOffset: 0,
    tracks: [{ trackId: 0, compositionMs: track.compositionMs ?? 0, codec: track.codec, data: track.data }],
  };
}

/** SI24: sign-extended from bit 23. */
function signed24(value: number): number {
  return value >= 0x800000 ? value - 0x1000000 : value;
}

/** Takes the body of a video tag apart; its data are views of `body`. @throws AppError `flv/bad-data` when it is empty or ends inside its header. */
export function parseVideoBody(body: Uint8Array): TagBody {
  const cursor = new Cursor(body);
  const first = cursor.unsigned(1);
  if ((first & 0x80) !== 0) return parseEnhanced(cursor, first & 0x0f, (first >> 4) & 7, 'video');
  const frameType = first >> 4;
  const codecId = first & 0x0f;
  const isKey = frameType === 1;
  const codec = codecId === 7 ? 'avc1' : codecId === 12 ? 'hvc1' : `flv:${codecId}`;
  if (frameType === 5) return single('command', false, { codec, data: cursor.take(cursor.left) });
  if (codecId !== 7 && codecId !== 12) {
    return single('frame', isKey, { codec, data: cursor.take(cursor.left) });
  }
  const packetType = cursor.unsigned(1);
  const compositionMs = packetType === 1 ? signed24(cursor.unsigned(3)) : 0;
  if (packetType !== 1) cursor.take(Math.min(3, cursor.left));
  const role = (['sequenceHeader', 'frame', 'sequenceEnd'] as const)[packetType] ?? 'unknown';
  return single(role, isKey, { codec, data: cursor.take(cursor.left), compositionMs });
}

/** Takes the body of an audio tag apart; its data are views of `body`. @throws AppError `flv/bad-data` when it is empty or ends inside its header. */
export function parseAudioBody(body: Uint8Array): TagBody {
  const cursor = new Cursor(body);
  const first = cursor.unsigned(1);
  const format = first >> 4;
  if (format === 9) return parseEnhanced(cursor, first & 0x0f, 0, 'audio');
  const codec = LEGACY_AUDIO[format] ?? `flv:${format}`;
  if (format !== 10) return single('frame', false, { codec, data: cursor.take(cursor.left) });
  const packetType = cursor.unsigned(1);
  const role = packetType === 0 ? 'sequenceHeader' : packetType === 1 ? 'frame' : 'unknown';
  return single(role, false, { codec, data: cursor.take(cursor.left) });
}

const VIDEO_MULTITRACK = 6;
const AUDIO_MULTITRACK = 5;
const MOD_EX = 7;
const METADATA = 4;

function parseEnhanced(
  cursor: Cursor,
  firstType: number,
  frameType: number,
  kind: 'audio' | 'video',
): TagBody {
  let type = firstType;
  let nanosecondOffset = 0;
  while (type === MOD_EX) {
    let size = cursor.unsigned(1) + 1;
    if (size === 256) size = cursor.unsigned(2) + 1;
    const data = cursor.take(size);
    const next = cursor.unsigned(1);
    if (next >> 4 === 0 && size >= 3) {
      nanosecondOffset = ((data[0] ?? 0) << 16) | ((data[1] ?? 0) << 8) | (data[2] ?? 0);
    }
    type = next & 0x0f;
  }
  const base = { isEnhanced: true, isKey: frameType === 1, nanosecondOffset };
  if (kind === 'video' && frameType === 5 && type !== METADATA) {
    return { ...base, role: 'command', isMultitrack: false, tracks: [] };
  }
  const multitrackType = kind === 'video' ? VIDEO_MULTITRACK : AUDIO_MULTITRACK;
  if (type !== multitrackType) {
    const role = enhancedRole(kind, type);
    if (role === 'unknown') return { ...base, role, isMultitrack: false, tracks: [] };
    const codec = cursor.fourCc();
    return { ...base, role, isMultitrack: false, tracks: [track(cursor, kind, type, codec, 0, cursor.left)] };
  }
  const layoutAndType = cursor.unsigned(1);
  const layout = layoutAndType >> 4;
  const role = enhancedRole(kind, layoutAndType & 0x0f);
  if (layout > 2 || role === 'unknown') return { ...base, role: 'unknown', isMultitrack: true, tracks: [] };
  return {
    ...base,
    role,
    isMultitrack: true,
    tracks: parseTracks(cursor, kind, layout, layoutAndType & 0x0f),
  };
}

function parseTracks(cursor: Cursor, kind: 'audio' | 'video', layout: number, type: number): TagTrack[] {
  const shared = layout === 2 ? undefined : cursor.fourCc();
  if (layout === 0) {
    const trackId = cursor.unsigned(1);
    return [track(cursor, kind, type, shared ?? '', trackId, cursor.left)];
  }
  const tracks: TagTrack[] = [];
  while (cursor.left > 0) {
    const codec = shared ?? cursor.fourCc();
    const trackId = cursor.unsigned(1);
    const size = cursor.unsigned(3);
    tracks.push(track(cursor, kind, type, codec, trackId, size));
  }
  return tracks;
}

function track(
  cursor: Cursor,
  kind: 'audio' | 'video',
  type: number,
  codec: string,
  trackId: number,
  size: number,
): TagTrack {
  const bytes = cursor.take(size);
  if (kind !== 'video' || type !== 1 || !NAL_CODECS.has(codec)) {
    return { trackId, codec, data: bytes, compositionMs: 0 };
  }
  const inner = new Cursor(bytes);
  const compositionMs = signed24(inner.unsigned(3));
  return { trackId, codec, data: inner.take(inner.left), compositionMs };
}

function enhancedRole(kind: 'audio' | 'video', type: number): BodyRole {
  if (type === 0) return 'sequenceHeader';
  if (type === 1) return 'frame';
  if (type === 2) return 'sequenceEnd';
  if (kind === 'audio') return type === 4 ? 'channelConfig' : 'unknown';
  if (type === 3) return 'frame';
  if (type === METADATA) return 'metadata';
  return type === 5 ? 'sequenceHeader' : 'unknown';
}

const CONFIGURATION_FREE = new Set(['ac-3', 'ec-3', '.mp3', 'Opus']);

/** True for a sequence header that ffmpeg writes before it knows the configuration: not to be forwarded. */
export function isPendingHeader(parsed: TagBody): boolean {
  return (
    parsed.role === 'sequenceHeader' &&
    parsed.tracks.every((one) => one.data.length === 0 && !CONFIGURATION_FREE.has(one.codec))
  );
}
