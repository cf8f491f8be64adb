/**
 * Reads a preset file in a thread of its own, with a bound on time and memory: its bytes are a stranger's. Knows nothing of what is
 * in it.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors/app-error.ts';
import { chosenLanguage } from '../../shared/text/languages/chosen-language.ts';
import { texts } from '../../shared/text/text.ts';
import type { ErrorRecord } from '../../shared/errors/app-error.ts';
import { reportFault } from '../../shared/report-fault.ts';
import type { OpenedPresets } from './preset-import.ts';

export type PresetRequest =
  | { readonly type: 'open'; readonly path: string }
  | { readonly type: 'unlock'; readonly opened: OpenedPresets; readonly passphrase: string };

/** What the thread is started with. */
export interface PresetWork {
  readonly request: PresetRequest;
  /** Tag of the language that problems are told in. */
  readonly language: string;
}

export type PresetAnswer =
  | { readonly type: 'read'; readonly opened: OpenedPresets }
  | { readonly type: 'failed'; readonly error: ErrorRecord };

export type ReadPresets = (request: PresetRequest, signal: AbortSignal) => Promise<OpenedPresets>;

/** A file is read within a second; a passphrase may take several, by the cost that the file names. */
const DEADLINE_MS = { open: 10_000, unlock: 60_000 } as const;
/** A file of the largest size takes a tenth of it. */
const MAX_HEAP_MB = 256;

export interface PresetThreadOptions {
  /** The bundle of `preset-worker.ts`. */
  readonly workerPath: string;
  /** Instead of those above. */
  readonly deadlineMs?: number;
}

/** The reader rejects with `input/bad-file`, `settings/wrong-passphrase`, and `internal/aborted` once `signal` says so. */
export function createPresetReader({ workerPath, deadlineMs }: PresetThreadOptions): ReadPresets {
  return async (request, signal) => {
    const worker = new Worker(workerPath, {
      workerData: { request, language: chosenLanguage.tag } satisfies PresetWork,
      env: {},
      argv: [],
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    let timer: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<PresetAnswer>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', (error: Error & { readonly code?: unknown }) => reject(brokenOff(error)));
        worker.once('exit', () => reject(readerFailed()));
        timer = setTimeout(
          () => reject(cannotBeRead(texts.presetFile.tooSlow)),
          deadlineMs ?? DEADLINE_MS[request.type],
        );
        const abort = (): void =>
          reject(new AppError('internal/aborted', { message: 'the import was cancelled' }));
        if (signal.aborted) abort();
        else signal.addEventListener('abort', abort, { once: true });
      });
      if (answer.type === 'failed') throw new AppError(answer.error.code, answer.error.details);
      return answer.opened;
    } finally {
      clearTimeout(timer);
      // Not waited for: a thread that hangs in the system would hang the import.
      worker.terminate().catch(reportFault);
    }
  };
}

function brokenOff(error: Error & { readonly code?: unknown }): AppError {
  const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? cannotBeRead(texts.presetFile.tooMuchMemory, error) : readerFailed(error);
}

function cannotBeRead(message: string, cause?: unknown): AppError {
  return new AppError('input/bad-file', { message }, cause);
}

/** Its message says to try again. */
function readerFailed(cause?: unknown): AppError {
  return new AppError('input/bad-file', { message: texts.presetFile.readerFailed, hasAdvice: true }, cause);
}
