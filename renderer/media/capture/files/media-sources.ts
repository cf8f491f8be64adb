/** The view's media sources: opened in the worker, and their states for the window. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../../shared/ipc/contract.ts';
import type { MediaFileInput } from '../../../../shared/studio/files/media-input.ts';
import type { MediaStatus } from '../../layers/media/media-status.ts';
import type { CapturePhase, VideoSourceState } from '../capture-state.ts';
import { warn } from '../warn.ts';
import type { CaptureWorker } from '../worker-client.ts';

export interface WantedMedia {
  readonly id: string;
  readonly input: MediaFileInput;
}

export interface MediaSourcesParts {
  readonly worker: Pick<CaptureWorker, 'send'>;
  readonly bridge: UpcastBridge;
  /** Undefined once the source is closed. */
  onState(sourceId: string, state: VideoSourceState | undefined): void;
}

/** Stands for a file's name where an error isn't of one file. */
const OF_SOURCE = '';

interface Open {
  input: MediaFileInput;
  status: MediaStatus | undefined;
  /** What was said last of each file, by its name, until it plays: nothing is said in each round of a list. */
  readonly said: Map<string, string>;
}

export class MediaSources {
  readonly #parts: MediaSourcesParts;
  readonly #open = new Map<string, Open>();
  readonly #endings: readonly (() => void)[];

  constructor(parts: MediaSourcesParts) {
    this.#parts = parts;
    const { bridge, worker } = parts;
    this.#endings = [
      bridge.on('media:control', (control) => worker.send({ type: 'controlMedia', control })),
      // The next engine plays on; until then pictures stand.
      bridge.on('engine:exited', (error) => {
        for (const [id, { status }] of this.#open)
          if (status?.phase === 'playing' || status?.phase === 'waiting')
            this.#show(id, { ...status, error }, 'starting');
      }),
    ];
  }

  show(wanted: readonly WantedMedia[]): void {
    const { worker, onState } = this.#parts;
    for (const id of this.#open.keys()) {
      if (wanted.some((each) => each.id === id)) continue;
      this.#open.delete(id);
      worker.send({ type: 'closeVideo', sourceId: id });
      onState(id, undefined);
    }
    for (const { id, input } of wanted) {
      const open = this.#open.get(id);
      if (open !== undefined && JSON.stringify(open.input) === JSON.stringify(input)) continue;
      if (open === undefined) {
        this.#open.set(id, { input, status: undefined, said: new Map() });
        onState(id, { phase: 'starting' });
      } else open.input = input;
      worker.send({ type: 'openMedia', sourceId: id, input });
    }
  }

  onStatus(id: string, status: MediaStatus): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    open.status = status;
    this.#show(id, status);
    this.#say(open, status);
  }

  dispose(): void {
    for (const end of this.#endings) end();
    this.show([]);
  }

  #show(id: string, status: MediaStatus, phase = phaseOf(status)): void {
    const { name, width, height, fps, error, ...media } = status;
    const hasPicture = width !== undefined && height !== undefined;
    this.#parts.onState(id, {
      phase,
      ...(name !== undefined && { label: name }),
      ...(hasPicture && { width, height }),
      ...(fps !== undefined && { fps }),
      ...(error !== undefined && { error }),
      media,
    });
  }

  #say({ said }: Open, { name, error }: MediaStatus): void {
    if (error === undefined) {
      said.delete(OF_SOURCE);
      if (name !== undefined) said.delete(name);
      return;
    }
    const of = String(error.details['path'] ?? OF_SOURCE);
    const text = JSON.stringify(error);
    if (said.get(of) === text) return;
    said.set(of, text);
    warn(this.#parts.bridge, new AppError(error.code, error.details));
  }
}

/** A source that plays has a picture soon. */
function phaseOf({ phase, width, error }: MediaStatus): CapturePhase {
  if (error !== undefined) return 'failed';
  return width === undefined && phase === 'playing' ? 'starting' : 'running';
}
