/** The files of the document's filters: read by main, handed to the worker, and read anew when they change. */
import { AppError, toAppError } from '../../../../shared/errors/app-error.ts';
import type { ErrorRecord } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import type { FilterFile } from '../../../../shared/studio/filters/filter-files.ts';
import { parseCube } from '../../compositor/filters/cube.ts';
import type { Lut } from '../../compositor/filters/cube.ts';
import type { FilterFileEvent } from '../../worker/worker-messages.ts';
import { warn } from '../warn.ts';
import type { CaptureWorker } from '../worker-client.ts';

export interface FilterFilesParts {
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  /** Undefined once the file is fine, or nobody wants it. */
  onState(filterId: string, error: ErrorRecord | undefined): void;
}

interface Wanted {
  readonly file: FilterFile;
  /** Grows with every reading; what belongs to an older one is ignored. */
  run: number;
}

/** @throws AppError `source/bad-lut` */
function readLut(bytes: Uint8Array): Lut {
  const lut = parseCube(new TextDecoder().decode(bytes));
  if (lut === undefined) throw new AppError('source/bad-lut', {});
  return lut;
}

export class FilterFiles {
  readonly #parts: FilterFilesParts;
  readonly #wanted = new Map<string, Wanted>();
  readonly #stopListening: () => void;
  #run = 0;

  constructor(parts: FilterFilesParts) {
    this.#parts = parts;
    this.#stopListening = parts.bridge.on('sourceFiles:changed', (place) => {
      const wanted = 'filterId' in place ? this.#wanted.get(place.filterId) : undefined;
      if (wanted !== undefined) void this.#load(wanted);
    });
  }

  show(files: readonly FilterFile[]): void {
    const ids = new Set(files.map(({ filterId }) => filterId));
    for (const id of this.#wanted.keys()) if (!ids.has(id)) this.#forget(id);
    for (const file of files) {
      const before = this.#wanted.get(file.filterId);
      if (before?.file.path === file.path) continue;
      const wanted = { file, run: 0 };
      this.#wanted.set(file.filterId, wanted);
      void this.#load(wanted);
    }
  }

  onWorkerEvent(event: FilterFileEvent): void {
    if (this.#wanted.get(event.filterId)?.run !== event.run) return;
    if (event.type === 'filterFileOpened') this.#parts.onState(event.filterId, undefined);
    else this.#fail(event.filterId, event.error);
  }

  dispose(): void {
    this.#stopListening();
  }

  #forget(filterId: string): void {
    this.#wanted.delete(filterId);
    this.#run += 1;
    this.#parts.worker.send({ type: 'filterFile', filterId, run: this.#run, file: undefined });
    this.#parts.onState(filterId, undefined);
  }

  /** Never rejects. */
  async #load(wanted: Wanted): Promise<void> {
    const { worker, bridge } = this.#parts;
    const { filterId, settings } = wanted.file;
    const run = (this.#run += 1);
    wanted.run = run;
    try {
      const answer = await bridge.invoke('sourceFiles:read', { filterId });
      if (wanted.run !== run || this.#wanted.get(filterId) !== wanted) return;
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.details);
      const { bytes } = answer.value;
      if (settings.kind === 'lut') {
        // Here, and not in the worker, which has frames to make meanwhile.
        const lut = readLut(bytes);
        const message = { type: 'filterFile', filterId, run, file: { kind: 'lut', lut } } as const;
        return worker.send(message, [lut.values.buffer]);
      }
      const { buffer } = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      worker.send({ type: 'filterFile', filterId, run, file: { kind: 'mask', bytes: buffer } }, [buffer]);
    } catch (error) {
      if (wanted.run === run) this.#fail(filterId, toAppError(error).toRecord());
    }
  }

  #fail(filterId: string, error: ErrorRecord): void {
    this.#parts.onState(filterId, error);
    warn(this.#parts.bridge, new AppError(error.code, error.details));
  }
}
