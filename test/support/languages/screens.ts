/** The window's screens, opened by the words of a catalogue: a tour in any language. */
import type { ElectronApplication, Frame, Page } from 'playwright-core';
import type { Text } from '../../../shared/text/text.ts';
import { waitForBadge } from '../window/window-driver.ts';
import { givenNames } from './studio.ts';

/** What a screen is opened with. */
export interface Tour {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly texts: Text;
}

export interface Screen {
  readonly name: string;
  readonly open: (tour: Tour) => Promise<void>;
  /** Of the main ones, which every run of the tests looks at. */
  readonly isMain?: true;
  /** Shows the form for secrets, a page of its own. */
  readonly isSecret?: true;
  /** Takes back what Escape doesn't. */
  readonly close?: (tour: Tour) => Promise<void>;
}

/** Longest wait for a part of the window. */
const PART_MS = 5000;

export const secretPage = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().startsWith('upcast://secrets/'));

const button = ({ page }: Tour, name: string) => page.getByRole('button', { name, exact: true }).first();
const press = async (tour: Tour, name: string): Promise<void> => {
  await button(tour, name).click({ timeout: PART_MS });
};
const choose = async ({ page }: Tour, item: string): Promise<void> => {
  await page.getByRole('menuitem', { name: item, exact: true }).click({ timeout: PART_MS });
};
const dialog = async ({ page }: Tour): Promise<void> => {
  await page.locator('dialog[open]').first().waitFor({ timeout: PART_MS });
};
const menu = async ({ page }: Tour): Promise<void> => {
  await page.getByRole('menu').first().waitFor({ timeout: PART_MS });
};
const secretForm = ({ page }: Tour) =>
  page.frameLocator('iframe[src*="secret-frame.html"]').locator('dialog[open]');
const secret = async (tour: Tour): Promise<void> => {
  await secretForm(tour).waitFor({ timeout: PART_MS });
};

/** Narrow windows keep the column of scenes and sources behind a button. */
export async function openColumn({ page, texts }: Tour): Promise<void> {
  const rail = page.getByRole('button', { name: texts.items.column, exact: true });
  const isOpen = await page.locator('aside[data-open="true"]').count();
  if (isOpen === 0 && (await rail.isVisible())) await rail.click();
}

async function closeColumn({ page, texts }: Tour): Promise<void> {
  if ((await page.locator('aside[data-open="true"]').count()) > 0)
    await page.getByRole('button', { name: texts.items.column, exact: true }).click();
}

const kinds = ['camera', 'screen', 'pattern', 'text', 'color', 'page'] as const;

const ofSource = (kind: (typeof kinds)[number]): Screen => ({
  name: `source-${kind}`,
  ...(kind === 'text' ? { isMain: true } : {}),
  open: async (tour) => {
    await openColumn(tour);
    await tour.page
      .getByRole('row')
      .filter({ hasText: `${givenNames[0]} ${kind}` })
      .click({ timeout: PART_MS });
    await tour.page.evaluate(() => {
      for (const section of document.querySelectorAll('aside details'))
        (section as HTMLDetailsElement).open = true;
      document.querySelector('aside details')?.scrollIntoView({ block: 'end' });
    });
  },
});

const ofMenu = (name: string, open: (tour: Tour) => Promise<void>): Screen => ({
  name,
  open: async (tour) => {
    await open(tour);
    await menu(tour);
  },
});

const ofDialog = (name: string, open: (tour: Tour) => Promise<void>): Screen => ({
  name,
  open: async (tour) => {
    await open(tour);
    await dialog(tour);
  },
});

const ofSecret = (name: string, open: (tour: Tour) => Promise<void>): Screen => ({
  ...{ name, isSecret: true },
  open: async (tour) => {
    await open(tour);
    await secret(tour);
  },
});

const channelMenu = async (tour: Tour): Promise<void> =>
  await press(tour, tour.texts.mixer.more(`${givenNames[0]} tone`));

/** Of a studio as `everyKind` makes it, with a destination that is called Twitch. */
export const screens: readonly Screen[] = [
  { name: 'window', isMain: true, open: closeColumn },
  { name: 'column', isMain: true, open: openColumn },
  ...kinds.map(ofSource),
  ofMenu('add-source', async (tour) => {
    await openColumn(tour);
    await press(tour, tour.texts.items.addSource);
  }),
  ofMenu('source-menu', async (tour) => {
    await openColumn(tour);
    await tour.page
      .getByRole('row')
      .filter({ hasText: `${givenNames[0]} text` })
      .click({ button: 'right', timeout: PART_MS });
  }),
  ofMenu('scene-menu', async (tour) => {
    await openColumn(tour);
    await tour.page
      .getByText(`${givenNames[0]} second scene`, { exact: true })
      .first()
      .click({ button: 'right', timeout: PART_MS });
  }),
  ofMenu('collections-menu', async (tour) => {
    await openColumn(tour);
    const { collections } = tour.texts;
    await press(tour, collections.open(collections.newName));
  }),
  {
    ...ofDialog('settings', async (tour) => await press(tour, tour.texts.status.settings)),
    isMain: true,
  },
  ofDialog('past-streams', async (tour) => await press(tour, tour.texts.status.pastStreams)),
  { ...ofMenu('channel-menu', channelMenu), isMain: true },
  ...(['settings', 'filters', 'sync'] as const).map((item) =>
    ofDialog(`channel-${item}`, async (tour) => {
      await channelMenu(tour);
      await choose(tour, tour.texts.mixer.menu[item]);
    }),
  ),
  ofMenu('program-menu', async (tour) => await press(tour, tour.texts.mixer.program.more)),
  ofMenu('destination-menu', async (tour) => await press(tour, tour.texts.destinations.moreFor('Twitch'))),
  ofMenu('import-and-export', async (tour) => await press(tour, tour.texts.destinations.importAndExport)),
  ofDialog('test', async (tour) => {
    await press(tour, tour.texts.destinations.moreFor('Twitch'));
    await choose(tour, tour.texts.destinations.test);
  }),
  ofSecret('add-destination', async (tour) => await press(tour, tour.texts.destinations.addDestination)),
  {
    ...ofSecret('add-to-service', async (tour) => {
      await press(tour, tour.texts.destinations.addDestination);
      const service = tour.texts.destinationForm.service;
      await secretForm(tour)
        .getByLabel(service, { exact: true })
        .selectOption('twitch', { timeout: PART_MS });
      await secretForm(tour).getByRole('list').waitFor({ timeout: PART_MS });
    }),
    isMain: true,
  },
  ofSecret('import', async (tour) => {
    await press(tour, tour.texts.destinations.importAndExport);
    await choose(tour, tour.texts.destinations.import);
  }),
  ofSecret('export', async (tour) => {
    await press(tour, tour.texts.destinations.importAndExport);
    await choose(tour, tour.texts.destinations.export);
  }),
  ofDialog('updates', async ({ app }) => {
    await app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('check-for-updates')?.click(),
    );
  }),
  {
    name: 'studio-mode',
    isMain: true,
    open: async (tour) => {
      await openColumn(tour);
      await press(tour, tour.texts.studioMode.title);
      await closeColumn(tour);
    },
    close: async (tour) => {
      await openColumn(tour);
      await press(tour, tour.texts.studioMode.title);
    },
  },
  {
    name: 'live',
    isMain: true,
    open: async (tour) => {
      await closeColumn(tour);
      await tour.page
        .getByRole('switch', { name: tour.texts.rehearsalCard.switch })
        .setChecked(true, { timeout: PART_MS });
      await press(tour, tour.texts.goLive.rehearse);
      await waitForBadge(tour.page, 'live');
    },
    close: async () => undefined,
  },
  {
    name: 'events',
    open: async ({ page, texts }) => {
      await page
        .getByRole('radio', { name: texts.window.events, exact: true })
        .locator('visible=true')
        .click({ timeout: PART_MS });
    },
  },
  {
    ...ofDialog('rehearsal-report', async (tour) => await press(tour, tour.texts.goLive.endRehearsal)),
    isMain: true,
  },
];

/** Back to the window alone. */
export async function closeAll({ page }: Tour): Promise<void> {
  for (let count = 0; count < 6; count += 1) {
    const frame = secretPage(page);
    const open = await page.locator('dialog[open], [role="menu"]').count();
    if (open === 0 && frame === undefined) return;
    await page.keyboard.press('Escape');
    await page
      .waitForFunction(
        (before) => document.querySelectorAll('dialog[open], [role="menu"]').length < before,
        open,
        { timeout: 2000 },
      )
      .catch(() => undefined);
  }
  throw new Error('a dialog stays open');
}
