/** Keeps the list of what plays on the sound server, through restarts of the server. Listens to its notices; asks for the list itself. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import { readSinkInputs } from './sink-inputs.ts';
import type { SinkInput } from './sink-inputs.ts';
import { LIST_INPUTS, runPactl, SUBSCRIBE } from './sound-tools.ts';
import type { SoundTool } from './sound-tools.ts';

export interface SinkInputWatchParts {
  readonly ownProgram: string;
  onList(inputs: readonly SinkInput[]): void;
  /** Nothing is known for now: it is tried again. */
  onFailed(error: AppError): void;
}

/** Notices come in crowds: a stream that begins brings several. */
const GATHER_MS = 50;
/** Until the server is known to send notices, the list is asked for this often, and less often each time. */
const FIRST_NOTICE_MS = 250;
const RETRY_MS = 2000;
const MAX_LIST_BYTES = 2_000_000;

export class SinkInputWatch {
  readonly #parts: SinkInputWatchParts;
  #notices: SoundTool | undefined;
  #listing: SoundTool | undefined;
  #timer: NodeJS.Timeout | undefined;
  #hasNotices = false;
  #noticeMs = FIRST_NOTICE_MS;
  /** Something changed while the list was under way. */
  #isStale = false;

  /** Begins at once. */
  constructor(parts: SinkInputWatchParts) {
    this.#parts = parts;
    this.#begin();
  }

  get pids(): readonly number[] {
    return [this.#notices?.pid, this.#listing?.pid].filter((pid) => pid !== undefined);
  }

  /** The list is asked for anew, after so many milliseconds. */
  refresh(afterMs = GATHER_MS): void {
    // Until the next try there is no server to ask.
    if (this.#notices === undefined) return;
    if (this.#listing !== undefined) this.#isStale = true;
    else this.#after(afterMs, () => this.#list());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#notices?.stop();
    this.#listing?.stop();
  }

  #begin(): void {
    this.#hasNotices = false;
    this.#noticeMs = FIRST_NOTICE_MS;
    this.#notices = runPactl(SUBSCRIBE, {
      onData: (bytes) => {
        this.#hasNotices = true;
        if (Buffer.from(bytes).includes('sink-input')) this.refresh();
      },
      onEnded: (error) => this.#failed(error),
    });
    this.#list();
  }

  #list(): void {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    this.#isStale = false;
    this.#listing = runPactl(LIST_INPUTS, {
      onData: (chunk) => {
        bytes += chunk.length;
        if (bytes <= MAX_LIST_BYTES) chunks.push(chunk);
      },
      onEnded: (error) => {
        this.#listing = undefined;
        if (error !== undefined) return this.#failed(error);
        const { ownProgram, onList } = this.#parts;
        // A notice that the server sent before it knew that we listen is lost.
        if (this.#isStale) this.refresh();
        else if (!this.#hasNotices) this.refresh(this.#nextLookMs());
        onList(readSinkInputs(Buffer.concat(chunks).toString('utf8'), ownProgram));
      },
    });
  }

  #nextLookMs(): number {
    const ms = this.#noticeMs;
    this.#noticeMs = Math.min(2 * ms, RETRY_MS);
    return ms;
  }

  #failed(error = withReason('capture/no-application-audio', 'soundServerSilent')): void {
    this.stop();
    this.#notices = undefined;
    this.#listing = undefined;
    this.#after(RETRY_MS, () => this.#begin());
    this.#parts.onFailed(error);
  }

  #after(ms: number, work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms);
  }
}
