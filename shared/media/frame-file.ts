/**
 * The layout of the frame file: a small file of the page's private storage that holds raw frames on their way to the engine.
 * The page writes a frame into a free slot and names the slot on the media port; the engine, which has the same file open,
 * reads it and counts. Both sides see the same pages of the system's file cache, so a frame is copied once in and once out.
 *
 * Header: a mark of 16 random bytes, by which the engine knows the file, then at byte 16 how many frames it has read
 * (uint32, little endian, wrapping), and at byte 32 the id of the track whose frames lie in it (ASCII, zeros after it). Then
 * `FRAME_FILE_SLOTS` slots of `slotBytes` each.
 */
import { MAX_TRACK_ID_BYTES } from './track.ts';

export const FRAME_FILE_MARK_BYTES = 16;
/** Where the count of read frames stands: behind the mark. */
export const FRAME_FILE_COUNT_OFFSET = 16;
/** Where the track's id stands. */
export const FRAME_FILE_TRACK_OFFSET = 32;
export const FRAME_FILE_HEADER_BYTES = 4096;

/** One is written while another is read; two more bear a hiccup. With none free a frame goes over the port itself. */
export const FRAME_FILE_SLOTS = 4;

/** 3840x2160 with 4:2:0. */
export const MAX_FRAME_FILE_SLOT_BYTES = 12_441_600;

/** Where slot `slot` begins. */
export function frameFileOffset(slot: number, slotBytes: number): number {
  return FRAME_FILE_HEADER_BYTES + slot * slotBytes;
}

/** Size of the whole file. */
export function frameFileBytes(slotBytes: number): number {
  return frameFileOffset(FRAME_FILE_SLOTS, slotBytes);
}

/** The track's id as the header has it: `MAX_TRACK_ID_BYTES`. */
export function frameFileTrack(trackId: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(MAX_TRACK_ID_BYTES);
  for (let index = 0; index < Math.min(trackId.length, bytes.length); index += 1)
    bytes[index] = trackId.charCodeAt(index);
  return bytes;
}
