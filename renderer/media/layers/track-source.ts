/** A camera or a screen that is open in the worker. */
import type { Region } from '../../../shared/studio/captured/region-schema.ts';
import type { Pacing, ProgramFormat } from '../worker/worker-messages.ts';
import type { FrameSource, ProgramSink } from '../sources/frame-source.ts';
import { TrackFrames } from '../sources/track-frames.ts';
import { TrackReader } from '../sources/track-reader.ts';
import type { TrackEvents } from '../sources/track-reader.ts';
import type { FrameLoader } from './frame-loader.ts';
import type { LayerSource, VideoSource } from './layer-source.ts';
import { TrackLayer } from './track-layer.ts';

export class TrackSource implements VideoSource {
  readonly #reader: TrackReader;
  readonly #pacing: Pacing;
  readonly #events: TrackEvents;
  readonly #loader: () => FrameLoader;

  constructor(
    readable: ReadableStream<VideoFrame>,
    pacing: Pacing,
    events: TrackEvents,
    loader: () => FrameLoader,
  ) {
    this.#reader = new TrackReader(readable, pacing, events);
    this.#pacing = pacing;
    this.#events = events;
    this.#loader = loader;
    this.#reader.start();
  }

  setRegion(region: Region | undefined): void {
    this.#reader.setRegion(region);
  }

  openStraight(program: ProgramFormat, sink: ProgramSink): FrameSource {
    return new TrackFrames(this.#reader, this.#pacing, program, sink, this.#events.failed);
  }

  openLayer({ fps }: ProgramFormat): LayerSource {
    return new TrackLayer(this.#reader, this.#loader(), fps);
  }

  end(): void {
    this.#reader.end();
  }
}
