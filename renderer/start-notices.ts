/** Notices about the start: crashes, saved files that couldn't be read, secrets that are kept until the app quits. Pure. */
import type { ErrorRecord } from '../shared/errors/app-error.ts';
import type { FailureFacts } from '../shared/ipc/app-channels.ts';
import { describeError, titleAndAction } from '../shared/text/error-text.ts';
import { texts } from '../shared/text/text.ts';

export interface StartNotice {
  readonly title: string;
  readonly text: string;
}

const unreadCodes: readonly string[] = ['settings/corrupt', 'settings/newer-version', 'settings/keys-locked'];

export function startNotices(problems: readonly ErrorRecord[]): StartNotice[] {
  const unread = problems.filter(({ code }) => unreadCodes.includes(code));
  const others = problems.filter((problem) => !unread.includes(problem));
  return [
    ...(unread.length === 0
      ? []
      : [
          {
            title: texts.startNotices.unread,
            text: texts.startNotices.nothingDeleted(unread.map(sentenceOf).join(' ')),
          },
        ]),
    ...others.map((problem) => ({
      title:
        problem.code === 'settings/no-keychain'
          ? texts.startNotices.passwordKeptForRun
          : texts.startNotices.passwordInFile,
      text: sentenceOf(problem),
    })),
  ];
}

export interface CrashNotice extends StartNotice {
  readonly action?: { readonly label: string; readonly run: () => void };
}

export function crashNotices(
  { lastRun, hasWindowCrashed }: FailureFacts,
  saveDiagnostics: () => void,
): readonly CrashNotice[] {
  const { diagnostics } = texts;
  const action = { label: diagnostics.save, run: saveDiagnostics };
  const notices: CrashNotice[] = [];
  if (hasWindowCrashed) {
    const { title, doing } = diagnostics.crashes.window;
    notices.push({ title, text: doing, action });
  }
  if (lastRun !== undefined) notices.push({ title: diagnostics[lastRun], text: diagnostics.offer, action });
  return notices;
}

function sentenceOf(problem: ErrorRecord): string {
  const text = describeError(problem);
  // Their reasons say what happened, and the code what to do.
  if (problem.code === 'settings/keys-locked') return titleAndAction(text);
  return texts.reason(problem.details) ?? text.title;
}
