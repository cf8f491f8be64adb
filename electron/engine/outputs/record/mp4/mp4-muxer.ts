/**
 * From the program's packets to fragmented MP4 (ISO/IEC 14496-12, 8.8): an init segment, then a moof and mdat each half
 * second at most, so that whatever ends the process costs less than a second. Pure: bytes out, no file.
 */
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';
import { AudioRun } from './audio-run.ts';
import { u64 } from './boxes.ts';
import { buildFragment } from './fragment.ts';
import type { Sample } from './fragment.ts';
import { buildMovie, VIDEO_TRACK } from './movie.ts';
import { MuxedCodecs } from '../mux/muxed-codecs.ts';
import { FRAGMENT_MS, OWN_SOUND } from '../mux/muxer.ts';
import type { MuxedTrack, Muxer, Patch } from '../mux/muxer.ts';

export class Mp4Muxer implements Muxer {
  readonly #codecs = new MuxedCodecs();
  #sequence = 0;
  #mehdOffset = 0;
  #videoSamples: Sample[] = [];
  #videoStart = 0;
  #lastVideoMs = 0;
  /** Of the file's tracks, by their ids; the encoding's own track has none on its packets. */
  readonly #runs = new Map<string | undefined, AudioRun>();
  readonly #tracks: readonly MuxedTrack[];

  /** @param tracks of sound, in their order; the encoding's own one when absent. */
  constructor(tracks = OWN_SOUND) {
    this.#tracks = tracks;
  }

  accepts(header: EncodedPacket): boolean {
    return this.#codecs.accepts(header);
  }

  push(packet: EncodedPacket): Uint8Array | undefined {
    return this.#codecs.push(packet, {
      buildHead: () => this.#buildInit(),
      add: () => (packet.kind === 'video' ? this.#pushVideo(packet) : this.#pushAudio(packet)),
    });
  }

  lengthPatch(endMs: number): Patch {
    return { offset: this.#mehdOffset, bytes: u64(Math.max(0, this.#codecs.clock.toOutputMs(endMs))) };
  }

  /** The last fragment, and the length to write into the init segment. */
  finish(): { readonly bytes: Uint8Array | undefined; readonly patch: Patch | undefined } {
    if (!this.#codecs.isStarted) return { bytes: undefined, patch: undefined };
    const last = this.#videoSamples.at(-1);
    if (last) last.duration = this.#videoSamples.at(-2)?.duration ?? 33;
    const videoEndMs = this.#lastVideoMs + (last?.duration ?? 0);
    const audioEndMs = Math.max(0, ...[...this.#runs.values()].map(({ endMs }) => endMs));
    const bytes = this.#flush(this.#videoSamples.length);
    return { bytes, patch: { offset: this.#mehdOffset, bytes: u64(Math.max(videoEndMs, audioEndMs)) } };
  }

  #pushVideo(packet: EncodedPacket): Uint8Array | undefined {
    if (!this.#codecs.video) return undefined;
    const atMs = Math.max(
      this.#codecs.clock.toOutputMs(packet.timestampMs),
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
    this.#videoSamples.push({
      data: this.#codecs.pictureData(packet),
      duration: 0,
      isKeyframe: packet.isKeyframe,
      composition: packet.compositionMs,
    });
    return fragment;
  }

  #pushAudio({ trackId, timestampMs, data }: EncodedPacket): Uint8Array | undefined {
    const run = this.#runs.get(trackId);
    const atMs = this.#codecs.clock.toOutputMs(timestampMs);
    if (!run || atMs < 0) return undefined;
    run.place(atMs);
    const fragment = run.spanMs >= FRAGMENT_MS * (this.#codecs.video ? 2 : 1) ? this.#flush(0) : undefined;
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
    const { audio: config, video } = this.#codecs;
    if (config !== undefined)
      this.#tracks.forEach(({ trackId, name }, index) =>
        this.#runs.set(trackId, new AudioRun({ id: VIDEO_TRACK + 1 + index, name, config })),
      );
    const { bytes, lengthOffset } = buildMovie(video, [...this.#runs.values()]);
    this.#mehdOffset = lengthOffset;
    return bytes;
  }
}
