/** A track's frames or PCM as a stream that can be transferred to the worker, and a track of the worker's frames. */

/** Chromium has both on the page and for sound too, where the types do not look for them. */
interface ProcessorScope {
  readonly MediaStreamTrackProcessor: new <T>(init: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize: number;
  }) => { readonly readable: ReadableStream<T> };
  readonly MediaStreamTrackGenerator: new <T>(init: {
    readonly kind: 'video' | 'audio';
  }) => MediaStreamTrack & {
    readonly writable: WritableStream<T>;
  };
}

/** Frames held while the worker is busy; older ones are dropped by the platform. */
const MAX_BUFFERED_FRAMES = 3;
/** Blocks of ten milliseconds: sound outlives a pause of the worker of half a second. */
const MAX_BUFFERED_BLOCKS = 50;

export function openTrackFrames(track: MediaStreamTrack): ReadableStream<VideoFrame> {
  const { MediaStreamTrackProcessor } = globalThis as unknown as ProcessorScope;
  return new MediaStreamTrackProcessor<VideoFrame>({ track, maxBufferSize: MAX_BUFFERED_FRAMES }).readable;
}

/** Has a screen captured at once: a reader that joins gets a frame, and Chromium's timer for the next one begins anew. */
export function captureNow(track: MediaStreamTrack): void {
  openTrackFrames(track)
    .cancel()
    .catch(() => undefined);
}

export function openTrackSound(track: MediaStreamTrack): ReadableStream<AudioData> {
  const { MediaStreamTrackProcessor } = globalThis as unknown as ProcessorScope;
  return new MediaStreamTrackProcessor<AudioData>({ track, maxBufferSize: MAX_BUFFERED_BLOCKS }).readable;
}

/** A track of whatever frames are written. */
export function openMadeTrack(): { track: MediaStreamTrack; writable: WritableStream<VideoFrame> } {
  const { MediaStreamTrackGenerator } = globalThis as unknown as ProcessorScope;
  const track = new MediaStreamTrackGenerator<VideoFrame>({ kind: 'video' });
  return { track, writable: track.writable };
}

/** A track of whatever sound is written. */
export function openMadeSound(): { track: MediaStreamTrack; writable: WritableStream<AudioData> } {
  const { MediaStreamTrackGenerator } = globalThis as unknown as ProcessorScope;
  const track = new MediaStreamTrackGenerator<AudioData>({ kind: 'audio' });
  return { track, writable: track.writable };
}
