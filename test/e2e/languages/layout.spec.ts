/** The main screens in the smallest window: nothing is cut, on another, outside or untranslated, in English and a third longer. */
import { expect, it } from 'vitest';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';
import { mainScreens, takeTour, tourSizes } from '../../support/languages/tour.ts';

declare global {
  interface Window {
    readonly upcast: UpcastBridge;
  }
}

it.each(['en', 'en-XA', 'en-XB'])('every main screen in %s', async (language) => {
  expect(await takeTour({ language, sizes: tourSizes.slice(0, 1), screens: mainScreens })).toEqual([]);
});
