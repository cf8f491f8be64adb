/** The window by axe's rules: names, roles, contrast, order. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Each rule that the page breaks in this theme, with what breaks the rule.
 * @param rules by axe's names, in place of those that are on by themselves.
 */
export async function brokenRules(
  page: Page,
  colorScheme: 'dark' | 'light',
  rules?: readonly string[],
): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme });
  // A colour on its way from one theme to the other is nobody's choice.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResults>(
    rules === undefined ? 'axe.run()' : `axe.run({ runOnly: ${JSON.stringify(rules)} })`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
}
