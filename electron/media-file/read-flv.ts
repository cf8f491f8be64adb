/**
 * Reads FLV from outside as packets on one clock: `MediaClock` places them, and faults are reported at the end.
 */
import { copyBytes } from '../../shared/bytes.ts';
import { withReason } from '../../shared/errors/error-reasons.ts';
import type { FileNotice } from '../../shared/media/file-notice.ts';
import { editNotices, faultNotices } from './file-notices.ts';
import { FlvFileReader } from '../rtmp/flv/file-reader.ts';
import { MediaClock } from '../rtmp/flv/media-clock.ts';
import type { MediaPacket } from '../rtmp/flv/packet.ts';
import { FlvWriter } from '../rtmp/flv/writer.ts';

/** Script data and configuration that may stand before the first frame. */
const LONGEST_PRELUDE = 64;

/** Hears of a fault that does not keep a file from being read. */
export type OnNotice = (notice: FileNotice) => void;

/**
 * Packets in batches as they are read; the bodies of a batch hold until the next one is asked for. The first time is 0.
 * @throws AppError `flv/bad-data` when the stream is no FLV, `input/bad-file` when there is not one frame in it.
 */
export async function* readFlv(
  blocks: AsyncIterable<Uint8Array>,
  onNotice: OnNotice,
): AsyncGenerator<readonly MediaPacket[]> {
  const reader = new FlvFileReader();
  yield* placeOnClock(readPackets(reader, blocks), onNotice);
  for (const notice of faultNotices(reader.faults)) onNotice(notice);
}

async function* readPackets(
  reader: FlvFileReader,
  blocks: AsyncIterable<Uint8Array>,
): AsyncGenerator<MediaPacket[]> {
  for await (const block of blocks) yield reader.push(block);
  yield reader.end();
}

/** Gives the packets of one file their times on the one clock; batches without a packet are left out. */
export async function* placeOnClock(
  batches: AsyncIterable<readonly MediaPacket[]>,
  onNotice: OnNotice,
): AsyncGenerator<readonly MediaPacket[]> {
  const clock = new MediaClock();
  const place = (packets: readonly MediaPacket[]): MediaPacket[] =>
    packets.map((packet) => ({ ...packet, timestampMs: clock.place(packet) }));
  // Nobody goes live with a file that holds no frame, and the earliest frame may not be the first.
  let prelude: MediaPacket[] = [];
  let isBegun = false;
  for await (const batch of batches) {
    if (isBegun) {
      if (batch.length > 0) yield place(batch);
      continue;
    }
    isBegun = batch.some(isFrame);
    if (isBegun) {
      clock.begin(batch);
      yield place([...prelude, ...batch]);
      prelude = [];
    } else {
      const room = LONGEST_PRELUDE - prelude.length;
      prelude.push(...batch.slice(0, room).map((packet) => ({ ...packet, body: copyBytes(packet.body) })));
    }
  }
  if (!isBegun) throw withReason('input/bad-file', 'fileNoMedia');
  for (const notice of editNotices(clock.edits)) onNotice(notice);
}

function isFrame({ kind, isSequenceHeader }: MediaPacket): boolean {
  return kind !== 'script' && !isSequenceHeader;
}

/** The same file as a flawless stream of FLV, for a program that is less forgiving. */
export async function* rewriteFlv(
  blocks: AsyncIterable<Uint8Array>,
  onNotice: OnNotice,
): AsyncGenerator<Uint8Array> {
  const writer = new FlvWriter();
  yield writer.header({ hasAudio: true, hasVideo: true });
  for await (const batch of readFlv(blocks, onNotice)) {
    yield new Uint8Array(Buffer.concat(batch.map((packet) => writer.tag(packet))));
  }
}
