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
import type { MediaSoundPart } from './media-source-parts.ts';
import type { MediaStatus } from './media-status.ts';

export interface MediaSourcesParts {
  readonly canvas: Pick<ProgramCanvas, 'openSource' | 'shows'>;
  memory(): PlaneMemory;
  send(message: ToEngineMediaSourceMessage): void;
  report(sourceId: string, status: MediaStatus): void;
  /** Sound of those whose sound is wanted; a little before its time. */
  onSound?(part: MediaSoundPart): void;
  /** Of a source whose sound came: none comes for now. */
  onSoundEnd?(sourceId: string): void;
}

/** Hidden sources that wait at their first picture. Each has an ffmpeg and pictures; others start once they are shown. */
const MAX_READY = 6;

export class MediaSources {
  readonly #parts: MediaSourcesParts;
  readonly #open = new Map<string, MediaSource>();
  #limit: Size = { width: 1280, height: 720 };
  /** Hz, of those whose sound is wanted. */
  #sampleRates: ReadonlyMap<string, number> = new Map();

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
      sampleRate: () => this.#sampleRates.get(sourceId),
      onSound: (part) => this.#parts.onSound?.(part),
      onSoundEnd: () => this.#parts.onSoundEnd?.(sourceId),
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

  /**
   * Which sources' sound somebody wants from now on, by their ids, and in which rate, Hz. One that is opened later has its sound from
   * its beginning. A change begins the source anew where it is: pictures stand still for a moment.
   */
  setSound(sampleRates: ReadonlyMap<string, number>): void {
    const before = this.#sampleRates;
    this.#sampleRates = new Map(sampleRates);
    for (const [sourceId, source] of this.#open)
      if (before.get(sourceId) !== sampleRates.get(sourceId)) source.soundChanged();
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
