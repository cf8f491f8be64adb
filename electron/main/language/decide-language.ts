/** Which language main speaks, of what was asked for, saved and preferred. Pure. */
import { findLanguage } from '../../../shared/text/languages/languages.ts';
import type { Language } from '../../../shared/text/languages/languages.ts';
import { matchLanguage } from '../../../shared/text/languages/match-language.ts';

export const LANGUAGE_OPTION = '--language';
/** `live` and the self-test answer in a terminal. */
const terminalMarkers = ['--upcast-live', '--self-test'] as const;

/** What `--language TAG` or `--language=TAG` says. */
export function languageOption(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((each) => each === LANGUAGE_OPTION || each.startsWith(`${LANGUAGE_OPTION}=`));
  const option = argv[at];
  return option === LANGUAGE_OPTION ? argv[at + 1] : option?.slice(LANGUAGE_OPTION.length + 1);
}

export function isForTerminal(argv: readonly string[]): boolean {
  return terminalMarkers.some((marker) => argv.includes(marker));
}

export interface LanguageWishes {
  /** By an option: a tag of ours, or of a language that one of ours stands for. */
  readonly asked?: string | undefined;
  /** In Settings; a tag that this version doesn't know counts as none. */
  readonly saved?: string | undefined;
  /** By the terminal and the system, the dearest first. */
  readonly wanted: readonly string[];
}

export function decideLanguage({ asked, saved, wanted }: LanguageWishes): Language {
  return (
    findLanguage(asked) ??
    findLanguage(saved) ??
    matchLanguage(asked === undefined ? wanted : [asked, ...wanted])
  );
}

/** By which tag Chromium knows a language: it names no scripts. */
export function chromiumTag({ tag }: Language): string {
  const { language, script, region } = new Intl.Locale(tag);
  return script === undefined ? tag : `${language}-${region ?? new Intl.Locale(tag).maximize().region}`;
}
