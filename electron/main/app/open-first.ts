/**
 * Opens what the page needs to load: its walls, the log and the window. Its process starts and its scripts are read while the
 * rest of main is. It gets no answer before that is there, so what was saved decides before anything is shown.
 */
import { app, screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { wallMs } from '../../../shared/clock.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { Logger } from '../../log/logger.ts';
import { SecretRegister } from '../../log/secret-register.ts';
import { placeWindow } from '../desktop/window-place.ts';
import type { WorkArea } from '../desktop/window-place.ts';
import { WindowPlaceStore } from '../desktop/window-place-store.ts';
import { holdFirstInvokes } from '../ipc/first-invokes.ts';
import type { FirstInvokes } from '../ipc/first-invokes.ts';
import { findFfmpeg } from '../media-tools/ffmpeg-location.ts';
import type { FfmpegPlaces, FoundFfmpeg } from '../media-tools/ffmpeg-location.ts';
import type { Environment } from '../process/environment.ts';
import { openLog } from '../process/open-log.ts';
import { paths } from '../process/paths.ts';
import { loadApp, openWindow } from '../window/window.ts';
import { lockPages } from './lock-pages.ts';

export interface FirstParts {
  readonly userData: string;
  readonly register: SecretRegister;
  readonly log: Logger;
  readonly windowPlace: WindowPlaceStore;
  readonly window: BrowserWindow;
  readonly invokes: FirstInvokes;
  readonly ffmpegPlaces: FfmpegPlaces;
  /** Runs already: the page waits for what it finds. */
  readonly ffmpegSearch: Promise<FoundFfmpeg | undefined>;
  /** Settles when the page has loaded; `live` loads it later, itself. */
  readonly loaded: Promise<void>;
  /** Settles when the page itself was given out: main has time until its process runs and asks for the scripts. */
  readonly served: Promise<void>;
  /** The window may show itself, once it is painted. */
  readonly mayShow: () => void;
}

export interface OpenFirstOptions {
  readonly environment: Environment;
  readonly isLive: boolean;
}

/** Only after `ready`. */
export async function openFirst({ environment, isLive }: OpenFirstOptions): Promise<FirstParts> {
  const userData = app.getPath('userData');
  const register = new SecretRegister();
  const log = openLog({ userData, register, isDebug: environment.isDebug, isLive, now: wallMs });
  log.info('app', `Upcast ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);
  let onServed = (): void => undefined;
  const page = new Promise<void>((resolve) => {
    // What was answered is handed on in the next turns.
    onServed = () => setImmediate(() => setImmediate(resolve));
  });
  await lockPages((text) => log.warn('security', text), onServed);
  const windowPlace = new WindowPlaceStore(userData, (error) =>
    log.warn('window', `its place was not kept: ${toAppError(error).message}`),
  );
  const invokes = holdFirstInvokes();
  let mayShow = (): void => undefined;
  const from = new Promise<void>((resolve) => {
    mayShow = resolve;
  });
  const window = openWindow({
    preloadPath: paths.preload,
    mayOpenDevTools: environment.mayOpenDevTools,
    shown: isLive ? undefined : { place: placeWindow(windowPlace.read(), listWorkAreas()), from },
  });
  const loaded = isLive ? Promise.resolve() : loadApp(window);
  const ffmpegPlaces: FfmpegPlaces = {
    chosenPath: environment.ffmpegPath,
    resourcesFolder: process.resourcesPath,
    distFolder: paths.distFolder,
    searchPath: environment.path,
    localAppData: environment.localAppData,
    environment: environment.childEnvironment,
    platform: process.platform,
    onRejected: (text) => log.warn('ffmpeg', text),
  };
  const ffmpegSearch = findFfmpeg(ffmpegPlaces);
  const served = Promise.race([page, loaded]);
  return {
    ...{ userData, register, log, windowPlace, window, invokes, ffmpegPlaces, ffmpegSearch },
    ...{ loaded, served, mayShow },
  };
}

function listWorkAreas(): readonly WorkArea[] {
  const primary = screen.getPrimaryDisplay().id;
  return screen.getAllDisplays().map(({ id, workArea }) => ({ ...workArea, isPrimary: id === primary }));
}
