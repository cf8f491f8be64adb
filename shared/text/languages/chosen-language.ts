/** The language of this process, and the one way to change it. */
import { en } from '../en.ts';
import { setTexts } from '../text.ts';
import type { Text } from '../text.ts';
import { english } from './languages.ts';
import type { Language } from './languages.ts';

// oxlint-disable-next-line import/no-mutable-exports -- every importer reads what is chosen
export let chosenLanguage: Language = english;

/** @param catalogue of the language; English's own when absent. */
export function chooseLanguage(language: Language, catalogue: Text = en): void {
  chosenLanguage = language;
  setTexts(catalogue);
}

/** What tells a page of ours the language of this process: the end of an address; empty for English. */
export function languageQuery(): string {
  return chosenLanguage === english ? '' : `?language=${chosenLanguage.tag}`;
}
