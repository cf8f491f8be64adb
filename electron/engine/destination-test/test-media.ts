/**
 * The stream that a destination's test sends: a picture that stands still and AAC silence, made to any size with filler
 * data, as encoders do for a constant bitrate. So a test costs next to no processor time, whatever the rate. Pure.
 */
import { codecFourCcs } from '../../../shared/encoding/codec.ts';
import type { VideoCodec } from '../../../shared/encoding/codec.ts';
import { encodeAmf0 } from '../../rtmp/amf/amf0-encoder.ts';
import { amfObject } from '../../rtmp/amf/amf-value.ts';
import type { MediaPacket } from '../../rtmp/flv/packet.ts';
import { BitWriter } from './bit-writer.ts';

export const TEST_FPS = 30;

/** Pictures to send over and over. */
export interface TestMedia {
  readonly codec: VideoCodec;
  readonly width: number;
  readonly height: number;
  /** FLV tag body with the codec's configuration. */
  readonly configuration: Uint8Array;
  /** FLV tag bodies from a keyframe on, shown in this order, so that the first may follow the last. */
  readonly frames: readonly Pick<MediaPacket, 'body' | 'isKeyframe'>[];
}

/** 1024 samples of stereo silence: one channel pair without a single band, ISO 14496-3 4.4.2. */
function silence(): Uint8Array {
  const bits = new BitWriter();
  bits.put(1, 3).put(0, 4).put(1, 1);
  bits.put(0, 1).put(0, 2).put(0, 1).put(0, 6).put(0, 1).put(0, 2);
  for (let channel = 0; channel < 2; channel += 1) bits.put(0, 8).put(0, 3);
  return bits.put(7, 3).take();
}

const audioFrame = Uint8Array.of(0xaf, 1, ...silence());
const AUDIO_FRAME_MS = (1024 * 1000) / 48_000;

function packet(
  kind: MediaPacket['kind'],
  timestampMs: number,
  body: Uint8Array,
  is: Partial<MediaPacket> = {},
): MediaPacket {
  return { kind, timestampMs, body, isKeyframe: false, isSequenceHeader: false, isDisposable: false, ...is };
}

/** Metadata and both codec configurations: what comes first. */
export function testHeaders({ codec, width, height, configuration }: TestMedia): readonly MediaPacket[] {
  const videocodecid = codec === 'h264' ? 7 : fourCcNumber(codecFourCcs[codec]);
  const metadata = encodeAmf0([
    'onMetaData',
    amfObject({ width, height, framerate: TEST_FPS, videocodecid, audiocodecid: 10 }),
  ]);
  // AAC-LC, 48 kHz, stereo.
  const aac = Uint8Array.of(0xaf, 0, 0x11, 0x90);
  return [
    packet('script', 0, metadata),
    packet('video', 0, configuration, { isSequenceHeader: true, isKeyframe: true }),
    packet('audio', 0, aac, { isSequenceHeader: true }),
  ];
}

/** As Enhanced RTMP writes a FourCC where a number is wanted. */
function fourCcNumber(fourCc: string): number {
  return new TextEncoder().encode(fourCc).reduce((number, byte) => number * 256 + byte, 0);
}

/** Gives the frames one after the other; `wantedBytes` is met with filler, from the frame's own size on. */
export class TestStream {
  readonly #media: TestMedia;
  #frame = 0;
  #audioMs = 0;

  constructor(media: TestMedia) {
    this.#media = media;
  }

  /** The sound up to the frame comes first. */
  next(wantedBytes: number): readonly MediaPacket[] {
    const { frames, codec } = this.#media;
    const timestampMs = Math.round((this.#frame * 1000) / TEST_FPS);
    const frame = frames[this.#frame % frames.length];
    this.#frame += 1;
    const sound: MediaPacket[] = [];
    for (; this.#audioMs <= timestampMs; this.#audioMs += AUDIO_FRAME_MS) {
      sound.push(packet('audio', Math.round(this.#audioMs), audioFrame));
    }
    if (frame === undefined) return sound;
    const body = withFiller(frame.body, codec, wantedBytes);
    return [...sound, packet('video', timestampMs, body, { isKeyframe: frame.isKeyframe })];
  }
}

/** Headers of a filler unit; its payload is ones, ended by a byte with the stop bit. */
const fillerHeaders: Readonly<Record<VideoCodec, (payloadBytes: number) => readonly number[]>> = {
  // NAL unit type 12 behind its length (H.264 7.3.2.7).
  h264: (bytes) => [...lengthOf(bytes + 1), 12],
  // NAL unit type 38 (H.265 7.3.2.8).
  hevc: (bytes) => [...lengthOf(bytes + 2), 38 << 1, 1],
  // Padding with its size (AV1 5.3.2 and 5.7), which is written in four bytes whatever it is.
  av1: (bytes) => [(15 << 3) | 2, ...leb128(bytes)],
};

function withFiller(frame: Uint8Array, codec: VideoCodec, wantedBytes: number): Uint8Array {
  const header = fillerHeaders[codec];
  const payloadBytes = Math.floor(wantedBytes) - frame.length - header(0).length;
  if (payloadBytes < 1) return frame;
  const start = header(payloadBytes);
  const bytes = new Uint8Array(frame.length + start.length + payloadBytes).fill(0xff);
  bytes.set(frame);
  bytes.set(start, frame.length);
  bytes[bytes.length - 1] = 0x80;
  return bytes;
}

function lengthOf(bytes: number): readonly number[] {
  return [(bytes >>> 24) & 0xff, (bytes >>> 16) & 0xff, (bytes >>> 8) & 0xff, bytes & 0xff];
}

function leb128(value: number): readonly number[] {
  return [0, 1, 2, 3].map((place) => ((value >>> (7 * place)) & 0x7f) | (place < 3 ? 0x80 : 0));
}
