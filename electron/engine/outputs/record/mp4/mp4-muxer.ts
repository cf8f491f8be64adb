/**
 * From the program's packets to fragmented MP4 (ISO/IEC 14496-12, 8.8): an init segment, then a moof and mdat each half
 * second at most, so that whatever ends the process costs less than a second. Pure: bytes out, no file.
 */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { assert } from '../../../../../shared/assert.ts';
import { OutputClock } from '../../../../../shared/media/timeline.ts';
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';
import { ascii, box, fullBox, u16, u32, u64, u8 } from './boxes.ts';
import {
  audioSampleEntry,
  isSameConfig,
  parameterSetsOf,
  parseAudioConfig,
  parseVideoConfig,
  videoSampleEntry,
} from './tracks.ts';
import type { AudioConfig, VideoConfig } from './tracks.ts';

/** Longest fragment, media ms. */
const FRAGMENT_MS = 500;
const VIDEO_TIMESCALE = 1000;
const AAC_FRAME_SAMPLES = 1024;
/** Sound whose timestamps are off by more than this many samples is a gap, not rounding. */
const AUDIO_GAP_SAMPLES = 2048;
const VIDEO_TRACK = 1;
const AUDIO_TRACK = 2;

interface Sample {
  readonly data: Uint8Array;
  /** In the track's timescale; set when the next sample is known. */
  duration: number;
  readonly isKeyframe: boolean;
  readonly composition: number;
}

/** Bytes to overwrite when the file is finished. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export class Mp4Muxer {
  #video: VideoConfig | undefined;
  #audio: AudioConfig | undefined;
  /** Parameter sets that came after the init segment: put before each keyframe. */
  #laterParameterSets: Uint8Array | undefined;
  #isStarted = false;
  readonly #clock = new OutputClock();
  #sequence = 0;
  #mehdOffset = 0;
  #videoSamples: Sample[] = [];
  #videoStart = 0;
  #lastVideoMs = 0;
  #audioSamples: Sample[] = [];
  #audioStart = 0;
  #audioNext = 0;
  #hasAudioStarted = false;

  /** False when this header cannot go on in the same file: another codec, size or sound. */
  accepts(header: EncodedPacket): boolean {
    if (!this.#isStarted) return true;
    if (header.kind === 'audio') {
      return this.#audio !== undefined && isSameConfig(this.#audio, parseAudioConfig(header));
    }
    const next = parseVideoConfig(header);
    const known = this.#video;
    if (!known || known.codec !== next.codec || known.width !== next.width || known.height !== next.height)
      return false;
    return isSameConfig(known, next) || known.codec !== 'av01';
  }

  /** Takes a packet; what it returns goes to the end of the file, in one write. */
  push(packet: EncodedPacket): Uint8Array | undefined {
    if (packet.kind === 'script') return undefined;
    if (packet.isSequenceHeader) {
      this.#takeHeader(packet);
      return undefined;
    }
    const init = this.#startAt(packet);
    if (!this.#isStarted) return undefined;
    const fragment = packet.kind === 'video' ? this.#pushVideo(packet) : this.#pushAudio(packet);
    return init && fragment ? concatBytes([init, fragment]) : (init ?? fragment);
  }

  /** The length to write into the init segment of a file that ends before the packet of this time. */
  lengthPatch(endMs: number): Patch {
    return { offset: this.#mehdOffset, bytes: u64(Math.max(0, this.#clock.toOutputMs(endMs))) };
  }

  /** The last fragment, and the length to write into the init segment. */
  finish(): { readonly bytes: Uint8Array | undefined; readonly patch: Patch | undefined } {
    if (!this.#isStarted) return { bytes: undefined, patch: undefined };
    const last = this.#videoSamples.at(-1);
    if (last) last.duration = this.#videoSamples.at(-2)?.duration ?? 33;
    const videoEndMs = this.#lastVideoMs + (last?.duration ?? 0);
    const audioEndMs = this.#audio ? Math.round((this.#audioNext * 1000) / this.#audio.sampleRate) : 0;
    const bytes = this.#flush(this.#videoSamples.length);
    return { bytes, patch: { offset: this.#mehdOffset, bytes: u64(Math.max(videoEndMs, audioEndMs)) } };
  }

  #takeHeader(packet: EncodedPacket): void {
    if (packet.kind === 'audio') {
      this.#audio ??= parseAudioConfig(packet);
      return;
    }
    const config = parseVideoConfig(packet);
    if (!this.#isStarted || !this.#video) this.#video = config;
    else this.#laterParameterSets = isSameConfig(this.#video, config) ? undefined : parameterSetsOf(config);
  }

  /** Begins with the first keyframe, or with the first sound where there is no picture. */
  #startAt(packet: EncodedPacket): Uint8Array | undefined {
    if (this.#isStarted) return undefined;
    const isStart = this.#video ? packet.kind === 'video' && packet.isKeyframe : this.#audio !== undefined;
    if (!isStart) return undefined;
    this.#isStarted = true;
    this.#clock.start(packet.timestampMs);
    return this.#buildInit();
  }

  #pushVideo(packet: EncodedPacket): Uint8Array | undefined {
    if (!this.#video) return undefined;
    const atMs = Math.max(
      this.#clock.toOutputMs(packet.timestampMs),
      this.#videoSamples.length > 0 ? this.#lastVideoMs : 0,
    );
    const last = this.#videoSamples.at(-1);
    let fragment: Uint8Array | undefined;
    if (last) {
      last.duration = atMs - this.#lastVideoMs;
      if (packet.isKeyframe || atMs - this.#videoStart >= FRAGMENT_MS)
        fragment = this.#flush(this.#videoSamples.length);
    }
    if (this.#videoSamples.length === 0) this.#videoStart = atMs;
    this.#lastVideoMs = atMs;
    const isPrefixed = packet.isKeyframe && this.#laterParameterSets !== undefined;
    const data =
      isPrefixed && this.#laterParameterSets
        ? concatBytes([this.#laterParameterSets, packet.data])
        : packet.data;
    this.#videoSamples.push({
      data,
      duration: 0,
      isKeyframe: packet.isKeyframe,
      composition: packet.compositionMs,
    });
    return fragment;
  }

  #pushAudio(packet: EncodedPacket): Uint8Array | undefined {
    const audio = this.#audio;
    const atMs = this.#clock.toOutputMs(packet.timestampMs);
    if (!audio || atMs < 0) return undefined;
    const at = Math.round((atMs * audio.sampleRate) / 1000);
    if (!this.#hasAudioStarted) this.#audioNext = at;
    this.#hasAudioStarted = true;
    const gap = at - this.#audioNext;
    if (gap > AUDIO_GAP_SAMPLES) {
      const last = this.#audioSamples.at(-1);
      if (last) last.duration += gap;
      this.#audioNext = at;
    }
    let fragment: Uint8Array | undefined;
    const spanMs = ((this.#audioNext - this.#audioStart) * 1000) / audio.sampleRate;
    if (this.#audioSamples.length > 0 && spanMs >= FRAGMENT_MS * (this.#video ? 2 : 1))
      fragment = this.#flush(0);
    if (this.#audioSamples.length === 0) this.#audioStart = this.#audioNext;
    this.#audioNext += AAC_FRAME_SAMPLES;
    this.#audioSamples.push({
      data: packet.data,
      duration: AAC_FRAME_SAMPLES,
      isKeyframe: true,
      composition: 0,
    });
    return fragment;
  }

  /** A fragment of the first `videoCount` frames and all sound so far. */
  #flush(videoCount: number): Uint8Array | undefined {
    const video = this.#videoSamples.splice(0, videoCount);
    const audio = this.#audioSamples.splice(0);
    const runs = [
      { track: VIDEO_TRACK, start: this.#videoStart, samples: video },
      { track: AUDIO_TRACK, start: this.#audioStart, samples: audio },
    ].filter((run) => run.samples.length > 0);
    if (runs.length === 0) return undefined;
    this.#sequence += 1;
    const build = (offsets: readonly number[]) =>
      box(
        'moof',
        fullBox('mfhd', 0, 0, u32(this.#sequence)),
        ...runs.map((run, index) => buildTrackFragment(run, offsets[index] ?? 0)),
      );
    let offset = build([]).length + 8;
    const offsets = runs.map((run) => {
      const start = offset;
      offset += run.samples.reduce((sum, sample) => sum + sample.data.length, 0);
      return start;
    });
    const data = runs.flatMap((run) => run.samples.map((sample) => sample.data));
    return concatBytes([build(offsets), box('mdat', ...data)]);
  }

  #buildInit(): Uint8Array {
    const tracks: Uint8Array[] = [];
    const extensions: Uint8Array[] = [];
    if (this.#video) {
      tracks.push(buildVideoTrack(this.#video));
      extensions.push(fullBox('trex', 0, 0, u32(VIDEO_TRACK, 1, 0, 0, 0)));
    }
    if (this.#audio) {
      tracks.push(buildAudioTrack(this.#audio));
      extensions.push(fullBox('trex', 0, 0, u32(AUDIO_TRACK, 1, 0, 0, 0)));
    }
    const fileType = box('ftyp', ascii('iso6'), u32(0), ascii('iso6mp42mp41isom'));
    const mehd = fullBox('mehd', 1, 0, u64(0));
    const movie = box('moov', buildMovieHeader(), ...tracks, box('mvex', mehd, ...extensions));
    const mehdStart = findMehd(movie);
    this.#mehdOffset = fileType.length + mehdStart + 8;
    return concatBytes([fileType, movie]);
  }
}

/** Where the value of version and duration begins, after the box's type. */
function findMehd(movie: Uint8Array): number {
  const tail = ascii('mehd');
  for (let index = 0; index + 4 < movie.length; index += 1) {
    if (tail.every((byte, at) => movie[index + at] === byte)) return index;
  }
  assert(false, 'the movie has its mehd');
}

function buildTrackFragment(
  run: { readonly track: number; readonly start: number; readonly samples: readonly Sample[] },
  dataOffset: number,
): Uint8Array {
  const isVideo = run.track === VIDEO_TRACK;
  const rows = run.samples.map((sample) =>
    isVideo
      ? u32(
          sample.duration,
          sample.data.length,
          sample.isKeyframe ? 0x02000000 : 0x01010000,
          sample.composition,
        )
      : u32(sample.duration, sample.data.length),
  );
  return box(
    'traf',
    fullBox('tfhd', 0, 0x020000, u32(run.track)),
    fullBox('tfdt', 1, 0, u64(run.start)),
    fullBox('trun', 1, isVideo ? 0xf01 : 0x301, u32(run.samples.length, dataOffset), ...rows),
  );
}

const UNITY_MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function buildMovieHeader(): Uint8Array {
  return fullBox(
    'mvhd',
    0,
    0,
    u32(0, 0, 1000, 0, 0x10000),
    u16(0x0100, 0),
    u32(0, 0),
    UNITY_MATRIX,
    new Uint8Array(24),
    u32(AUDIO_TRACK + 1),
  );
}

function buildVideoTrack(config: VideoConfig): Uint8Array {
  return buildTrack({
    id: VIDEO_TRACK,
    timescale: VIDEO_TIMESCALE,
    handler: 'vide',
    name: 'Video',
    media: fullBox('vmhd', 0, 1, u16(0, 0, 0, 0)),
    entry: videoSampleEntry(config),
    volume: 0,
    width: config.width,
    height: config.height,
  });
}

function buildAudioTrack(config: AudioConfig): Uint8Array {
  return buildTrack({
    id: AUDIO_TRACK,
    timescale: config.sampleRate,
    handler: 'soun',
    name: 'Sound',
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
    u16(0, 0, track.volume, 0),
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
      fullBox('hdlr', 0, 0, u32(0), ascii(track.handler), u32(0, 0, 0), ascii(track.name), u8(0)),
      box('minf', track.media, reference, table),
    ),
  );
}
