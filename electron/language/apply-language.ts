/**
 * Makes a language that of this process, at once: its catalogue is a file beside the bundles. Knows nothing of who
 * chooses.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chooseLanguage } from '../../shared/text/languages/chosen-language.ts';
import { english, findLanguage } from '../../shared/text/languages/languages.ts';
import type { Text } from '../../shared/text/text.ts';

/**
 * @param tag of a language of the registry; English for any other, and where a package was made without its file.
 * @throws Error when the file is damaged
 */
export function applyLanguage(tag: string): void {
  const language = findLanguage(tag) ?? english;
  const file = join(__dirname, '..', 'languages', `${language.tag.toLowerCase()}.cjs`);
  if (language === english || !existsSync(file)) return chooseLanguage(english);
  // The one export of the file.
  const [catalogue] = Object.values(createRequire(file)(file) as Record<string, Text>);
  chooseLanguage(language, catalogue);
}
