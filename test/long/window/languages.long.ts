/**
 * Every screen in every language and the pseudo-locales, in the smallest window and a common one: nothing is cut, on another,
 * outside or untranslated, and axe finds nothing. `npm run prove -- languages [FOLDER] [TAG…]` also keeps a picture of each.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { languages, pseudoLanguages } from '../../../shared/text/languages/languages.ts';
import { fontFamilies } from '../../support/languages/font-families.ts';
import { screens } from '../../support/languages/screens.ts';
import { takeTour, tourSizes } from '../../support/languages/tour.ts';
import { brokenRules } from '../../support/window/axe.ts';
import type { Finding } from '../proof.ts';

export async function* prove([folder, ...tags]: readonly string[]): AsyncGenerator<Finding> {
  const pictures = folder === undefined ? undefined : resolve(folder);
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  const all = [...languages, ...pseudoLanguages].map(({ tag }) => tag);
  for (const language of tags.length === 0 ? all : tags) {
    // Boxes in place of letters have other widths.
    if (!hasLettersOf(language))
      yield {
        promise: `${language}: this computer has a font for the language`,
        holds: false,
        seen: 'none: install one, such as Noto Sans',
      };
    const seen: string[] = [];
    const faults = await takeTour({
      ...{ language, sizes: tourSizes, screens },
      onScreen: async (name: string, page: Page) => {
        seen.push(name);
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `${language}-${name}.png`) });
        // An open menu stands outside of every landmark, and closes before anything else is reached.
        const broken = (await brokenRules(page, 'light')).filter((rule) => !rule.startsWith('region:'));
        return broken.map((rule) => `axe: ${rule.split('\n')[0]}`);
      },
    });
    yield {
      promise: `${language}: nothing cut, overlapping, outside, untranslated or against axe’s rules`,
      holds: faults.length === 0 && seen.length === screens.length * tourSizes.length,
      seen: [`${seen.length} screens`, ...faults].join('; '),
    };
  }
}

function hasLettersOf(tag: string): boolean {
  const { language } = new Intl.Locale(tag);
  const families = fontFamilies(language === 'zh' ? 'zh-cn' : language);
  return process.platform !== 'linux' || families.length > 0;
}
