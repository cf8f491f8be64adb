/** A source of pictures that is open in the worker: alone on the canvas, or as a layer of a scene. */
import type { Region } from '../../../shared/studio/captured/region-schema.ts';
import type { ProgramFormat } from '../worker/worker-messages.ts';
import type { Picture } from '../compositor/picture.ts';
import type { FrameSource, ProgramSink } from '../sources/frame-source.ts';

export interface LayerSource {
  /**
   * Gets the picture ready that shows at a moment of the program; undefined until the source has one. The same object with the
   * same `revision` while nothing has changed. No other call may run meanwhile.
   */
  prepare(timestampUs: number): Promise<Picture | undefined> | Picture | undefined;
  end(): void;
}

export interface VideoSource {
  /** The only source on the canvas, in the program's size. Undefined where the source is always composed. */
  openStraight?(program: ProgramFormat, sink: ProgramSink): FrameSource;
  openLayer(program: ProgramFormat): LayerSource;
  /** Only this part shows. */
  setRegion?(region: Region): void;
  /** Whether the scene on air has it, in the picture or not yet. Told whenever that changes, and when it opens. */
  setShown?(isShown: boolean): void;
  /** Filters count in pixels of the source: its pictures are wanted in their own size. */
  setFullSize?(isFullSize: boolean): void;
  /** The device is gone. */
  end(): void;
}
