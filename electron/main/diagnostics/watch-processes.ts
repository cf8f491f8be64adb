/**
 * Follows the processes of the app: a crash is logged, noted for the next start and told. Chromium starts graphics, audio and network again
 * by itself; the window and the engine have owners of their own, which say what they do.
 */
import { app } from 'electron';
import type { WebContents } from 'electron';
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { CrashedPart, RunHistory } from '../../log/diagnostics/run-history.ts';
import { hasCrashed, partOf } from './crashed-process.ts';

export interface ProcessWatchOptions {
  readonly history: RunHistory | undefined;
  readonly ownContents: () => WebContents | undefined;
  readonly log: (text: string) => void;
  /** To the window, and to whoever follows the stream. */
  readonly tell: (error: ErrorRecord) => void;
  readonly onWindowCrashed: () => void;
}

/** Told as they happen. The engine's end has a sentence of its own; a page's is that page's state. */
const told: ReadonlySet<CrashedPart> = new Set(['graphics', 'audio']);

export function watchProcesses(options: ProcessWatchOptions): void {
  const { history, ownContents, log, tell, onWindowCrashed } = options;
  app.on('child-process-gone', (_event, gone) => {
    const part = partOf(gone);
    const { reason, exitCode, name, serviceName, type } = gone;
    if (reason !== 'clean-exit')
      log(`process ${name ?? serviceName ?? type} ended: ${reason}, code ${exitCode}`);
    // Its supervisor knows whether the engine was to end.
    if (part === 'engine' || !hasCrashed(gone, process.platform)) return;
    history?.crashed({ part, reason, exitCode });
    if (told.has(part)) tell(processCrashed(part));
  });
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (!hasCrashed({ type: 'Renderer', reason, exitCode }, process.platform)) return;
    const isWindow = contents === ownContents();
    history?.crashed({ part: isWindow ? 'window' : 'page', reason, exitCode });
    if (!isWindow) return;
    tell(processCrashed('window'));
    onWindowCrashed();
  });
}

function processCrashed(part: CrashedPart): ErrorRecord {
  return new AppError('internal/process-crashed', { part }).toRecord();
}
