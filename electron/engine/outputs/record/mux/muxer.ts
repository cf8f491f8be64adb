/** What a recording's file needs of a format: from the program's packets to bytes. */
import type { EncodedPacket } from '../../../encode/encoded-packet.ts';

/** A track of sound in the file. */
export interface MuxedTrack {
  /** Of its packets; undefined for the encoding's own sound. */
  readonly trackId: string | undefined;
  /** As players show it; empty for none. */
  readonly name: string;
}

export const OWN_SOUND: readonly MuxedTrack[] = [{ trackId: undefined, name: '' }];

/** Longest part that is written at once, media ms: what a sudden end costs. */
export const FRAGMENT_MS = 500;

/** Bytes to overwrite when the file is finished. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface Muxer {
  /** False when this header cannot go on in the same file: another codec, size or sound. */
  accepts(header: EncodedPacket): boolean;
  /** Takes a packet; what it returns goes to the end of the file, in one write. */
  push(packet: EncodedPacket): Uint8Array | undefined;
  /** What to overwrite in a file that ends before the packet of this time. */
  lengthPatch(endMs: number): Patch;
  /** The end of the file, and what to overwrite once it is written. */
  finish(): { readonly bytes: Uint8Array | undefined; readonly patch: Patch | undefined };
}
