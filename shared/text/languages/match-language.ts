/** Which of Upcast's languages a person reads best, by the tags that their system or their terminal names. Pure. */
import { english, languages } from './languages.ts';
import type { Language } from './languages.ts';

/**
 * The first wanted language that there is, whatever its region: `pt-PT` finds `pt-BR`. A language in another script is
 * another one: `zh-TW` doesn't find `zh-Hans`. English where nothing fits.
 * @param wanted BCP 47 or POSIX (`de_AT.UTF-8@euro`), the dearest first; what is neither is passed over.
 */
export function matchLanguage(wanted: readonly string[], offered: readonly Language[] = languages): Language {
  for (const tag of wanted) {
    const written = writtenForm(tag);
    const found = offered.find((language) => writtenForm(language.tag) === written);
    if (written !== undefined && found !== undefined) return found;
  }
  return english;
}

/** `de-Latn`, `zh-Hans`: the language and the script that its region writes it in. */
function writtenForm(tag: string): string | undefined {
  const [name = ''] = tag.split(/[.@]/);
  try {
    const { language, script } = new Intl.Locale(name.replaceAll('_', '-')).maximize();
    return script === undefined ? undefined : `${language}-${script}`;
  } catch {
    return undefined;
  }
}
