/** The head of a fragmented file: what tracks it has, how they are called, and where its length will be written. Pure. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { ascii, box, fullBox, u16, u32, u64, u8 } from './boxes.ts';
import { audioSampleEntry, videoSampleEntry } from './tracks.ts';
import type { AudioConfig, VideoConfig } from '../mux/codec-config.ts';

export const VIDEO_TRACK = 1;
const VIDEO_TIMESCALE = 1000;
/** Players play one track of this group at a time. */
const SOUND_GROUP = 1;
const MAX_NAME_BYTES = 200;

export interface AudioTrack {
  readonly id: number;
  /** Empty: it has none. */
  readonly name: string;
  readonly config: AudioConfig;
}

export interface Movie {
  readonly bytes: Uint8Array;
  /** Of the length, ms, 64 bits. */
  readonly lengthOffset: number;
}

export function buildMovie(video: VideoConfig | undefined, audio: readonly AudioTrack[]): Movie {
  const tracks = [...(video ? [buildVideoTrack(video)] : []), ...audio.map(buildAudioTrack)];
  const ids = [...(video ? [VIDEO_TRACK] : []), ...audio.map(({ id }) => id)];
  const extensions = ids.map((id) => fullBox('trex', 0, 0, u32(id, 1, 0, 0, 0)));
  const fileType = box('ftyp', ascii('iso6'), u32(0), ascii('iso6mp42mp41isom'));
  const mehd = fullBox('mehd', 1, 0, u64(0));
  const header = buildMovieHeader(Math.max(VIDEO_TRACK, ...ids) + 1);
  const extends_ = box('mvex', mehd, ...extensions);
  const movie = box('moov', header, ...tracks, extends_);
  // The first box of the last one.
  const lengthOffset =
    fileType.length + movie.length - extends_.length + BOX_HEAD_BYTES + FULL_BOX_HEAD_BYTES;
  return { bytes: concatBytes([fileType, movie]), lengthOffset };
}

const BOX_HEAD_BYTES = 8;
const FULL_BOX_HEAD_BYTES = 12;

const UNITY_MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function buildMovieHeader(nextTrack: number): Uint8Array {
  return fullBox(
    'mvhd',
    0,
    0,
    u32(0, 0, 1000, 0, 0x10000),
    u16(0x0100, 0),
    u32(0, 0),
    UNITY_MATRIX,
    new Uint8Array(24),
    u32(nextTrack),
  );
}

function buildVideoTrack(config: VideoConfig): Uint8Array {
  return buildTrack({
    id: VIDEO_TRACK,
    timescale: VIDEO_TIMESCALE,
    handler: 'vide',
    name: '',
    group: 0,
    media: fullBox('vmhd', 0, 1, u16(0, 0, 0, 0)),
    entry: videoSampleEntry(config),
    volume: 0,
    width: config.width,
    height: config.height,
  });
}

function buildAudioTrack({ id, name, config }: AudioTrack): Uint8Array {
  return buildTrack({
    id,
    timescale: config.sampleRate,
    handler: 'soun',
    name,
    group: SOUND_GROUP,
    media: fullBox('smhd', 0, 0, u16(0, 0)),
    entry: audioSampleEntry(config),
    volume: 0x0100,
    width: 0,
    height: 0,
  });
}

function buildTrack(track: {
  readonly id: number;
  readonly timescale: number;
  readonly handler: string;
  readonly name: string;
  readonly group: number;
  readonly media: Uint8Array;
  readonly entry: Uint8Array;
  readonly volume: number;
  readonly width: number;
  readonly height: number;
}): Uint8Array {
  const header = fullBox(
    'tkhd',
    0,
    3,
    u32(0, 0, track.id, 0, 0, 0, 0),
    u16(0, track.group, track.volume, 0),
    UNITY_MATRIX,
    u32(track.width * 0x10000, track.height * 0x10000),
  );
  const table = box(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), track.entry),
    fullBox('stts', 0, 0, u32(0)),
    fullBox('stsc', 0, 0, u32(0)),
    fullBox('stsz', 0, 0, u32(0, 0)),
    fullBox('stco', 0, 0, u32(0)),
  );
  const reference = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)));
  return box(
    'trak',
    header,
    box(
      'mdia',
      fullBox('mdhd', 0, 0, u32(0, 0, track.timescale, 0), u16(0x55c4, 0)),
      fullBox(
        'hdlr',
        0,
        0,
        u32(0),
        ascii(track.handler),
        u32(0, 0, 0),
        nameBytes(track.name, handlerName(track.handler)),
        u8(0),
      ),
      box('minf', track.media, reference, table),
    ),
    ...(track.name === '' ? [] : [box('udta', box('name', nameBytes(track.name)))]),
  );
}

function handlerName(handler: string): string {
  return handler === 'vide' ? 'Video' : 'Sound';
}

/** In UTF-8, without what ends a text or a line. */
function nameBytes(name: string, otherwise = ''): Uint8Array {
  const printable = name.replaceAll(/\p{Cc}/gu, ' ');
  const bytes = new TextEncoder().encode(printable === '' ? otherwise : printable);
  // No character is cut in two.
  let end = Math.min(bytes.length, MAX_NAME_BYTES);
  while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
