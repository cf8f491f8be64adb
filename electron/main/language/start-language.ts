/**
 * The first import of main: chooses the language before any other module of main runs, since names of a new profile are made
 * while modules load.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { matchLanguage } from '../../../shared/text/languages/match-language.ts';
import { chosenLanguage } from '../../../shared/text/languages/chosen-language.ts';
import { languages } from '../../../shared/text/languages/languages.ts';
import type { Language } from '../../../shared/text/languages/languages.ts';
import { applyLanguage } from '../../language/apply-language.ts';
import { readEnvironment } from '../process/environment.ts';
import { chromiumTag, decideLanguage, isForTerminal, languageOption } from './decide-language.ts';

const systemTags = app.getPreferredSystemLanguages();
const { userDataFolder, terminalLocale } = readEnvironment(process.env, true, process.platform);

/** The system's choice, of what there is. */
export const systemLanguage: Language = matchLanguage(systemTags);

/** @param saved as Settings have it. */
export function chosenTag(saved: string | undefined): string {
  const facts = isForTerminal(process.argv)
    ? { wanted: [...(terminalLocale === undefined ? [] : [terminalLocale]), ...systemTags] }
    : { saved, wanted: systemTags };
  return decideLanguage({ ...facts, asked: languageOption(process.argv) }).tag;
}

/** Of the settings file, which is read again later, with all that is in it. Undefined where it can't be read. */
function savedTag(): string | undefined {
  try {
    const folder = userDataFolder ?? app.getPath('userData');
    const saved: unknown = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
    const { language } = Object(saved) as { readonly language?: unknown };
    return typeof language === 'string' ? language : undefined;
  } catch {
    return undefined;
  }
}

applyLanguage(chosenTag(savedTag()));
// What Chromium says itself, as in a field for a number; the system's language it knows already.
if (chosenLanguage !== systemLanguage && languages.includes(chosenLanguage))
  app.commandLine.appendSwitch('lang', chromiumTag(chosenLanguage));
