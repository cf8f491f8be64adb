/** Which codec the pictures of a file have, seen before anything of it is sent: what Enhanced RTMP carries is offered in `connect`. */
import { copyBytes } from '../../shared/bytes.ts';
import type { MediaPacket } from '../rtmp/flv/packet.ts';
import { parseVideoBody } from '../rtmp/flv/tag-body.ts';

/** Video that begins later is not waited for: a live stream would be held back. */
const LONGEST_LOOK_MS = 1000;
const LONGEST_LOOK_BYTES = 1024 * 1024;

/** What `seeVideoCodec` saw, and the packets to send on. */
export interface SeenCodec {
  /** FourCC of pictures that need Enhanced RTMP; undefined for all others, and where there are none. */
  readonly videoFourCc: string | undefined;
  /** Everything from the first packet on, where the given ones are closed by their owner; the bodies of a batch hold until the next one is asked for. */
  readonly batches: AsyncGenerator<readonly MediaPacket[]>;
}

/** Looks for the video codec, which Enhanced RTMP wants to know first: reads up to the first picture; without one a second, or 1 MiB. @throws what `batches` throws. */
export async function seeVideoCodec(batches: AsyncGenerator<readonly MediaPacket[]>): Promise<SeenCodec> {
  const seen: (readonly MediaPacket[])[] = [];
  let videoFourCc: string | undefined;
  let bytes = 0;
  for (;;) {
    const next = await batches.next();
    if (next.done === true) break;
    const video = next.value.find(isPicture);
    for (const { body } of next.value) bytes += body.length;
    const isLong = (next.value.at(-1)?.timestampMs ?? 0) > LONGEST_LOOK_MS || bytes > LONGEST_LOOK_BYTES;
    const isEnough = video !== undefined || isLong;
    // Only the last batch still holds when it is given on.
    seen.push(
      isEnough ? next.value : next.value.map((packet) => ({ ...packet, body: copyBytes(packet.body) })),
    );
    if (video !== undefined) videoFourCc = enhancedFourCc(video);
    if (isEnough) break;
  }
  const all = async function* (): AsyncGenerator<readonly MediaPacket[]> {
    yield* seen;
    yield* batches;
  };
  return { videoFourCc, batches: all() };
}

function isPicture({ kind, isSequenceHeader, isKeyframe }: MediaPacket): boolean {
  return kind === 'video' && (isSequenceHeader || isKeyframe);
}

/** A header of before Enhanced RTMP needs no offer: a classic server is asked nothing that it doesn't know. */
function enhancedFourCc({ body }: MediaPacket): string | undefined {
  const { isEnhanced, tracks } = parseVideoBody(body);
  return isEnhanced ? tracks[0]?.codec : undefined;
}
