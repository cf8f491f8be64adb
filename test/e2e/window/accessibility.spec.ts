/** The window by axe's rules, dark and light: names, roles, contrast, order; and by the Tab key alone. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { brokenRules } from '../../support/window/axe.ts';
import { fakeDevices, launchApp } from '../../support/window/electron-app.ts';
import type { LaunchedBuild } from '../../support/window/electron-app.ts';

let started: LaunchedBuild;
beforeEach(async () => {
  started = await launchApp({ args: fakeDevices });
});
afterEach(() => started.close());

it.each(['dark', 'light'] as const)('the window, %s, breaks no rule', async (colorScheme) => {
  const { page } = started;
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).waitFor();
  expect(await brokenRules(page, colorScheme)).toEqual([]);
});

it('in forced colors what is chosen stands out, and what canvases draw with has more than one color', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).waitFor();
  await page.emulateMedia({ forcedColors: 'active' });
  const grounds = await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const groundOf = (element: Element): string => getComputedStyle(element).backgroundColor;
    const rows = [...document.querySelectorAll('[role="radio"]')];
    const of = (isChosen: boolean): string[] =>
      rows.filter((row) => (row.getAttribute('aria-checked') === 'true') === isChosen).map(groundOf);
    return { chosen: [...new Set(of(true))], others: [...new Set(of(false))], all: rows.length };
  });
  expect(grounds.all).toBeGreaterThan(2);
  expect(grounds.chosen).toHaveLength(1);
  expect(grounds.others).toHaveLength(1);
  expect(grounds.others).not.toEqual(grounds.chosen);
  const drawn = await page.evaluate(() => {
    const probe = document.createElement('span');
    document.body.append(probe);
    const read = (token: string): string => {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    };
    const colours = ['--color-panel', '--color-text', '--color-grid', '--series-3'].map(read);
    probe.remove();
    return new Set(colours).size;
  });
  expect(drawn).toBe(4);
});

it.each(['dark', 'light'] as const)(
  'with more contrast, %s, letters have 7:1 on what is behind them, borders 3:1, and what is chosen an edge',
  async (colorScheme) => {
    const { page } = started;
    await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).waitFor();
    const look = () =>
      page.evaluate(() => {
        const probe = document.createElement('span');
        document.body.append(probe);
        const lightness = (token: string): number => {
          probe.style.color = `var(${token})`;
          const channels = getComputedStyle(probe).color.match(/\d+/g)?.map(Number) ?? [];
          const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
            const share = channel / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const onPanel = (token: string): number => {
          const [one, other] = [lightness(token), lightness('--color-panel')];
          return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        };
        const border = onPanel('--color-line');
        probe.remove();
        const chosen = document.querySelector('[role="radio"][aria-checked="true"]');
        return { border, edge: chosen === null ? '' : getComputedStyle(chosen).boxShadow };
      });
    await page.emulateMedia({ colorScheme });
    const usual = await look();
    await page.emulateMedia({ contrast: 'more' });
    expect(await brokenRules(page, colorScheme, ['color-contrast-enhanced'])).toEqual([]);
    const { border, edge } = await look();
    expect(usual.border).toBeLessThan(3);
    expect(border).toBeGreaterThan(3);
    expect(edge).toContain('0px 0px 0px 2px inset');
    expect(edge).not.toBe(usual.edge);
  },
);

/** What the walk met, kept in the page. */
interface Walk {
  readonly stops: Element[];
  readonly outOfView: string[];
  /** How the last stop and what stands around it were drawn while it had the focus. */
  look: string;
}

/** Far more than the window has controls. */
const MAX_STEPS = 200;

it('Tab reaches every control, shows where it is, and comes round', async () => {
  const { page } = started;
  await page.getByRole('button', { name: 'Rehearse', exact: true, disabled: false }).waitFor();
  const walk = await page.evaluateHandle((): Walk => ({ stops: [], outOfView: [], look: '' }));
  const unmarked: string[] = [];
  let step: { readonly isRound: boolean; readonly unmarked: string | null };
  let steps = 0;
  do {
    await page.keyboard.press('Tab');
    step = await page.evaluate(takeStep, walk);
    if (step.unmarked !== null) unmarked.push(step.unmarked);
    steps += 1;
  } while (!step.isRound && steps < MAX_STEPS);
  expect(step.isRound).toBe(true);
  expect(unmarked).toEqual([]);
  expect(await page.evaluate(({ outOfView }) => outOfView, walk)).toEqual([]);
  expect(await page.evaluate(listUnreached, walk)).toEqual([]);
});

/** Notes what has the focus, and whether the stop before looks otherwise now that it has lost it. Runs in the page. */
async function takeStep(walk: Walk): Promise<{ isRound: boolean; unmarked: string | null }> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const lookOf = (element: Element): string =>
    // A ring may be drawn by what stands around: a switch, the row of a radio button.
    [element, element.parentElement, element.nextElementSibling]
      .flatMap((one) => (one === null ? [] : getComputedStyle(one)))
      .map(({ outline, boxShadow, borderColor }) => `${outline} ${boxShadow} ${borderColor}`)
      .join();
  const last = walk.stops.at(-1);
  const isUnmarked = last !== undefined && walk.look !== '' && lookOf(last) === walk.look;
  const unmarked = isUnmarked ? last.outerHTML.slice(0, 160) : null;
  walk.look = '';
  const element = document.activeElement;
  if (element === null || element === document.body) return { isRound: false, unmarked };
  if (walk.stops.includes(element)) return { isRound: true, unmarked };
  walk.stops.push(element);
  walk.look = lookOf(element);
  const { top, left, bottom, right } = element.getBoundingClientRect();
  const isInView = top >= -1 && left >= -1 && bottom <= innerHeight + 1 && right <= innerWidth + 1;
  if (!isInView) walk.outOfView.push(element.outerHTML.slice(0, 160));
  return { isRound: false, unmarked };
}

/** Controls that can be seen and used, and that the walk left out; of a group of radio buttons one is enough. Runs in the page. */
function listUnreached({ stops }: Walk): string[] {
  const groupOf = (element: Element): Element | null =>
    element.matches('[type="radio"], [role="radio"]')
      ? element.closest('[role="radiogroup"], fieldset')
      : null;
  const groups = new Set(stops.map(groupOf));
  return [...document.querySelectorAll('button, input, select, textarea, a[href], summary, [tabindex="0"]')]
    .filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled'),
    )
    .filter((element) => !stops.includes(element))
    .filter((element) => !groups.has(groupOf(element) ?? element))
    .map((element) => element.outerHTML.slice(0, 160));
}
