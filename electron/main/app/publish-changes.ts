/** Hands every change to those who follow it: the window, the log, the remote control, the system's sleep. */
import { toAppError } from '../../../shared/errors/app-error.ts';
import { mediaFilesOf } from '../../../shared/studio/files/media-files.ts';
import { listCollections } from '../collections/run-collection-command.ts';
import { DesktopSigns } from '../desktop/desktop-signs.ts';
import { ownDesktop } from '../desktop/own-desktop.ts';
import { sendEvent } from '../ipc/router.ts';
import { isDisplayNeeded } from '../process/keep-awake.ts';
import { WakeLock } from '../process/power.ts';
import { publishSession } from '../studio/publish-session.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

/** For as long as the app runs. */
export function publishChanges(core: AppCore, services: AppServices, slot: WindowSlot): void {
  const { contents } = slot;
  const { live, log, engine, settings, destinationStore } = core;
  const { session, tests, remote, encoders, pastStreams, sourceFiles, pages, muteKeys } = services;
  const wakeLock = new WakeLock();
  const attendance = { isUnattended: live !== undefined, isFile: live?.sourceFile !== undefined };
  const keepAwake = (): void =>
    wakeLock.follow(session.snapshot, isDisplayNeeded(attendance, settings.get().studio));
  publishSession({ session, remote, pastStreams, log, keepAwake, contents });
  if (live === undefined) {
    const signs = new DesktopSigns(ownDesktop(process.platform, () => slot.window));
    session.onSnapshot.on((snapshot) => signs.follow(snapshot));
  }
  session.onReport.on((report) => sendEvent(contents(), 'engine:report', report));
  tests.onProgress.on((test) => sendEvent(contents(), 'destination:test', test));
  remote.onChange.on((status) => sendEvent(contents(), 'remote:changed', status));
  encoders.onChange.on((list) => sendEvent(contents(), 'encoders:changed', list));
  sourceFiles.onChange.on((place) => sendEvent(contents(), 'sourceFiles:changed', place));
  const sendCollections = (): void => {
    listCollections(settings)
      .then((list) => sendEvent(contents(), 'collections:changed', list))
      .catch((error: unknown) => log.error('settings', 'collections', toAppError(error)));
  };
  let openId = settings.collection.id;
  settings.collections.onChange.on(sendCollections);
  settings.onNotSaved.on((error) => {
    log.error('settings', 'not saved', error);
    sendEvent(contents(), 'settings:notSaved', error.toRecord());
  });
  muteKeys.onChange.on((keys) => sendEvent(contents(), 'keys:refused', keys));
  muteKeys.follow();
  pages.onState.on((page) => sendEvent(contents(), 'pages:state', page));
  settings.onChange.on((next) => {
    // Before the window, which asks the engine for their pictures.
    engine.setMediaSources(mediaFilesOf(next.studio));
    pages.follow();
    muteKeys.follow();
    keepAwake();
    if (settings.collection.id !== openId) {
      openId = settings.collection.id;
      sendCollections();
    }
    sendEvent(contents(), 'settings:changed', destinationStore.view(next));
  });
  engine.onMessage.on((message) => {
    if (message.type === 'log') log.write(message.level, message.area, message.text);
  });
  engine.onExit.on((error) => {
    log.error('engine', `exited with code ${String(error.details['exitCode'])}`);
    sendEvent(contents(), 'engine:exited', error);
  });
}
