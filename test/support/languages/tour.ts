/** Looks at the screens of a language, in windows of several sizes, and says what is wrong with their layout. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { services } from '../../../shared/destinations/services.ts';
import { findLanguage, languages } from '../../../shared/text/languages/languages.ts';
import { en } from '../../../shared/text/en.ts';
import type { Text } from '../../../shared/text/text.ts';
import { fakeDevices } from '../window/electron-app.ts';
import { launchWithStudio } from '../window/launch-with-studio.ts';
import { fontFamilies } from './font-families.ts';
import { measureLayout } from './measure-layout.ts';
import { closeAll, screens, secretPage } from './screens.ts';
import type { Screen, Tour } from './screens.ts';
import { everyKind, givenNames } from './studio.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface TourOptions {
  /** A tag of the registry. */
  readonly language: string;
  readonly sizes: readonly Size[];
  readonly screens: readonly Screen[];
  /** Called for each screen while it is open, with the page that shows it. */
  readonly onScreen?: (name: string, page: Page, shown: Frame) => Promise<readonly string[]>;
}

export const mainScreens: readonly Screen[] = screens.filter(({ isMain }) => isMain === true);
/** The smallest window, and a common one. */
export const tourSizes: readonly Size[] = [
  { width: 960, height: 600 },
  { width: 1440, height: 900 },
];

export async function loadCatalogue(tag: string): Promise<Text> {
  const language = findLanguage(tag);
  if (language === undefined) throw new Error(`there is no language ${tag}`);
  return (await language.load?.()) ?? en;
}

/** @returns each fault in a line, with the screen and the window's width. */
export async function takeTour({ language, sizes, screens: list, onScreen }: TourOptions): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-tour-'));
  const texts = await loadCatalogue(language);
  const faults: string[] = [];
  const { app, page, close } = await launchWithStudio(folder, everyKind(), {
    ...{ language, args: fakeDevices },
    settings: { destinations: [twitch] },
  });
  const tour: Tour = { app, page, texts };
  try {
    await page.addStyleTag({
      content: '*, ::before, ::after { animation: none !important; transition: none !important; }',
    });
    for (const [index, size] of sizes.entries()) {
      await page.setViewportSize(size);
      for (const screen of list) {
        // A stream once in each size.
        try {
          await screen.open(tour);
        } catch (error) {
          faults.push(`${screen.name} ${size.width}: doesn’t open: ${String(error).split('\n')[0]}`);
          await closeAll(tour);
          continue;
        }
        const shown = (screen.isSecret === true ? secretPage(page) : undefined) ?? page.mainFrame();
        await shown.evaluate(
          async () => await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        );
        const found = await shown.evaluate(measureLayout, { isPseudo: language === 'en-XA', values });
        const more = (await onScreen?.(`${screen.name}-${size.width}`, page, shown)) ?? [];
        faults.push(...[...found, ...more].map((fault) => `${screen.name} ${sizes[index]?.width}: ${fault}`));
        await (screen.close ?? closeAll)(tour);
      }
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

/** What stands in every language as it is. */
const values = [
  ...givenNames,
  ...['Untitled', 'overlay.example', 'live.example.com', 'rtmps://', 'RTMPS', 'RTMFP', 'H.264', 'AAC-LC'],
  ...['Electron', 'English', 'Ctrl+', '{date}', 'sans-serif'],
  // Of the fonts that a text may have.
  ...fontFamilies(),
  // Services are called as they call themselves.
  ...services.map(({ name }) => name),
  ...languages.map(({ name }) => name),
];

/** Nothing is sent there. */
const twitch = {
  ...{ id: 'to-twitch', name: 'Twitch', serviceId: 'custom', url: 'rtmps://live.example.com/app' },
  ...{ isEnabled: true, hasKey: true, hasPassword: false },
  ...({ backupMode: 'failover', tls: { minimumVersion: 'TLSv1.2' } } as const),
};
