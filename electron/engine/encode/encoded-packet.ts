/**
 * What every output gets: codec data with its times, parsed once, right behind ffmpeg. Its FLV tag body comes along as ffmpeg
 * wrote it, so that an RTMP output sends the body without a copy. Times are whole milliseconds, as in FLV.
 */
import type { MediaPacket, ParsedPacket } from '../../rtmp/flv/packet.ts';

/** Immutable: one object, shared by all outputs. `timestampMs` is the decode time. */
export interface EncodedPacket extends MediaPacket {
  /** Which encoding it belongs to. */
  readonly encodingId: string;
  /** FourCC; empty for metadata (`script`). */
  readonly codec: string;
  /** Codec configuration or one frame, without FLV's header: a view of `body`. */
  readonly data: Uint8Array;
  /** Of a further track of sound; absent on what the encoding itself gives. */
  readonly trackId?: string | undefined;
  /** Presentation minus decode time, ms; 0 where frames come in the order in which they are shown. */
  readonly compositionMs: number;
}

/** Takes the packets of an encoding. */
export interface PacketSink {
  /** It gets the sound of further tracks as well. */
  readonly takesTracks?: boolean;
  /** The packet is shared, never changed. Never blocks, never throws. */
  push(packet: EncodedPacket): void;
}

/** False for a tag that is neither metadata nor configuration nor a frame: colours in a tag of their own, an end of sequence. */
export function isEncodedMedia({ tag }: ParsedPacket): boolean {
  return tag === undefined || tag.role === 'sequenceHeader' || tag.role === 'frame';
}

/** @param timestampMs the decode time in the program. */
export function toEncodedPacket(
  packet: ParsedPacket,
  encodingId: string,
  timestampMs: number,
): EncodedPacket {
  const { kind, body, isKeyframe, isSequenceHeader, isDisposable, tag } = packet;
  const track = tag?.tracks[0];
  return {
    kind,
    timestampMs,
    body,
    isKeyframe,
    isSequenceHeader,
    isDisposable,
    encodingId,
    codec: track?.codec ?? '',
    data: track?.data ?? body,
    compositionMs: track?.compositionMs ?? 0,
  };
}

/**
 * The same packet, decoded at another time. A frame decoded later is still shown on time: its composition offset shrinks by as
 * much. AV1 has no offset and needs none: its frames come in the order in which they are shown.
 */
export function retime(packet: EncodedPacket, timestampMs: number): EncodedPacket {
  if (packet.timestampMs === timestampMs) return packet;
  const compositionMs = packet.compositionMs + packet.timestampMs - timestampMs;
  const isFrame = packet.kind === 'video' && !packet.isSequenceHeader;
  const header = isFrame ? buildFrameHeader(packet, compositionMs) : undefined;
  if (header === undefined) return { ...packet, timestampMs };
  const body = new Uint8Array(header.length + packet.data.length);
  body.set(header);
  body.set(packet.data, header.length);
  return { ...packet, timestampMs, compositionMs, body, data: body.subarray(header.length) };
}

/** FLV's header of this frame with another composition offset; undefined where the codec has none. */
function buildFrameHeader({ codec, body }: EncodedPacket, compositionMs: number): number[] | undefined {
  const offset = (compositionMs & 0xffffff) >>> 0;
  const bytes = [offset >>> 16, (offset >>> 8) & 0xff, offset & 0xff];
  const first = body[0] ?? 0;
  const isEnhanced = (first & 0x80) !== 0;
  if (codec === 'avc1' && !isEnhanced) return [first, 1, ...bytes];
  // As coded frames with an offset, also where ffmpeg left the offset out for being 0.
  if (codec === 'hvc1' && isEnhanced) return [(first & 0xf0) | 1, ...body.subarray(1, 5), ...bytes];
  return undefined;
}
