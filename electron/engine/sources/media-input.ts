/**
 * Where the program's frames and sound come from: the page, or a file in place of its pictures. Grants credits, counts what was captured
 * and skipped, and hands frames and sound on. Without a program to feed it grants nothing, so a frame that comes then is let go.
 * Knows nothing of encoding, ports and files.
 */
import { INITIAL_VIDEO_CREDITS } from '../../../shared/media/media-port.ts';
import type { FrameInput, MediaSink } from '../frames/frame-input.ts';
import type { FrameSource, FrameConsumer, SoundSource } from './frame-source.ts';

/**
 * Credits are given back this many at once: each message costs both ends. A source never has fewer than these left. What is held back must
 * leave enough for the queue of an encoder that stands still: only a full one tells that it lags.
 */
const CREDIT_BATCH = 5;

export interface MediaCounts {
  readonly capturedFrames: number;
  readonly skippedFrames: number;
}

export type MediaSource = FrameSource & SoundSource;

export class MediaInput implements FrameInput {
  #page: MediaSource | undefined;
  /** Gives the frames in place of the page, whose sound is still taken. */
  #file: MediaSource | undefined;
  #sink: MediaSink | undefined;
  #wantedTracks: readonly string[] = [];
  /** Frames that the source may still send. */
  #granted = 0;
  /** Consumed, but not granted anew yet. */
  #owed = 0;
  #captured = 0;
  #skipped = 0;

  /** In place of the page before: it was loaded anew. */
  usePage(page: MediaSource): void {
    this.#page?.close();
    this.#page = page;
    this.#connect(page);
    page.wantTracks(this.#wantedTracks);
    if (this.#file === undefined) this.#beginGrants();
  }

  /** Takes the frames from here and no more from the page, which has its turn again after `undefined`. */
  useFile(file: MediaSource | undefined): void {
    this.#file?.close();
    this.#file = file;
    if (file !== undefined) this.#connect(file);
    this.#beginGrants();
  }

  /** Starts feeding; counts begin anew. */
  open(sink: MediaSink): void {
    this.#sink = sink;
    this.#captured = 0;
    this.#skipped = 0;
    this.#grantUpTo(INITIAL_VIDEO_CREDITS);
  }

  wantTracks(trackIds: readonly string[]): void {
    if (trackIds.join(' ') === this.#wantedTracks.join(' ')) return;
    this.#wantedTracks = trackIds;
    this.#page?.wantTracks(trackIds);
  }

  close(): void {
    this.#sink = undefined;
    this.wantTracks([]);
  }

  frameConsumed(): void {
    if (this.#sink === undefined) return;
    this.#owed += 1;
    if (this.#owed >= CREDIT_BATCH || this.#granted < CREDIT_BATCH)
      this.#grantUpTo(this.#granted + this.#owed);
  }

  /** Since `open`; what the encoder skipped is not in it. */
  counts(): MediaCounts {
    return { capturedFrames: this.#captured, skippedFrames: this.#skipped };
  }

  get #frameSource(): FrameSource | undefined {
    return this.#file ?? this.#page;
  }

  #connect(source: MediaSource): void {
    source.giveFramesTo(this.#consumerFor(source));
    source.giveSoundTo((block, trackId) => this.#sink?.pushAudio(block, trackId));
  }

  #consumerFor(source: FrameSource): FrameConsumer {
    return {
      ready: () => {
        if (source === this.#frameSource) this.#beginGrants();
      },
      wantsFrame: () => {
        if (source !== this.#frameSource) return false;
        this.#granted = Math.max(0, this.#granted - 1);
        return this.#sink !== undefined;
      },
      frame: (frame) => {
        this.#captured += 1;
        this.#sink?.pushVideo(frame);
      },
      frameLost: () => this.frameConsumed(),
      skipped: (frames) => {
        // What was skipped before the first frame was skipped while nobody wanted it.
        if (this.#sink === undefined || this.#captured === 0 || source !== this.#frameSource) return;
        this.#captured += frames;
        this.#skipped += frames;
      },
    };
  }

  #beginGrants(): void {
    this.#granted = 0;
    this.#grantUpTo(this.#sink === undefined ? 0 : INITIAL_VIDEO_CREDITS);
  }

  #grantUpTo(credits: number): void {
    this.#owed = 0;
    const source = this.#frameSource;
    const more = Math.min(credits, INITIAL_VIDEO_CREDITS) - this.#granted;
    if (more <= 0 || source?.isReady !== true) return;
    this.#granted += more;
    source.grant(more);
  }
}
