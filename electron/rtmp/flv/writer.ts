/** Writes an FLV stream: file header, then tags. Pure: the caller decides where the bytes go. */
import { badData } from './bit-reader.ts';
import type { MediaPacket } from './packet.ts';

const TAG_HEADER_BYTES = 11;
const TYPES = { audio: 8, video: 9, script: 18 } as const;

/** Writes an FLV stream: `header` first, then a `tag` for each packet. The caller writes the bytes. */
export class FlvWriter {
  /** File header and PreviousTagSize0; the flags are hints and may be wrong without harm. */
  header(contents: { readonly hasAudio: boolean; readonly hasVideo: boolean }): Uint8Array {
    const flags = (contents.hasAudio ? 4 : 0) | (contents.hasVideo ? 1 : 0);
    return Uint8Array.of(0x46, 0x4c, 0x56, 1, flags, 0, 0, 0, 9, 0, 0, 0, 0);
  }

  /** One whole tag with its trailing size. The time keeps its low 31 bits. @throws AppError over 16 MiB - 1. */
  tag(packet: Pick<MediaPacket, 'kind' | 'timestampMs' | 'body'>): Uint8Array {
    const size = packet.body.length;
    if (size > 0xffffff) throw badData(`a packet of ${size} bytes does not fit an FLV tag`);
    const bytes = new Uint8Array(TAG_HEADER_BYTES + size + 4);
    const view = new DataView(bytes.buffer);
    const time = Math.max(0, Math.round(packet.timestampMs)) % 2 ** 31;
    view.setUint32(0, TYPES[packet.kind] * 0x1000000 + size);
    view.setUint32(4, ((time & 0xffffff) << 8) | ((time >>> 24) & 0x7f));
    bytes.set(packet.body, TAG_HEADER_BYTES);
    view.setUint32(TAG_HEADER_BYTES + size, TAG_HEADER_BYTES + size);
    return bytes;
  }
}
