/**
 * Which of the listed screens and windows is the chosen one. The system gives an id to another window once the first is closed, and titles
 * repeat: a window counts as the chosen one by title and program together, and never when in doubt. Pure.
 */
import { withReason } from '../../../shared/errors/error-reasons.ts';

export interface ListedSource {
  /** Of desktopCapturer; valid while the window is open. */
  readonly id: string;
  readonly kind: 'screen' | 'window';
  /** Of the window, or the monitor's own name; empty where the system tells none. */
  readonly title: string;
  /** Tells programs apart; absent where the system tells nothing. */
  readonly program: string | undefined;
}

export interface WantedSource {
  readonly sourceId: string;
  readonly title: string | undefined;
  readonly program: string | undefined;
  /** The id was this window's a moment ago, in this run: its title may have changed since. */
  readonly isIdFresh: boolean;
}

/** @throws AppError `capture/window-closed`, `capture/window-unclear` or `capture/no-screen`. */
export function findSource(wanted: WantedSource, listed: readonly ListedSource[]): ListedSource {
  const kind = wanted.sourceId.startsWith('screen:') ? 'screen' : 'window';
  const candidates = listed.filter((source) => source.kind === kind);
  return kind === 'screen' ? findScreen(wanted, candidates) : findWindow(wanted, candidates);
}

function findScreen({ sourceId, title = '' }: WantedSource, screens: readonly ListedSource[]): ListedSource {
  const byId = screens.find(({ id }) => id === sourceId);
  // A monitor without a name is known by its id alone.
  const isSame = (screen: ListedSource): boolean => title === '' || screen.title === title;
  if (byId !== undefined && isSame(byId)) return byId;
  const byName = title === '' ? [] : screens.filter(isSame);
  const [only] = byName;
  if (only !== undefined && byName.length === 1) return only;
  throw withReason('capture/no-screen', 'screenGone', title === '' ? {} : { label: title });
}

function findWindow(wanted: WantedSource, windows: readonly ListedSource[]): ListedSource {
  const { sourceId, program, isIdFresh } = wanted;
  const byId = windows.find(({ id }) => id === sourceId);
  if (isIdFresh && byId !== undefined && byId.program === program) return byId;
  const title = stableTitle(wanted.title ?? '');
  if (title === '') throw withReason('capture/window-unclear', 'windowUntitled', named(wanted));
  const same = windows.filter((window) => window.program === program && stableTitle(window.title) === title);
  const sameId = same.find(({ id }) => id === sourceId);
  if (sameId !== undefined) return sameId;
  // Without a program a title says too little.
  const [only] = program === undefined ? [] : same;
  if (only === undefined) {
    throw withReason('capture/window-closed', 'windowGone', named(wanted));
  }
  if (same.length > 1)
    throw withReason('capture/window-unclear', 'windowsAlike', { ...named(wanted), count: same.length });
  return only;
}

function named({ title }: WantedSource): { label?: string } {
  return title === undefined ? {} : { label: title };
}

/** Without what programs change in a title all the time: a count of news in front, the mark of a change that isn't saved. */
export function stableTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[([]\d+\+?[)\]]|[*\u25cf\u2022])\s*/u, '')
    .replace(/\s*[*\u25cf\u2022]$/u, '');
}
