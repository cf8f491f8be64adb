/**
 * A second of HEVC and of AV1 with sound, as an ffmpeg that can write them into FLV wrote it: ten pictures of 128 by 72, two
 * groups, the test source's own picture. Kept as files, because not every ffmpeg can.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlvDemuxer } from '../../../electron/rtmp/flv/demuxer.ts';
import type { EncodedPacket } from '../../../electron/engine/encode/encoded-packet.ts';
import { repositoryFolder } from '../repository.ts';
import { encodedPackets } from './encoded-packets.ts';

export type CodecMedia = 'hevc' | 'hevc-other-rate' | 'av1';

/** Without ffmpeg's tag about colours, as the encoder gives packets out. */
export function readCodecMedia(name: CodecMedia): readonly EncodedPacket[] {
  const bytes = readFileSync(join(repositoryFolder, 'test/fixtures', `${name}.flv`));
  return encodedPackets(new FlvDemuxer().push(bytes));
}
