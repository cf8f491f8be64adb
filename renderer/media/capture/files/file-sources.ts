/** The view's sources that show files, each kept as its file is. */
import { isSameData } from '../../../../shared/is-same-data.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import type { FileInput } from '../../../../shared/studio/inputs.ts';
import { TaskQueue } from '../../../../shared/task-queue.ts';
import type { Pixels } from '../../stills/drawn-picture.ts';
import type { FileEvent } from '../../worker/worker-messages.ts';
import type { VideoCaptureState } from '../capture-state.ts';
import type { CaptureWorker } from '../worker-client.ts';
import { FileSource } from './file-source.ts';

export interface WantedFile {
  readonly id: string;
  readonly input: FileInput;
}

export interface FileSourcesParts {
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  /** @throws AppError `source/bad-image` */
  drawSvg(bytes: ArrayBuffer): Promise<Pixels>;
  /** Undefined once the source is closed. */
  onState(sourceId: string, state: VideoCaptureState | undefined): void;
}

export class FileSources {
  readonly #parts: FileSourcesParts;
  readonly #sources = new Map<string, FileSource>();
  /** One at a time: each takes a process and a processor. */
  readonly #drawings = new TaskQueue();
  readonly #stopListening: () => void;

  constructor(parts: FileSourcesParts) {
    this.#parts = parts;
    this.#stopListening = parts.bridge.on('sourceFiles:changed', (place) => {
      if ('sourceId' in place) void this.#sources.get(place.sourceId)?.onFileChanged(place.index);
    });
  }

  show(wanted: readonly WantedFile[]): void {
    const ids = new Set(wanted.map(({ id }) => id));
    for (const id of this.#sources.keys()) if (!ids.has(id)) this.#close(id);
    for (const { id, input } of wanted) {
      const source = this.#sources.get(id);
      if (source === undefined) void this.#open(id, input).load();
      else if (!isSameData(source.input, input)) void source.set(input);
    }
  }

  onWorkerEvent(event: FileEvent): void {
    this.#sources.get(event.sourceId)?.onWorkerEvent(event);
  }

  dispose(): void {
    this.#stopListening();
    for (const id of this.#sources.keys()) this.#close(id);
  }

  #open(sourceId: string, input: FileInput): FileSource {
    const { worker, bridge, onState } = this.#parts;
    const drawSvg = async (bytes: ArrayBuffer): Promise<Pixels> =>
      await this.#drawings.run(async () => await this.#parts.drawSvg(bytes));
    const source = new FileSource(
      { sourceId, worker, bridge, drawSvg, onState: (state) => onState(sourceId, state) },
      input,
    );
    this.#sources.set(sourceId, source);
    return source;
  }

  #close(id: string): void {
    this.#sources.get(id)?.dispose();
    this.#sources.delete(id);
    this.#parts.onState(id, undefined);
  }
}
