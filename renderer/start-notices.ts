/** What the start came across, in words for the person: what could not be read, and what is kept for this run only. Pure. */
import type { ErrorRecord } from '../shared/errors/app-error.ts';
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

function sentenceOf({ code, details: { message } }: ErrorRecord): string {
  const text = typeof message === 'string' ? message : code;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
