/** The media sources that are open in the worker, and what the engine says to them. */
import type {
  FromEngineMediaSourceMessage,
  ToEngineMediaSourceMessage,
} from '../../../../shared/media/media-source-port.ts';
import type { MediaControl, MediaFileInput } from '../../../../shared/studio/files/media-input.ts';
import type { ProgramCanvas } from '../../canvas/program-canvas.ts';
import type { Size } from '../../../../shared/studio/transform.ts';
import type { PlaneMemory } from '../../compositor/memory.ts';
import { MediaSource } from './media-source.ts';
import type { MediaStatus } from './media-status.ts';

export interface MediaSourcesParts {
  readonly canvas: Pick<ProgramCanvas, 'openSource' | 'shows'>;
  memory(): PlaneMemory;
  send(message: ToEngineMediaSourceMessage): void;
  report(sourceId: string, status: MediaStatus): void;
}

/** Hidden sources that wait at their first picture. Each has an ffmpeg and pictures; others start once they are shown. */
const MAX_READY = 6;

export class MediaSources {
  readonly #parts: MediaSourcesParts;
  readonly #open = new Map<string, MediaSource>();
  #limit: Size = { width: 1280, height: 720 };

  constructor(parts: MediaSourcesParts) {
    this.#parts = parts;
  }

  /** Opens the source, or changes one that is open. */
  show(sourceId: string, input: MediaFileInput): void {
    const open = this.#open.get(sourceId);
    if (open !== undefined) return open.setInput(input);
    const { canvas, memory, send, report } = this.#parts;
    const source = new MediaSource(input, canvas.shows(sourceId), {
      ...{ sourceId, memory: memory(), limit: this.#limit, send },
      mayBeReady: () => this.#readyBeside(sourceId) < MAX_READY,
      report: (status) => report(sourceId, status),
    });
    this.#open.set(sourceId, source);
    canvas.openSource(sourceId, source);
  }

  /** The canvas closes it. */
  forget(sourceId: string): void {
    this.#open.delete(sourceId);
  }

  control({ sourceId, ...control }: MediaControl): void {
    this.#open.get(sourceId)?.control(control);
  }

  setCanvasSize(size: Size): void {
    this.#limit = size;
    for (const source of this.#open.values()) source.setLimit(size);
  }

  receive(message: FromEngineMediaSourceMessage): void {
    this.#open.get(message.sourceId)?.receive(message);
  }

  engineConnected(): void {
    for (const source of this.#open.values()) source.engineConnected();
  }

  #readyBeside(sourceId: string): number {
    return [...this.#open].filter(([id, source]) => id !== sourceId && source.isReady).length;
  }
}
