/** A track's frames as a stream that can be transferred to the worker. */

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}

/** MediaStreamTrackProcessor; Chromium has it on the page, where the types do not look for it. */
interface ProcessorScope {
  readonly MediaStreamTrackProcessor: new (init: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize: number;
  }) => TrackProcessor;
}

/** Frames held while the worker is busy; older ones are dropped by the platform. */
const MAX_BUFFERED_FRAMES = 3;

export function openTrackFrames(track: MediaStreamTrack): ReadableStream<VideoFrame> {
  const { MediaStreamTrackProcessor } = globalThis as unknown as ProcessorScope;
  return new MediaStreamTrackProcessor({ track, maxBufferSize: MAX_BUFFERED_FRAMES }).readable;
}
