/**
 * From the program's packets to Matroska (RFC 9559): a head, then a cluster each half second at most, so that whatever ends the process
 * costs less than a second. A finished file has its length and an index besides. Pure: bytes out, no file.
 */
import { concatBytes } from '../../../../../shared/bytes.ts';
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';
import { MuxedCodecs } from '../mux/muxed-codecs.ts';
import { FRAGMENT_MS, OWN_SOUND } from '../mux/muxer.ts';
import type { MuxedTrack, Muxer, Patch } from '../mux/muxer.ts';
import { element, ID, simpleBlock, unsigned, unsigned64 } from './elements.ts';
import { buildHead, buildTracks, VIDEO_TRACK } from './matroska-head.ts';

interface Block {
  readonly track: number;
  readonly atMs: number;
  readonly isKeyframe: boolean;
  readonly data: Uint8Array;
}

/** A cluster that a player can begin with. */
interface Cue {
  readonly atMs: number;
  /** Of the cluster, from the segment's first byte on. */
  readonly position: number;
}

/** One each five seconds and more: an hour's index stays within 30 KB. */
const CUE_MS = 5000;

export class MatroskaMuxer implements Muxer {
  readonly #codecs = new MuxedCodecs();
  readonly #tracks: readonly MuxedTrack[];
  #blocks: Block[] = [];
  /** Of the first picture that waits. */
  #clusterMs = 0;
  #cues: Cue[] = [];
  /** Bytes given out, without the EBML head and the head of the segment. */
  #position = 0;
  /** Of the latest picture and sound, and how long the last picture before it showed. */
  #endMs = 0;
  #lastPictureMs = 0;
  #pictureMs = 0;

  /** @param tracks of sound, in their order; the encoding's own one when absent. */
  constructor(tracks = OWN_SOUND) {
    this.#tracks = tracks;
  }

  accepts(header: EncodedPacket): boolean {
    return this.#codecs.accepts(header);
  }

  push(packet: EncodedPacket): Uint8Array | undefined {
    return this.#codecs.push(packet, { buildHead: () => this.#begin(), add: () => this.#add(packet) });
  }

  lengthPatch(endMs: number): Patch {
    return buildHead({ durationMs: Math.max(0, this.#codecs.clock.toOutputMs(endMs)) }).patch;
  }

  /** The last cluster and the index. */
  finish(): { readonly bytes: Uint8Array | undefined; readonly patch: Patch | undefined } {
    if (!this.#codecs.isStarted) return { bytes: undefined, patch: undefined };
    const cluster = this.#flush() ?? new Uint8Array(0);
    const cuesPosition = this.#position;
    const bytes = concatBytes([cluster, this.#buildCues()]);
    const segmentBytes = cuesPosition + bytes.length - cluster.length;
    const durationMs = Math.max(this.#endMs, this.#lastPictureMs + this.#pictureMs);
    return { bytes, patch: buildHead({ durationMs, cuesPosition, segmentBytes }).patch };
  }

  #begin(): Uint8Array {
    const { bytes, segmentStart } = buildHead({ durationMs: 0 });
    const { video, audio } = this.#codecs;
    const tracks = buildTracks(video, audio, audio === undefined ? [] : this.#tracks);
    this.#position = bytes.length + tracks.length - segmentStart;
    return concatBytes([bytes, tracks]);
  }

  #add(packet: EncodedPacket): Uint8Array | undefined {
    const isPicture = packet.kind === 'video';
    const track = isPicture ? VIDEO_TRACK : this.#trackOf(packet.trackId);
    const atMs = this.#codecs.clock.toOutputMs(packet.timestampMs);
    if (track === undefined || atMs < 0 || (isPicture && this.#codecs.video === undefined)) return undefined;
    // Sound that comes before its picture stays in the cluster of the pictures, unless none come any more.
    const longestMs = isPicture || this.#codecs.video === undefined ? FRAGMENT_MS : 2 * FRAGMENT_MS;
    const isDue = atMs - this.#clusterMs >= longestMs || (isPicture && packet.isKeyframe);
    const cluster = isDue ? this.#flush() : undefined;
    if (this.#blocks.length === 0) this.#clusterMs = atMs;
    if (isPicture) this.#placePicture(atMs);
    else this.#endMs = Math.max(this.#endMs, atMs + this.#soundMs());
    this.#blocks.push({
      track,
      atMs: isPicture ? atMs + packet.compositionMs : atMs,
      isKeyframe: isPicture ? packet.isKeyframe : true,
      data: isPicture ? this.#codecs.pictureData(packet) : packet.data,
    });
    return cluster;
  }

  #placePicture(atMs: number): void {
    if (atMs > this.#lastPictureMs) this.#pictureMs = atMs - this.#lastPictureMs;
    this.#lastPictureMs = atMs;
  }

  #trackOf(trackId: string | undefined): number | undefined {
    const index = this.#tracks.findIndex((track) => track.trackId === trackId);
    return index === -1 || this.#codecs.audio === undefined ? undefined : VIDEO_TRACK + 1 + index;
  }

  /** Of a frame of AAC. */
  #soundMs(): number {
    return 1_024_000 / (this.#codecs.audio?.sampleRate ?? 48_000);
  }

  #flush(): Uint8Array | undefined {
    const blocks = this.#blocks.splice(0);
    if (blocks.length === 0) return undefined;
    const clusterMs = this.#clusterMs;
    const [first] = blocks;
    const isStart = this.#codecs.video === undefined || (first?.track === VIDEO_TRACK && first.isKeyframe);
    if (isStart && clusterMs - (this.#cues.at(-1)?.atMs ?? -CUE_MS) >= CUE_MS)
      this.#cues.push({ atMs: clusterMs, position: this.#position });
    const cluster = element(
      ID.cluster,
      element(ID.timestamp, unsigned(clusterMs)),
      ...blocks.map(({ track, atMs, isKeyframe, data }) =>
        simpleBlock(track, atMs - clusterMs, isKeyframe, data),
      ),
    );
    this.#position += cluster.length;
    return cluster;
  }

  #buildCues(): Uint8Array {
    const cueTrack = this.#codecs.video === undefined ? VIDEO_TRACK + 1 : VIDEO_TRACK;
    const points = this.#cues.map(({ atMs, position }) =>
      element(
        ID.cuePoint,
        element(ID.cueTime, unsigned(atMs)),
        element(
          ID.cueTrackPositions,
          element(ID.cueTrack, unsigned(cueTrack)),
          element(ID.cueClusterPosition, unsigned64(position)),
        ),
      ),
    );
    return element(ID.cues, ...points);
  }
}
