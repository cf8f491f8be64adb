/** The head of a Matroska file: what it is, how long, where its index lies, and its tracks. Pure. */
import { concatBytes } from '../../../../../shared/bytes.ts';
import type { AudioConfig, VideoConfig } from '../mux/codec-config.ts';
import type { MuxedTrack, Patch } from '../mux/muxer.ts';
import {
  element,
  float64,
  ID,
  idBytes,
  sizeBytes,
  text,
  UNKNOWN_SIZE,
  unsigned,
  unsigned64,
} from './elements.ts';

export const VIDEO_TRACK = 1;
/** Sound's numbers follow. */
const [VIDEO_TYPE, AUDIO_TYPE] = [1, 2];
const MAX_NAME_LENGTH = 100;
const NS_PER_MS = 1_000_000;

const VIDEO_CODECS = { avc1: 'V_MPEG4/ISO/AVC', hvc1: 'V_MPEGH/ISO/HEVC', av01: 'V_AV1' } as const;

export interface HeadFacts {
  readonly durationMs: number;
  /** From the segment's first byte on; absent while the file is written. */
  readonly cuesPosition?: number;
  /** Absent while the file is written. */
  readonly segmentBytes?: number;
}

export interface Head {
  /** As long whatever the facts are. */
  readonly bytes: Uint8Array;
  /** Where the segment's content begins. */
  readonly segmentStart: number;
  /** What of it other facts change. */
  readonly patch: Patch;
}

export function buildHead({ durationMs, cuesPosition, segmentBytes }: HeadFacts): Head {
  const ebml = element(
    ID.ebml,
    element(ID.docType, text('matroska')),
    element(ID.docTypeVersion, unsigned(4)),
    element(ID.docTypeReadVersion, unsigned(2)),
  );
  const seekHead = element(
    ID.seekHead,
    element(
      ID.seek,
      element(ID.seekId, idBytes(ID.cues)),
      element(ID.seekPosition, unsigned64(cuesPosition ?? 0)),
    ),
  );
  const info = element(
    ID.info,
    element(ID.timestampScale, unsigned(NS_PER_MS)),
    element(ID.duration, float64(durationMs)),
    element(ID.muxingApp, text('Upcast')),
    element(ID.writingApp, text('Upcast')),
  );
  const segmentId = idBytes(ID.segment);
  const size = segmentBytes === undefined ? UNKNOWN_SIZE : sizeBytes(segmentBytes);
  const changing = concatBytes([size, cuesPosition === undefined ? blank(seekHead.length) : seekHead, info]);
  return {
    bytes: concatBytes([ebml, segmentId, changing]),
    segmentStart: ebml.length + segmentId.length + size.length,
    patch: { offset: ebml.length + segmentId.length, bytes: changing },
  };
}

export function buildTracks(
  video: VideoConfig | undefined,
  audio: AudioConfig | undefined,
  sounds: readonly MuxedTrack[],
): Uint8Array {
  const tracks = video === undefined ? [] : [videoTrack(video)];
  if (audio !== undefined)
    for (const [index, { name }] of sounds.entries())
      tracks.push(audioTrack(audio, VIDEO_TRACK + 1 + index, name));
  return element(ID.tracks, ...tracks);
}

function videoTrack({ codec, record, width, height }: VideoConfig): Uint8Array {
  return track(
    VIDEO_TRACK,
    VIDEO_TYPE,
    element(ID.codecId, text(VIDEO_CODECS[codec])),
    element(ID.codecPrivate, record),
    element(ID.video, element(ID.pixelWidth, unsigned(width)), element(ID.pixelHeight, unsigned(height))),
  );
}

function audioTrack({ record, sampleRate, channels }: AudioConfig, number: number, name: string): Uint8Array {
  const printable = name.replaceAll(/\p{Cc}/gu, ' ').slice(0, MAX_NAME_LENGTH);
  return track(
    number,
    AUDIO_TYPE,
    // Players begin with the first.
    element(ID.flagDefault, unsigned(number === VIDEO_TRACK + 1 ? 1 : 0)),
    ...(printable === '' ? [] : [element(ID.name, text(printable))]),
    element(ID.codecId, text('A_AAC')),
    element(ID.codecPrivate, record),
    element(
      ID.audio,
      element(ID.samplingFrequency, float64(sampleRate)),
      element(ID.channels, unsigned(channels)),
    ),
  );
}

function track(number: number, type: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return element(
    ID.trackEntry,
    element(ID.trackNumber, unsigned(number)),
    element(ID.trackUid, unsigned(number)),
    element(ID.trackType, unsigned(type)),
    element(ID.flagLacing, unsigned(0)),
    element(ID.language, text('und')),
    ...parts,
  );
}

/** So many bytes that say nothing. */
function blank(bytes: number): Uint8Array {
  const head = element(ID.void);
  return element(ID.void, new Uint8Array(bytes - head.length));
}
