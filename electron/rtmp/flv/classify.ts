/**
 * Turns a tag body (or RTMP message payload) into a `ParsedPacket`: key frame, codec configuration, disposable.
 * Parses a body once and reads headers only; the body is passed on untouched.
 */
import { isPendingHeader, parseAudioBody, parseVideoBody } from './tag-body.ts';
import type { TagBody } from './tag-body.ts';
import type { MediaPacket, ParsedPacket } from './packet.ts';

const DEFAULT_NAL_LENGTH_SIZE = 4;

/**
 * Classifies bodies of one stream; remembers the NAL length size that its configuration announced.
 * Bodies are kept by reference: give it bytes that nobody changes later.
 */
export class PacketClassifier {
  #nalLengthSize = DEFAULT_NAL_LENGTH_SIZE;

  /**
   * @returns undefined for what must not be forwarded: empty bodies and configuration announced without content.
   * @throws AppError `flv/bad-data` when an audio or video body ends inside its header.
   */
  classify(kind: MediaPacket['kind'], timestampMs: number, body: Uint8Array): ParsedPacket | undefined {
    if (body.length === 0) return undefined;
    if (kind === 'script') {
      const is = { isKeyframe: false, isSequenceHeader: false, isDisposable: false };
      return { kind, timestampMs, body, ...is, tag: undefined };
    }
    const tag = kind === 'video' ? parseVideoBody(body) : parseAudioBody(body);
    if (isPendingHeader(tag)) return undefined;
    const isSequenceHeader = tag.role === 'sequenceHeader';
    if (isSequenceHeader && kind === 'video') this.#learnNalLength(tag);
    return {
      kind,
      timestampMs,
      body,
      isKeyframe: kind === 'video' && tag.role === 'frame' && tag.isKey,
      isSequenceHeader,
      isDisposable: kind === 'video' && isDisposable(tag, this.#nalLengthSize),
      tag,
    };
  }

  #learnNalLength(parsed: TagBody): void {
    const first = parsed.tracks[0];
    const field = first?.codec === 'avc1' ? first.data[4] : undefined;
    if (field !== undefined) this.#nalLengthSize = (field & 3) + 1;
  }
}

/** True when every slice of every track has nal_ref_idc 0 (H.264 7.4.1): no other picture refers to it. */
function isDisposable(parsed: TagBody, nalLengthSize: number): boolean {
  if (parsed.role !== 'frame' || parsed.isKey || parsed.tracks.length === 0) return false;
  return parsed.tracks.every((one) => one.codec === 'avc1' && isUnreferencedAvc(one.data, nalLengthSize));
}

function isUnreferencedAvc(data: Uint8Array, nalLengthSize: number): boolean {
  let slices = 0;
  for (let position = 0; position + nalLengthSize < data.length;) {
    let length = 0;
    for (let index = 0; index < nalLengthSize; index += 1)
      length = length * 256 + (data[position + index] ?? 0);
    const header = data[position + nalLengthSize] ?? 0;
    const type = header & 0x1f;
    if (type >= 1 && type <= 5) {
      if ((header & 0x60) !== 0) return false;
      slices += 1;
    }
    position += nalLengthSize + length;
  }
  return slices > 0;
}

/**
 * Where a late joiner's copy of this packet is kept, or undefined when it is not kept: one place for each medium and kind
 * of configuration (codec configuration, HDR colour, channel layout) and set of tracks. The newest replaces the older.
 */
export function configurationSlot({ kind, tag }: ParsedPacket): string | undefined {
  if (tag === undefined) return undefined;
  if (tag.role !== 'sequenceHeader' && tag.role !== 'metadata' && tag.role !== 'channelConfig')
    return undefined;
  return `${kind}:${tag.role}:${tag.tracks.map((one) => one.trackId).join(',')}`;
}

/** Presentation time in ms: decode time, composition offset and nanosecond offset of the first track. */
export function presentationMs({ timestampMs, tag }: ParsedPacket): number {
  if (tag === undefined) return timestampMs;
  return timestampMs + (tag.tracks[0]?.compositionMs ?? 0) + tag.nanosecondOffset / 1e6;
}
