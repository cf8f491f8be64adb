/**
 * From the program's packets to fragmented MP4 (ISO/IEC 14496-12, 8.8): an init segment, then a moof and mdat each half
 * second at most, so that whatever ends the process costs less than a second. Pure: bytes out, no file.
 */
import { concatBytes } from '../../../../../shared/bytes.ts';
import { OutputClock } from '../../../../../shared/media/timeline.ts';
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';
import { AudioRun } from './audio-run.ts';
import { u64 } from './boxes.ts';
import { buildFragment } from './fragment.ts';
import type { Sample } from './fragment.ts';
import { buildMovie, VIDEO_TRACK } from './movie.ts';
import { isSameConfig, parameterSetsOf, parseAudioConfig, parseVideoConfig } from './tracks.ts';
import type { AudioConfig, VideoConfig } from './tracks.ts';

/** Longest fragment, media ms. */
const FRAGMENT_MS = 500;

/** A track of sound in the file. */
export interface MuxedTrack {
  /** Of its packets; undefined for the encoding's own sound. */
  readonly trackId: string | undefined;
  /** As players show it; empty for none. */
  readonly name: string;
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
  /** Of the file's tracks, by their ids; the encoding's own track has none on its packets. */
  readonly #runs = new Map<string | undefined, AudioRun>();
  readonly #tracks: readonly MuxedTrack[];

  /** @param tracks of sound, in their order; the encoding's own one when absent. */
  constructor(tracks: readonly MuxedTrack[] = [{ trackId: undefined, name: '' }]) {
    this.#tracks = tracks;
  }

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
    const audioEndMs = Math.max(0, ...[...this.#runs.values()].map(({ endMs }) => endMs));
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

  #pushAudio({ trackId, timestampMs, data }: EncodedPacket): Uint8Array | undefined {
    const run = this.#runs.get(trackId);
    const atMs = this.#clock.toOutputMs(timestampMs);
    if (!run || atMs < 0) return undefined;
    run.place(atMs);
    const fragment = run.spanMs >= FRAGMENT_MS * (this.#video ? 2 : 1) ? this.#flush(0) : undefined;
    run.add(data);
    return fragment;
  }

  /** A fragment of the first `videoCount` frames and all sound so far. */
  #flush(videoCount: number): Uint8Array | undefined {
    const video = this.#videoSamples.splice(0, videoCount);
    const runs = [
      { track: VIDEO_TRACK, start: this.#videoStart, samples: video },
      ...[...this.#runs.values()].map((run) => run.take()),
    ].filter((run) => run.samples.length > 0);
    if (runs.length === 0) return undefined;
    this.#sequence += 1;
    return buildFragment(this.#sequence, runs);
  }

  #buildInit(): Uint8Array {
    const config = this.#audio;
    if (config !== undefined)
      this.#tracks.forEach(({ trackId, name }, index) =>
        this.#runs.set(trackId, new AudioRun({ id: VIDEO_TRACK + 1 + index, name, config })),
      );
    const { bytes, lengthOffset } = buildMovie(this.#video, [...this.#runs.values()]);
    this.#mehdOffset = lengthOffset;
    return bytes;
  }
}
