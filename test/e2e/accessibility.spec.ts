/** The window by axe's rules, dark and light: names, roles, contrast, order. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeDevices, launchApp, type LaunchedBuild } from '../support/electron-app.ts';

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let started: LaunchedBuild;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
});
afterEach(() => started.close());

it.each(['dark', 'light'] as const)('the window, %s, breaks no rule', async (colorScheme) => {
  const { page } = started;
  await page.emulateMedia({ colorScheme });
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).waitFor();
  // A colour on its way from one theme to the other is nobody's choice.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>('axe.run()');
  const broken = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`,
  );
  expect(broken).toEqual([]);
});
