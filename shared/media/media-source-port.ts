/**
 * Pictures and sound of media files on their way from the engine, which decodes them, to the capture worker, which shows and mixes them.
 * Sound travels on the media port, in blocks. Word of each picture goes over the port too; its bytes lie in a small file of the page's private storage that both have open, one for each source. The
 * worker gives each slot back once it has taken or dropped the picture, and counts the blocks of sound that it has taken: without a
 * free slot, or with too many blocks on their way, the engine reads no further.
 *
 * `run` grows with each start of a source. What belongs to an older run is void for both ends, and all slots are free at a start.
 */
import type { ErrorRecord } from '../errors/app-error.ts';
import { FRAME_FILE_HEADER_BYTES } from './frame-file.ts';

/** Pictures that wait at most: a third of a second at 30 a second bears a hiccup of a busy machine and the seam of a loop. */
export const MEDIA_FILE_SLOTS = 10;

/** 3840x2160. */
export const MAX_MEDIA_PIXELS = 8_294_400;
/** Of four bytes a pixel. */
export const MAX_MEDIA_PICTURE_BYTES = 4 * MAX_MEDIA_PIXELS;

/** Blocks of sound that wait at most, and how long each is at most: a second, since pictures of a slow file wait as long. */
export const MEDIA_SOUND_BLOCKS = 50;
export const MEDIA_BLOCK_MS = 20;
export const MEDIA_SOUND_CHANNELS = 2;

/** Like a frame file's: the mark first, then at a page's distance the slots. */
export function mediaFileOffset(slot: number, slotBytes: number): number {
  return FRAME_FILE_HEADER_BYTES + slot * slotBytes;
}

export function mediaFileBytes(slotBytes: number): number {
  return mediaFileOffset(MEDIA_FILE_SLOTS, slotBytes);
}

interface OfRun {
  readonly sourceId: string;
  readonly run: number;
}

/** Which file of the list a start begins with. `at`: at `entry`, its place in the list. */
export type MediaStart = 'first' | 'next' | 'previous' | 'at';

/** Starts a source, in place of what it played. Its files are known to the engine from main. */
export interface PlayMedia extends OfRun {
  readonly type: 'playMedia';
  readonly from: MediaStart;
  readonly entry: number;
  /** Where in the first file. */
  readonly atUs: number;
  /** Larger pictures are made so small that they fit. */
  readonly limit: { readonly width: number; readonly height: number };
  /** Hz, whole, as the sound is to come; absent where nobody wants the sound. */
  readonly sampleRate?: number | undefined;
}

export interface StopMedia {
  readonly type: 'stopMedia';
  readonly sourceId: string;
}

/** The worker has made a file, in place of the one before. */
export interface MediaFile {
  readonly type: 'mediaFile';
  readonly sourceId: string;
  /** Counts the source's files; pictures name the one that they lie in. */
  readonly file: number;
  /** 32 digits, hexadecimal. */
  readonly mark: string;
  readonly slotBytes: number;
}

/** There is no file to be had: pictures travel on the port itself. */
export interface NoMediaFile {
  readonly type: 'noMediaFile';
  readonly sourceId: string;
  readonly reason: string;
}

/** The slot is free again. */
export interface MediaTaken extends OfRun {
  readonly type: 'mediaTaken';
  readonly slot: number;
}

/** So many more blocks of sound were given to the mixer, or let go. */
export interface MediaSoundTaken extends OfRun {
  readonly type: 'mediaSoundTaken';
  readonly blocks: number;
}

export type ToEngineMediaSourceMessage =
  PlayMedia | StopMedia | MediaFile | NoMediaFile | MediaTaken | MediaSoundTaken;

/** One time through one file begins: all pictures that follow are of this shape. A file of sound alone has pictures that show nothing. */
export interface MediaPassBegan extends OfRun {
  readonly type: 'mediaPass';
  /** Of the file in the list. */
  readonly entry: number;
  readonly entries: number;
  /** Without its folder. */
  readonly name: string;
  /** False for a file of sound alone. */
  readonly hasPictures?: boolean;
  /** As the file shows itself, in square pixels. */
  readonly width: number;
  readonly height: number;
  /** As the pictures come. */
  readonly pictureWidth: number;
  readonly pictureHeight: number;
  /** `I420`: BT.709 of limited range, planes without padding. `RGBA`: with alpha; multiplied by it or not. */
  readonly format: 'I420' | 'RGBA' | 'premultipliedRGBA';
  readonly pictureBytes: number;
  /** Frames a second, undefined while unknown. */
  readonly fps: number | undefined;
  /** Of the whole file, undefined while unknown. */
  readonly durationUs: number | undefined;
}

export interface MediaPicture extends OfRun {
  readonly type: 'mediaPicture';
  readonly slot: number;
  readonly file: number;
  /** Since the start of the run: passes lie end to end. */
  readonly lineUs: number;
  /** In its file. */
  readonly positionUs: number;
  /** Where there is no file. */
  readonly data?: ArrayBuffer;
}

/** Float32, interleaved, of `MEDIA_SOUND_CHANNELS`; in the order of time, between the pictures of the same time. */
export interface MediaSound extends OfRun {
  readonly type: 'mediaSound';
  /** Of its first sample: it belongs to the picture that shows there. */
  readonly lineUs: number;
  readonly sampleRate: number;
  readonly data: ArrayBuffer;
}

/** The last picture of the list has been sent; it shows until `lineUs`. */
export interface MediaEnded extends OfRun {
  readonly type: 'mediaEnded';
  readonly lineUs: number;
}

/** A file of the list can't be played. `isWaiting`: none can; the engine tries again by itself until the source is stopped. */
export interface MediaFailed extends OfRun {
  readonly type: 'mediaFailed';
  readonly error: ErrorRecord;
  readonly isWaiting: boolean;
}

/** The source has other files now: the run is over, and another one is wanted. */
export interface MediaFilesChanged extends OfRun {
  readonly type: 'mediaFilesChanged';
}

export type FromEngineMediaSourceMessage =
  MediaPassBegan | MediaPicture | MediaSound | MediaEnded | MediaFailed | MediaFilesChanged;

/** A media source's files as main gives them to the engine. */
export interface MediaSourceFiles {
  readonly sourceId: string;
  readonly paths: readonly string[];
  readonly order: 'inTurn' | 'random';
  readonly isLooping: boolean;
}
