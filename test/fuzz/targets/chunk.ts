/** The chunk reader under both readings of extended timestamps; memory is held to what has arrived. */
import { concatBytes } from '../../../shared/bytes.ts';
import { ChunkReader } from '../../../electron/rtmp/chunk/chunk-reader.ts';
import { ChunkWriter } from '../../../electron/rtmp/chunk/chunk-writer.ts';
import { buildControlMessage } from '../../../electron/rtmp/message/control-message.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { cutInput } from './cut.ts';

const maxMessageBytes = 64 * 1024;

function buildSeed(selector: number, timestampMs: number, chunkSizeBytes: number): Uint8Array {
  const writer = new ChunkWriter();
  const announcement = buildControlMessage({ type: 'setChunkSize', bytes: chunkSizeBytes });
  writer.writeMessage({ chunkStreamId: 2, streamId: 0, timestampMs: 0, ...announcement });
  writer.setChunkSize(chunkSizeBytes);
  [3, 400, 0, 90].forEach((length, index) => {
    const hasDeltas = true;
    const body = new Uint8Array(length).fill(index);
    const time = timestampMs + index * 30;
    writer.writeMessage({ chunkStreamId: 4, type: 8, streamId: 1, timestampMs: time, body, hasDeltas });
    writer.writeMessage({ chunkStreamId: 70, type: 9, streamId: 1, timestampMs: time, body, hasDeltas });
    writer.writeMessage({ chunkStreamId: 400, type: 20, streamId: 0, timestampMs: 0, body });
  });
  return concatBytes([Uint8Array.of(selector), ...writer.takeOutput()]);
}

export const target: FuzzTarget = {
  name: 'chunk',
  seeds: [
    buildSeed(0, 0, 128),
    buildSeed(9, 0x1000000, 64),
    buildSeed(3, 2 ** 32 - 40, 32),
    buildSeed(12, 5, 4096),
  ],
  run(input) {
    const { selector, pieces } = cutInput(input);
    const reader = new ChunkReader({
      maxMessageBytes,
      extendedTimestamps: (selector & 1) === 0 ? 'always' : 'peek',
    });
    let pushed = 0;
    let delivered = 0;
    for (const piece of pieces) {
      reader.push(piece);
      pushed += piece.length;
      for (let message = reader.next(); message !== undefined; message = reader.next()) {
        delivered += message.body.length;
      }
      reader.releaseInput();
      if (reader.bufferedBytes > 2 * pushed + 64) throw new Error('the reader holds more than it was given');
    }
    if (delivered > pushed) throw new Error('the reader delivered more than it was given');
  },
};
