/** Elements of Matroska, which is EBML (RFC 8794, RFC 9559). Pure. */
import { concatBytes } from '../../../../../shared/bytes.ts';

/** Ids as they are written, their length in them. */
export const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  void: 0xec,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  flagDefault: 0x88,
  flagLacing: 0x9c,
  name: 0x536e,
  language: 0x22b59c,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
} as const;

/** Of eight bytes: unknown, as of a segment that is still written. */
export const UNKNOWN_SIZE = Uint8Array.of(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);

export function element(id: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(parts);
  return concatBytes([idBytes(id), sizeBytes(body.length), body]);
}

export function idBytes(id: number): Uint8Array {
  return shortest(id);
}

/** As long in the file whatever the value: eight bytes. */
export function sizeBytes(size: number): Uint8Array {
  const bytes = unsigned64(size);
  bytes[0] = 0x01;
  return bytes;
}

export function unsigned(value: number): Uint8Array {
  return value === 0 ? Uint8Array.of(0) : shortest(value);
}

/** Eight bytes. */
export function unsigned64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.round(value)));
  return bytes;
}

export function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** Of a frame in a cluster. @param relativeMs to the cluster's time; held within 32 s */
export function simpleBlock(
  track: number,
  relativeMs: number,
  isKeyframe: boolean,
  data: Uint8Array,
): Uint8Array {
  const head = new Uint8Array(4);
  const view = new DataView(head.buffer);
  view.setUint8(0, 0x80 | track);
  view.setInt16(1, Math.max(-0x8000, Math.min(0x7fff, Math.round(relativeMs))));
  view.setUint8(3, isKeyframe ? 0x80 : 0);
  return element(ID.simpleBlock, head, data);
}

function shortest(value: number): Uint8Array {
  const bytes = unsigned64(value);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
}
