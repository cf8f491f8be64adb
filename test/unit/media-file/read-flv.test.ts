import { describe, expect, it } from 'vitest';
import { readFlv } from '../../../electron/media-file/read-flv.ts';
import { seeVideoCodec } from '../../../electron/media-file/video-codec.ts';
import { concat, fileHeader, tags } from '../rtmp/flv/vectors.ts';

const names = ['script', 'aacHeader', 'avcHeader', 'avcKey', 'aacFrame', 'avcReferenced'] as const;
const flv = concat([fileHeader, ...names.map((name) => tags[name])]);

/** Node's own kind of bytes, in one block that is used again for each piece. */
async function* blocksOf(pieceBytes: number): AsyncGenerator<Uint8Array> {
  const block = Buffer.alloc(pieceBytes);
  for (let at = 0; at < flv.length; at += pieceBytes) {
    const piece = flv.subarray(at, at + pieceBytes);
    block.set(piece);
    yield await Promise.resolve(block.subarray(0, piece.length));
    block.fill(0xff);
  }
}

async function bodiesOf(pieceBytes: number): Promise<readonly string[]> {
  const notices: unknown[] = [];
  const { batches } = await seeVideoCodec(readFlv(blocksOf(pieceBytes), (notice) => notices.push(notice)));
  const bodies: string[] = [];
  for await (const batch of batches)
    for (const { body } of batch) bodies.push(Buffer.from(body).toString('hex'));
  expect(notices).toEqual([]);
  return bodies;
}

describe('a file that is read into the same memory again and again', () => {
  it.each([1, 2, 3, 7, 11, 12, 13, 40, 64, 100])(
    'in pieces of %i bytes gives every body whole',
    async (pieceBytes) => {
      expect(await bodiesOf(pieceBytes)).toEqual(await bodiesOf(flv.length));
    },
  );
});
