/** Tells that Upcast can't start, and why: nobody sees the output of an app that a desktop started. */
import { toAppError } from '../../../shared/errors/app-error.ts';
import { redactUrls } from '../../../shared/redact.ts';
import { errorSentence } from '../../../shared/text/error-sentence.ts';
import { texts } from '../../../shared/text/text.ts';

/** Electron shows nothing before it is ready, and may never be. */
const READY_MS = 10_000;

export interface StartFailureParts {
  /** Started from a terminal, or by another program: the output is read. */
  readonly isLive: boolean;
  /** To the standard error output. */
  readonly write: (text: string) => void;
  readonly whenReady: () => Promise<void>;
  /** Returns once it was read. */
  readonly showErrorBox: (title: string, text: string) => void;
}

export async function tellStartFailure(error: unknown, parts: StartFailureParts): Promise<void> {
  const reason = redactUrls(errorSentence(toAppError(error).toRecord()));
  parts.write(`${reason}\n`);
  if (parts.isLive) return;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, READY_MS);
  });
  await Promise.race([parts.whenReady(), deadline]);
  clearTimeout(timer);
  parts.showErrorBox(texts.main.startFailsTitle, `${reason}\n\n${texts.main.startFailsAction}`);
}
