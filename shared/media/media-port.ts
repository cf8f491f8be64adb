/**
 * What travels on the MessagePort between the renderer's capture worker and the engine: word of raw frames, whose bytes
 * lie in the frame file (frame-file.ts), and PCM, with capture timestamps, one way; credits the other. Main and the UI
 * never see these bytes. Frames, sound and credits name their track (track.ts): frames have one, sound six. Pictures and sound of
 * media sources travel the other way (media-source-port.ts).
 *
 * `timestampUs` is microseconds of the page's own monotonic clock at capture. The engine asks what that clock shows, and converts all
 * times to its own (`electron/engine/sources/page-clock.ts`).
 */

import type { FromEngineApplicationMessage, ToEngineApplicationMessage } from './application-port.ts';
import type { FromEngineMediaSourceMessage, ToEngineMediaSourceMessage } from './media-source-port.ts';

export interface FrameShape {
  readonly timestampUs: number;
  readonly width: number;
  readonly height: number;
  /** Planes packed without padding: I420 is Y, U, V; BGRA is 4 bytes a pixel. */
  readonly format: 'I420' | 'NV12' | 'BGRA';
  /** `bt709-limited` unless the source says otherwise; BGRA is always `rgb-full`. */
  readonly colour: 'bt709-limited' | 'bt601-limited' | 'bt709-full' | 'rgb-full';
}

/** A frame that travels on the port itself: before the frame file is open, and when it has no free slot. */
export interface VideoFrameMessage extends FrameShape {
  readonly type: 'video';
  readonly trackId: string;
  readonly data: ArrayBuffer;
}

/** A frame that lies in the frame file, to be read at once. */
export interface StoredFrameMessage extends FrameShape {
  readonly type: 'stored';
  readonly trackId: string;
  readonly slot: number;
}

/** The page has made a frame file; it takes the place of the one before. Answered by `FrameFileAnswer`. */
export interface FrameFileMessage {
  readonly type: 'frameFile';
  /** Whose frames lie in it; the file's header says so too. */
  readonly trackId: string;
  /** 32 digits, hexadecimal. */
  readonly mark: string;
  readonly slotBytes: number;
}

/** There is no frame file to be had, or no more: frames travel on the port. */
export interface NoFrameFileMessage {
  readonly type: 'noFrameFile';
  readonly reason: string;
}

/** Longest block of sound, seconds. */
export const MAX_BLOCK_SECONDS = 1;

/** PCM of at most `MAX_BLOCK_SECONDS`. */
export interface AudioBlock {
  readonly timestampUs: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Interleaved float32, `frames * channels` samples. */
  readonly data: ArrayBuffer;
}

export interface AudioBlockMessage extends AudioBlock {
  readonly type: 'audio';
  readonly trackId: string;
}

/** Frames the renderer skipped since its last report, by cause. */
export interface SkippedMessage {
  readonly type: 'skipped';
  readonly trackId: string;
  readonly noCredit: number;
  readonly surplus: number;
}

/** What the page's clock showed when `ClockRequest` came. */
export interface ClockReply {
  readonly type: 'clockReply';
  readonly id: number;
  readonly nowUs: number;
}

export type ToEngineMediaMessage =
  | VideoFrameMessage
  | StoredFrameMessage
  | FrameFileMessage
  | NoFrameFileMessage
  | AudioBlockMessage
  | SkippedMessage
  | ClockReply
  | ToEngineMediaSourceMessage
  | ToEngineApplicationMessage;

/** The engine grants the right to send `video` more frames; audio is never held back, it is bounded by its rate. */
export interface CreditMessage {
  readonly type: 'credit';
  readonly trackId: string;
  readonly video: number;
}

/** How many frames may be under way at once: what a camera gives while ffmpeg starts. The encoder bounds its own queue. */
export const INITIAL_VIDEO_CREDITS = 20;

/** Whether frames may be left in the file last named; false, too, when it can be read no longer. */
export interface FrameFileAnswer {
  readonly type: 'frameFile';
  readonly isOpen: boolean;
}

/** Answered at once by `ClockReply` with the same id. No credit is granted before the page's clock is known. */
export interface ClockRequest {
  readonly type: 'clockRequest';
  readonly id: number;
}

/** Which tracks of sound somebody takes from now on. Blocks of others are let go. None while nothing is encoded. */
export interface WantedTracksMessage {
  readonly type: 'wantedTracks';
  readonly trackIds: readonly string[];
}

export type FromEngineMediaMessage =
  | CreditMessage
  | FrameFileAnswer
  | ClockRequest
  | WantedTracksMessage
  | FromEngineMediaSourceMessage
  | FromEngineApplicationMessage;
