/** What the page and the capture worker say to each other. Media bytes never come this way, only streams and ports. */

import type { Side } from '../audio/one-sided.ts';
import type { PickedChannel } from '../audio/pcm-gatherer.ts';

/** The program's format: what the engine is to get. */
export interface ProgramFormat {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
}

export type ToCaptureWorker =
  /** The engine's port is the message's only transferred port. */
  | { readonly type: 'enginePort' }
  | { readonly type: 'program'; readonly program: ProgramFormat }
  | {
      readonly type: 'takeFrames';
      /** Comes back with the events of this source. */
      readonly sourceId: number;
      readonly readable: ReadableStream<VideoFrame>;
      /** `frames`: as the source gives them. `clock`: at the program's rate, repeating while nothing changes. */
      readonly pacing: 'frames' | 'clock';
    }
  | { readonly type: 'takePattern'; readonly sourceId: number }
  | { readonly type: 'endVideo' }
  /** The device is gone: its last picture stands until another source is taken. */
  | { readonly type: 'holdVideo' }
  | {
      readonly type: 'takeSound';
      readonly sourceId: number;
      readonly readable: ReadableStream<AudioData>;
    }
  | { readonly type: 'makeSound'; readonly sourceId: number; readonly kind: 'beeps' | 'tone' }
  | { readonly type: 'endAudio' }
  | { readonly type: 'level'; readonly gain: number; readonly isMuted: boolean }
  | { readonly type: 'pickChannel'; readonly channel: PickedChannel }
  /** The slate and silence go out instead of picture and sound, until it is taken back. */
  | { readonly type: 'away'; readonly isAway: boolean }
  /** Where the program's pictures go for the window. */
  | { readonly type: 'showPreview'; readonly writable: WritableStream<VideoFrame> }
  /** Whether anybody can see the preview. */
  | { readonly type: 'previewLookedAt'; readonly isLookedAt: boolean };

export type FromCaptureWorker =
  /** The first frame, and again whenever the source's size changes. */
  | { readonly type: 'videoSize'; readonly sourceId: number; readonly width: number; readonly height: number }
  /** The program has a picture, or has none any more. */
  | { readonly type: 'previewShown'; readonly isShown: boolean }
  | { readonly type: 'videoEnded'; readonly sourceId: number }
  | { readonly type: 'videoFailed'; readonly sourceId: number; readonly message: string }
  | { readonly type: 'audioStarted'; readonly sourceId: number }
  | { readonly type: 'audioFailed'; readonly sourceId: number; readonly message: string }
  | { readonly type: 'audioOneSided'; readonly sourceId: number; readonly side: Side | undefined }
  | { readonly type: 'level'; readonly peakDb: number; readonly rmsDb: number };
