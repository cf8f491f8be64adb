/**
 * What travels on the MessagePort between the renderer's capture worker and the engine: raw frames and PCM with
 * capture timestamps one way, credits the other. Main and the UI never see these bytes.
 *
 * One clock: `timestampUs` is microseconds of `performance.timeOrigin + performance.now()` at capture.
 */

export interface VideoFrameMessage {
  readonly type: 'video';
  readonly timestampUs: number;
  readonly width: number;
  readonly height: number;
  /** Planes packed without padding: I420 is Y, U, V; BGRA is 4 bytes a pixel. */
  readonly format: 'I420' | 'NV12' | 'BGRA';
  /** `bt709-limited` unless the source says otherwise; BGRA is always `rgb-full`. */
  readonly colour: 'bt709-limited' | 'bt601-limited' | 'bt709-full' | 'rgb-full';
  /** All of it, or its beginning: the rest follows at once in `PartOfFrameMessage`s. */
  readonly data: ArrayBuffer;
}

/** What follows in the frame begun before it. */
export interface PartOfFrameMessage {
  readonly type: 'part';
  readonly data: ArrayBuffer;
}

/**
 * A frame travels in pieces of this size: a buffer much larger is fresh pages of the system on every copy on its way, and
 * making those costs more than the copying (decision 8). A quarter of 720p, a ninth of 1080p.
 */
export const PIECE_BYTES = 345_600;

export interface AudioBlockMessage {
  readonly type: 'audio';
  readonly timestampUs: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Interleaved float32, `frames * channels` samples. */
  readonly data: ArrayBuffer;
}

/** Frames the renderer skipped since its last report, by cause. */
export interface SkippedMessage {
  readonly type: 'skipped';
  readonly noCredit: number;
  readonly surplus: number;
}

export type ToEngineMediaMessage =
  VideoFrameMessage | PartOfFrameMessage | AudioBlockMessage | SkippedMessage;

/** The engine grants the right to send `video` more frames; audio is never held back, it is bounded by its rate. */
export interface CreditMessage {
  readonly type: 'credit';
  readonly video: number;
}

/** How many frames may be under way at once: what a camera gives while ffmpeg starts. The encoder bounds its own queue. */
export const INITIAL_VIDEO_CREDITS = 20;

export type FromEngineMediaMessage = CreditMessage;
