/** Matroska by its bytes: what a player and a person who repairs a file find. */
import { expect, test } from 'vitest';
import { MatroskaMuxer } from '../../../../../electron/engine/outputs/record/mkv/matroska-muxer.ts';
import { buildHead } from '../../../../../electron/engine/outputs/record/mkv/matroska-head.ts';
import type { EncodedPacket } from '../../../../../electron/engine/encode/encoded-packet.ts';
import { concatBytes } from '../../../../../shared/bytes.ts';

/** AudioSpecificConfig of AAC LC, 48 kHz, stereo. */
const CONFIG = Uint8Array.of(0x11, 0x90);
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const CUES = [0x1c, 0x53, 0xbb, 0x6b];

const packet = (timestampMs: number, more: Partial<EncodedPacket> = {}): EncodedPacket =>
  ({
    ...{ kind: 'audio', codec: 'mp4a', timestampMs, compositionMs: 0, isKeyframe: true },
    ...{
      isSequenceHeader: false,
      trackId: undefined,
      data: Uint8Array.of(0xaa, 0xbb),
      body: new Uint8Array(),
    },
    ...more,
  }) as EncodedPacket;

/** Six seconds of sound, as whole as a finished file is. */
function file(): { readonly bytes: Uint8Array; readonly parts: readonly Uint8Array[] } {
  const muxer = new MatroskaMuxer();
  const parts = [muxer.push(packet(1000, { isSequenceHeader: true, data: CONFIG }))];
  for (let at = 0; at < 300; at += 1) parts.push(muxer.push(packet(1000 + at * 20)));
  const { bytes: last, patch } = muxer.finish();
  const given = [...parts, last].filter((part) => part !== undefined);
  const bytes = concatBytes(given);
  bytes.set(patch?.bytes ?? [], patch?.offset);
  return { bytes, parts: given };
}

function placesOf(bytes: Uint8Array, id: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(id[0] ?? 0); at !== -1; at = bytes.indexOf(id[0] ?? 0, at + 1))
    if (id.every((byte, index) => bytes[at + index] === byte)) places.push(at);
  return places;
}

test('the head has the same length while the file is written, when it is finished and when it is cut', () => {
  const written = buildHead({ durationMs: 0 });
  const finished = buildHead({ durationMs: 4e6, cuesPosition: 5e9, segmentBytes: 5e9 + 100 });
  const cut = new MatroskaMuxer().lengthPatch(0);
  expect(finished.bytes).toHaveLength(written.bytes.length);
  expect([finished.patch.offset, cut.offset]).toEqual([written.patch.offset, written.patch.offset]);
  expect(finished.patch.bytes).toHaveLength(cut.bytes.length);
});

test('a cluster is given out each half second, each whole by itself', () => {
  const { parts, bytes } = file();
  const clusters = placesOf(bytes, CLUSTER);
  expect(clusters.length).toBe(12);
  for (const part of parts.slice(1)) expect([...part.subarray(0, 4)]).toEqual(CLUSTER);
});

test('the finished head says where the segment ends and where the index lies, and the index where clusters lie', () => {
  const { bytes } = file();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const { segmentStart } = buildHead({ durationMs: 0 });
  const sizeOf = (at: number): number => Number(view.getBigUint64(at) & 0x00ff_ffff_ffff_ffffn);
  expect(segmentStart + sizeOf(segmentStart - 8)).toBe(bytes.length);
  const [named, cues] = placesOf(bytes, CUES);
  // The id in the seek head, and the index itself.
  expect(named).toBeLessThan(200);
  const seekPosition = placesOf(bytes, [0x53, 0xac])[0] ?? 0;
  expect(segmentStart + Number(view.getBigUint64(seekPosition + 10))).toBe(cues);
  const positions = placesOf(bytes, [0xf1, 0x01]).map((at) => Number(view.getBigUint64(at + 9)));
  const clusters = placesOf(bytes, CLUSTER);
  // At the beginning, and five seconds later.
  expect(positions.map((position) => clusters.indexOf(segmentStart + position))).toEqual([0, 10]);
});

test('without anything to mux there is no file to finish', () => {
  expect(new MatroskaMuxer().finish()).toEqual({ bytes: undefined, patch: undefined });
});
