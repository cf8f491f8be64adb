/**
 * The stream that a destination's test sends: valid H.264 (a grey picture that stands still) and AAC silence, made to
 * any size with filler data, as encoders do for a constant bitrate. So a test needs no encoder and costs no processor
 * time, whatever the rate. Pure.
 */
import { encodeAmf0 } from '../../protocol/amf/amf0-encoder.ts';
import type { MediaPacket } from '../../protocol/flv/packet.ts';
import { amfObject } from '../../protocol/amf/amf-value.ts';

export const TEST_FPS = 30;
const WIDTH = 640;
const HEIGHT = 360;
const COLUMNS = WIDTH / 16;
const ROWS = Math.ceil(HEIGHT / 16);
const MACROBLOCKS = COLUMNS * ROWS;
/** log2_max_frame_num; the number wraps within it. */
const FRAME_NUMBER_BITS = 8;
/** Length, NAL header and stop bits of a filler unit. */
const FILLER_OVERHEAD_BYTES = 6;

/** Writes bit fields and Exp-Golomb numbers (H.264 9.1). None of what is written here needs emulation prevention. */
class BitWriter {
  readonly #bytes: number[] = [];
  #bits = 0;

  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit--) {
      if ((this.#bits & 7) === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      const set = ((value >>> bit) & 1) << (7 - (this.#bits & 7));
      this.#bytes[last] = (this.#bytes[last] ?? 0) | set;
      this.#bits++;
    }
    return this;
  }

  ue(value: number): this {
    const length = 32 - Math.clz32(value + 1);
    return this.put(0, length - 1).put(value + 1, length);
  }

  /** rbsp_trailing_bits. */
  end(): Uint8Array {
    this.put(1, 1);
    return Uint8Array.from(this.#bytes);
  }

  take(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

function nal(header: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(payload.length + 1);
  bytes[0] = header;
  bytes.set(payload, 1);
  return bytes;
}

/** Constrained baseline, level 3.0; output in the order of decoding (pic_order_cnt_type 2). */
function sequenceParameters(): Uint8Array {
  const bits = new BitWriter();
  bits.put(66, 8).put(0xc0, 8).put(30, 8);
  bits
    .ue(0)
    .ue(FRAME_NUMBER_BITS - 4)
    .ue(2)
    .ue(1)
    .put(0, 1);
  bits
    .ue(COLUMNS - 1)
    .ue(ROWS - 1)
    .put(1, 1)
    .put(1, 1);
  const cropped = (ROWS * 16 - HEIGHT) / 2;
  bits.put(1, 1).ue(0).ue(0).ue(0).ue(cropped).put(0, 1);
  return nal(0x67, bits.end());
}

/** CAVLC, one slice group, deblocking told slice by slice. */
function pictureParameters(): Uint8Array {
  const bits = new BitWriter();
  bits.ue(0).ue(0).put(0, 2).ue(0).ue(0).ue(0).put(0, 3).ue(0).ue(0).ue(0).put(0b100, 3);
  return nal(0x68, bits.end());
}

/** Every macroblock predicted from nothing and without residue: mid grey. */
function keyframe(idrPictureId: number): Uint8Array {
  const bits = new BitWriter();
  bits
    .ue(0)
    .ue(7)
    .ue(0)
    .put(0, FRAME_NUMBER_BITS)
    .ue(idrPictureId & 1)
    .put(0, 2)
    .ue(0)
    .ue(1);
  // I_16x16 with DC prediction, DC chroma, no change of quantiser, no coefficients.
  for (let count = 0; count < MACROBLOCKS; count++) bits.ue(3).ue(0).ue(0).put(1, 1);
  return nal(0x65, bits.end());
}

/** Every macroblock skipped: the picture before, again. */
function repeat(frameNumber: number): Uint8Array {
  const bits = new BitWriter();
  bits.ue(0).ue(5).ue(0).put(frameNumber, FRAME_NUMBER_BITS);
  bits.put(0, 1).put(0, 1).put(0, 1).ue(0).ue(1).ue(MACROBLOCKS);
  return nal(0x41, bits.end());
}

/** 1024 samples of stereo silence: one channel pair without a single band, ISO 14496-3 4.4.2. */
function silence(): Uint8Array {
  const bits = new BitWriter();
  bits.put(1, 3).put(0, 4).put(1, 1);
  bits.put(0, 1).put(0, 2).put(0, 1).put(0, 6).put(0, 1).put(0, 2);
  for (let channel = 0; channel < 2; channel++) bits.put(0, 8).put(0, 3);
  return bits.put(7, 3).take();
}

const sps = sequenceParameters();
const pps = pictureParameters();
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
export function testHeaders(): readonly MediaPacket[] {
  const metadata = encodeAmf0([
    'onMetaData',
    amfObject({ width: WIDTH, height: HEIGHT, framerate: TEST_FPS, videocodecid: 7, audiocodecid: 10 }),
  ]);
  const avc = Uint8Array.of(
    ...[0x17, 0, 0, 0, 0, 1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1, 0, sps.length, ...sps],
    ...[1, 0, pps.length, ...pps],
  );
  // AAC-LC, 48 kHz, stereo.
  const aac = Uint8Array.of(0xaf, 0, 0x11, 0x90);
  return [
    packet('script', 0, metadata),
    packet('video', 0, avc, { isSequenceHeader: true, isKeyframe: true }),
    packet('audio', 0, aac, { isSequenceHeader: true }),
  ];
}

/** Makes the frames one after the other; `wantedBytes` is met with filler, up to the smallest possible frame. */
export class TestStream {
  #frame = 0;
  #audioMs = 0;

  /** A keyframe every two seconds; the sound up to it comes first. */
  next(wantedBytes: number): readonly MediaPacket[] {
    const timestampMs = Math.round((this.#frame * 1000) / TEST_FPS);
    const place = this.#frame % (TEST_FPS * 2);
    const picture = place === 0 ? keyframe(this.#frame / (TEST_FPS * 2)) : repeat(place);
    const units = fill(picture, wantedBytes);
    this.#frame++;
    const body = new Uint8Array(5 + units.length);
    body.set([place === 0 ? 0x17 : 0x27, 1, 0, 0, 0]);
    body.set(units, 5);
    const sound: MediaPacket[] = [];
    for (; this.#audioMs <= timestampMs; this.#audioMs += AUDIO_FRAME_MS) {
      sound.push(packet('audio', Math.round(this.#audioMs), audioFrame));
    }
    return [...sound, packet('video', timestampMs, body, { isKeyframe: place === 0 })];
  }
}

/** The picture's unit behind its length, then filler data (NAL type 12) for what is missing. */
function fill(picture: Uint8Array, wantedBytes: number): Uint8Array {
  const fillerBytes = Math.max(0, Math.floor(wantedBytes) - picture.length - 4 - FILLER_OVERHEAD_BYTES);
  const bytes = new Uint8Array(
    4 + picture.length + (fillerBytes === 0 ? 0 : FILLER_OVERHEAD_BYTES + fillerBytes),
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(0, picture.length);
  bytes.set(picture, 4);
  if (fillerBytes > 0) {
    const at = 4 + picture.length;
    view.setUint32(at, fillerBytes + 2);
    bytes[at + 4] = 12;
    bytes.fill(0xff, at + 5, at + 5 + fillerBytes);
    bytes[at + 5 + fillerBytes] = 0x80;
  }
  return bytes;
}
