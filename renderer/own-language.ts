/** The language of a page: main names the tag in the page's address. */
import { reportFault } from '../shared/report-fault.ts';
import { chosenLanguage, chooseLanguage } from '../shared/text/languages/chosen-language.ts';
import { findLanguage } from '../shared/text/languages/languages.ts';

/** Before anything is drawn. English, which is in the bundle, where the catalogue can't be loaded. */
export async function loadOwnLanguage(): Promise<void> {
  const language = findLanguage(new URLSearchParams(window.location.search).get('language') ?? undefined);
  if (language?.load === undefined) return;
  try {
    chooseLanguage(language, await language.load());
    markLanguage(document);
  } catch (error) {
    reportFault(error);
  }
}

/** Says what a page speaks, and in which direction it is read. */
export function markLanguage(page: Document): void {
  page.documentElement.lang = chosenLanguage.tag;
  page.documentElement.dir = chosenLanguage.direction;
}
