/** The FLV demuxer, the tag bodies and the codec configuration within: what a file or an encoder could hold. */
import { parseAudioSpecificConfig } from '../../../electron/rtmp/flv/aac.ts';
import { parseAv1Configuration, parseAv1Size } from '../../../electron/rtmp/flv/av1.ts';
import { parseAvcConfiguration, parseAvcSequence } from '../../../electron/rtmp/flv/avc.ts';
import { configurationSlot, presentationMs } from '../../../electron/rtmp/flv/classify.ts';
import { MediaClock } from '../../../electron/rtmp/flv/media-clock.ts';
import { FlvFileReader } from '../../../electron/rtmp/flv/file-reader.ts';
import { FlvDemuxer } from '../../../electron/rtmp/flv/demuxer.ts';
import { parseHevcConfiguration, parseHevcSize } from '../../../electron/rtmp/flv/hevc.ts';
import type { ParsedPacket } from '../../../electron/rtmp/flv/packet.ts';
import type { TagTrack } from '../../../electron/rtmp/flv/tag-body.ts';
import { concat, fileHeader, tags } from '../../unit/rtmp/flv/vectors.ts';
import type { FuzzTarget } from '../fuzz-target.ts';

const MAX_TAG_BYTES = 1 << 20;

function readConfiguration({ codec, data }: TagTrack): void {
  if (codec === 'avc1') for (const sps of parseAvcConfiguration(data).spsList) parseAvcSequence(sps);
  if (codec === 'hvc1')
    for (const { type, nal } of parseHevcConfiguration(data).units) if (type === 33) parseHevcSize(nal);
  if (codec === 'av01') parseAv1Size(parseAv1Configuration(data).configObus);
  if (codec === 'mp4a') parseAudioSpecificConfig(data);
}

function readPacket(packet: ParsedPacket): void {
  configurationSlot(packet);
  presentationMs(packet);
  if (packet.isSequenceHeader) packet.tag?.tracks.forEach(readConfiguration);
}

export const target: FuzzTarget = {
  name: 'flv',
  run(input) {
    const cut = input.length >> 1;
    const reader = new FlvFileReader();
    const clock = new MediaClock();
    const isFlv = input[0] === 0x46 && input[1] === 0x4c && input[2] === 0x56 && input[3] === 1;
    if (isFlv && input.length > 9 && input[5] === 0 && input[6] === 0 && input[7] === 0 && input[8] === 9) {
      const parts = [reader.push(input.subarray(0, cut)), reader.push(input.subarray(cut)), reader.end()];
      for (const packet of parts.flat()) {
        readPacket(packet);
        if (clock.place(packet) < 0) throw new Error('a time before the beginning');
      }
    }
    const demuxer = new FlvDemuxer({ maxTagBytes: MAX_TAG_BYTES });
    for (const part of [input.subarray(0, cut), input.subarray(cut)]) demuxer.push(part).forEach(readPacket);
  },
  seeds: [
    concat([fileHeader, ...Object.values(tags)]),
    ...Object.values(tags).map((tag) => concat([fileHeader, tag])),
  ],
};
