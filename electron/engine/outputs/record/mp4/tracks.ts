/** Sample entries of codecs in MP4. Pure. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import type { AudioConfig, VideoConfig } from '../mux/codec-config.ts';
import { box, fullBox, u16, u32, u8 } from './boxes.ts';

const CONFIG_BOXES = { avc1: 'avcC', hvc1: 'hvcC', av01: 'av1C' } as const;

export function videoSampleEntry(config: VideoConfig): Uint8Array {
  return box(
    config.codec,
    new Uint8Array(6),
    u16(1),
    new Uint8Array(16),
    u16(config.width, config.height),
    u32(0x00480000, 0x00480000, 0),
    u16(1),
    new Uint8Array(32),
    u16(24, 0xffff),
    box(CONFIG_BOXES[config.codec], config.record),
  );
}

export function audioSampleEntry(config: AudioConfig): Uint8Array {
  const decoderSpecific = descriptor(0x05, config.record);
  const decoderConfig = descriptor(0x04, u8(0x40, 0x15, 0, 0, 0), u32(0, 0), decoderSpecific);
  const elementary = descriptor(0x03, u16(2), u8(0), decoderConfig, descriptor(0x06, u8(2)));
  return box(
    'mp4a',
    new Uint8Array(6),
    u16(1),
    new Uint8Array(8),
    u16(config.channels, 16, 0, 0),
    u32(config.sampleRate * 0x10000),
    fullBox('esds', 0, 0, elementary),
  );
}

/** ISO/IEC 14496-1 descriptor; ours are shorter than 128 bytes. */
function descriptor(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(parts);
  return concatBytes([u8(tag, body.length), body]);
}
