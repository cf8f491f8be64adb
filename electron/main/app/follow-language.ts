/**
 * Changes the language of the running app when Settings do: main's own words, the menu, and the page, which is loaded
 * anew. While on air or recording nothing changes; the next start does.
 */
import { toAppError } from '../../../shared/errors/app-error.ts';
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import { chosenLanguage } from '../../../shared/text/languages/chosen-language.ts';
import { applyLanguage } from '../../language/apply-language.ts';
import { chosenTag } from '../language/start-language.ts';
import { loadApp } from '../window/window.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

/** @param installMenu with the words of now. */
export function followLanguage(
  { settings, log }: AppCore,
  { session }: AppServices,
  slot: WindowSlot,
  installMenu: () => void,
): void {
  installMenu();
  settings.onChange.on(({ language }) => {
    const tag = chosenTag(language);
    const isBusy = session.isOnAir || isRecorderBusy(session.snapshot.recorder);
    if (tag === chosenLanguage.tag || isBusy) return;
    applyLanguage(tag);
    installMenu();
    if (slot.window === undefined) return;
    loadApp(slot.window).catch((error: unknown) =>
      log.error('window', 'in another language', toAppError(error)),
    );
  });
}
