/**
 * H.264 that needs no encoder: a grey picture that stands still, a keyframe and 59 repetitions, twice, as two neighbouring
 * keyframes have different numbers. Any decoder takes it. Pure.
 */
import { BitWriter } from './bit-writer.ts';
import type { TestMedia } from './test-media.ts';

const WIDTH = 640;
const HEIGHT = 360;
const COLUMNS = WIDTH / 16;
const ROWS = Math.ceil(HEIGHT / 16);
const MACROBLOCKS = COLUMNS * ROWS;
/** log2_max_frame_num; the number wraps within it. */
const FRAME_NUMBER_BITS = 8;

const GROUP_FRAMES = 60;
const GROUPS = 2;

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
  for (let count = 0; count < MACROBLOCKS; count += 1) bits.ue(3).ue(0).ue(0).put(1, 1);
  return nal(0x65, bits.end());
}

/** Every macroblock skipped: the picture before, again. */
function repeat(frameNumber: number): Uint8Array {
  const bits = new BitWriter();
  bits.ue(0).ue(5).ue(0).put(frameNumber, FRAME_NUMBER_BITS);
  bits.put(0, 1).put(0, 1).put(0, 1).ue(0).ue(1).ue(MACROBLOCKS);
  return nal(0x41, bits.end());
}

function configuration(): Uint8Array {
  const sps = sequenceParameters();
  const pps = pictureParameters();
  return Uint8Array.of(
    ...[0x17, 0, 0, 0, 0, 1, sps[1] ?? 0, sps[2] ?? 0, sps[3] ?? 0, 0xff, 0xe1, 0, sps.length, ...sps],
    ...[1, 0, pps.length, ...pps],
  );
}

/** A tag of one unit behind its length. */
function tag(unit: Uint8Array, isKeyframe: boolean): TestMedia['frames'][number] {
  const body = new Uint8Array(9 + unit.length);
  body.set([isKeyframe ? 0x17 : 0x27, 1, 0, 0, 0]);
  new DataView(body.buffer).setUint32(5, unit.length);
  body.set(unit, 9);
  return { body, isKeyframe };
}

/** For each test anew: the app starts without it. */
export const makeGreyH264 = (): TestMedia => ({
  codec: 'h264',
  width: WIDTH,
  height: HEIGHT,
  configuration: configuration(),
  frames: Array.from({ length: GROUP_FRAMES * GROUPS }, (_unused, index) => {
    const place = index % GROUP_FRAMES;
    return place === 0 ? tag(keyframe(index / GROUP_FRAMES), true) : tag(repeat(place), false);
  }),
});
