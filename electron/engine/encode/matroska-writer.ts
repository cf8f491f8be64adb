/**
 * Writes raw pictures and float PCM, with their times, as a live Matroska stream (RFC 9559): unknown-length segment,
 * one block a cluster. Pure. Gives the bytes that go before the raw data, so that a frame's own buffer is written as it
 * is, never copied.
 */
import { concatBytes } from '../../../shared/bytes.ts';

export type RawPixelFormat = 'I420' | 'NV12' | 'BGRA';

export interface RawVideoTrack {
  readonly width: number;
  readonly height: number;
  readonly format: RawPixelFormat;
  /** Frames per second, constant: by it ffmpeg knows how long each picture lasts, and fills gaps to the frame. */
  readonly fps: number;
}

export interface RawAudioTrack {
  readonly sampleRate: number;
  readonly channels: 1 | 2;
}

/** One tick of the stream's clock. */
export const TICK_US = 100;

export const VIDEO_TRACK = 1;
export const AUDIO_TRACK = 2;

const ID = {
  ebml: 0x1a45dfa3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  defaultDuration: 0x23e383,
  flagLacing: 0x9c,
  codecId: 0x86,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  colourSpace: 0x2eb524,
  audio: 0xe1,
  samplingFrequency: 0xb5,
  channels: 0x9f,
  bitDepth: 0x6264,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
} as const;

/** File header, segment information and both tracks. */
export function buildMatroskaHeader(video: RawVideoTrack, audio: RawAudioTrack): Uint8Array {
  const ebml = element(ID.ebml, [
    element(ID.docType, ascii('matroska')),
    element(ID.docTypeVersion, unsigned(4)),
    element(ID.docTypeReadVersion, unsigned(2)),
  ]);
  const info = element(ID.info, [
    element(ID.timestampScale, unsigned(TICK_US * 1000)),
    element(ID.muxingApp, ascii('upcast')),
    element(ID.writingApp, ascii('upcast')),
  ]);
  const tracks = element(ID.tracks, [
    track(VIDEO_TRACK, 1, 'V_UNCOMPRESSED', [
      element(ID.defaultDuration, unsigned(Math.round(1e9 / video.fps))),
      element(ID.video, [
        element(ID.pixelWidth, unsigned(video.width)),
        element(ID.pixelHeight, unsigned(video.height)),
        element(ID.colourSpace, ascii(video.format)),
      ]),
    ]),
    track(AUDIO_TRACK, 2, 'A_PCM/FLOAT/IEEE', [
      element(ID.audio, [
        element(ID.samplingFrequency, float64(audio.sampleRate)),
        element(ID.channels, unsigned(audio.channels)),
        element(ID.bitDepth, unsigned(32)),
      ]),
    ]),
  ]);
  return concatBytes([ebml, idBytes(ID.segment), UNKNOWN_SIZE, info, tracks]);
}

const BLOCK_PREFIX_BYTES = 34;

/**
 * The bytes before `dataBytes` of raw data: a cluster of one block. `ticks` is at least 0; a block's bytes after this
 * prefix must be exactly `dataBytes`.
 */
export function buildBlockPrefix(trackNumber: number, ticks: number, dataBytes: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_PREFIX_BYTES);
  const view = new DataView(bytes.buffer);
  const blockBytes = dataBytes + 4;
  view.setUint32(0, ID.cluster);
  writeSize(view, 4, 10 + 8 + blockBytes);
  view.setUint8(12, ID.timestamp);
  view.setUint8(13, 0x88);
  view.setUint32(14, Math.floor(ticks / 2 ** 32));
  view.setUint32(18, ticks % 2 ** 32);
  view.setUint8(22, ID.simpleBlock);
  // Eight bytes of size, at 23, leave the last three for the block's own header: track, relative time 0, flags.
  writeShortSize(view, 23, blockBytes);
  view.setUint8(30, 0x80 | trackNumber);
  view.setUint16(31, 0);
  view.setUint8(33, 0x80);
  return bytes;
}

/** Eight bytes: length marker and 56 bits. */
function writeSize(view: DataView, offset: number, size: number): void {
  view.setUint32(offset, 0x01000000 + Math.floor(size / 2 ** 32));
  view.setUint32(offset + 4, size % 2 ** 32);
}

/** Seven bytes: length marker and 49 bits. */
function writeShortSize(view: DataView, offset: number, size: number): void {
  view.setUint8(offset, 0x02);
  view.setUint16(offset + 1, Math.floor(size / 2 ** 32));
  view.setUint32(offset + 3, size % 2 ** 32);
}

const UNKNOWN_SIZE = Uint8Array.of(0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);

function track(number: number, type: number, codec: string, details: readonly Uint8Array[]): Uint8Array {
  return element(ID.trackEntry, [
    element(ID.trackNumber, unsigned(number)),
    element(ID.trackUid, unsigned(number)),
    element(ID.trackType, unsigned(type)),
    element(ID.flagLacing, unsigned(0)),
    element(ID.codecId, ascii(codec)),
    ...details,
  ]);
}

function element(id: number, content: Uint8Array | readonly Uint8Array[]): Uint8Array {
  const body = content instanceof Uint8Array ? content : concatBytes(content);
  const size = new Uint8Array(8);
  writeSize(new DataView(size.buffer), 0, body.length);
  return concatBytes([idBytes(id), size, body]);
}

function idBytes(id: number): Uint8Array {
  const length = id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1;
  return Uint8Array.from({ length }, (_, index) => (id >>> ((length - 1 - index) * 8)) & 0xff);
}

function unsigned(value: number): Uint8Array {
  return Uint8Array.of((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

function float64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
