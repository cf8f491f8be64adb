/** Makes the services of the app out of its core. None of them needs the window to be open. */
import { join } from 'node:path';
import { app, desktopCapturer, globalShortcut, screen, shell, systemPreferences } from 'electron';
import { wallMs } from '../../../shared/clock.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { AppError, toAppError } from '../../../shared/errors/app-error.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { buildState } from '../../remote/remote-state.ts';
import { createPresetReader } from '../../settings/preset-thread.ts';
import { DestinationTests } from '../destinations/destination-tests.ts';
import { PresetController } from '../destinations/preset-controller.ts';
import { choosePresetFile, choosePresetTarget } from '../destinations/preset-dialogs.ts';
import { CollectionTransfer } from '../collections/collection-transfer.ts';
import { obsFolders } from '../collections/obs-folders.ts';
import { transferDialogs } from '../collections/transfer-dialogs.ts';
import { livePlan } from '../live/live-plan.ts';
import { Encoders } from '../media-tools/encoders.ts';
import { readGraphics } from '../media-tools/graphics.ts';
import { FfmpegFinder } from '../media-tools/ffmpeg-finder.ts';
import type { FoundFfmpeg } from '../media-tools/ffmpeg-location.ts';
import { sendEvent } from '../ipc/router.ts';
import type { PageIds } from '../../../shared/studio/pages/new-page-ids.ts';
import { PageAddresses } from '../page-sources/page-addresses.ts';
import { PageForm } from '../page-sources/page-form.ts';
import { PageSources } from '../page-sources/page-sources.ts';
import { paths } from '../process/paths.ts';
import { savedSources } from '../process/saved-pages.ts';
import { RemoteController } from '../remote/remote-controller.ts';
import { Screens } from '../screens/screens.ts';
import { FileChooser } from '../source-files/choose-files.ts';
import { MuteKeys } from '../sound/mute-keys.ts';
import { SourceFiles } from '../source-files/source-files.ts';
import { addAppMetrics } from '../studio/app-metrics.ts';
import { BroadcastSession } from '../studio/broadcast-session.ts';
import { CaptureWatch } from '../studio/capture-watch.ts';
import { CommandRunner } from '../studio/command-runner.ts';
import { PastStreamStore } from '../studio/past-stream-store.ts';
import { Recordings } from '../studio/recordings.ts';
import { savedPlan } from '../studio/stream-plan.ts';
import type { StreamPlan } from '../studio/stream-plan.ts';
import { chooseFolder } from '../desktop/choose-folder.ts';
import { MediaAccess } from '../desktop/media-access.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppCore } from './open-core.ts';

export interface AppServices {
  readonly session: BroadcastSession;
  readonly tests: DestinationTests;
  readonly encoders: Encoders;
  readonly presets: PresetController;
  readonly pastStreams: PastStreamStore;
  readonly screens: Screens;
  readonly access: MediaAccess;
  readonly sourceFiles: SourceFiles;
  readonly fileChooser: FileChooser;
  readonly transfer: CollectionTransfer;
  readonly pages: PageSources;
  readonly pageForm: PageForm;
  readonly recordings: Recordings;
  readonly muteKeys: MuteKeys;
  readonly ffmpeg: FfmpegFinder;
  /** Settles when the search that begins with the app is over. */
  readonly ffmpegSearch: Promise<unknown>;
  readonly capture: CaptureWatch;
  readonly commands: CommandRunner;
  readonly remote: RemoteController;
}

export interface ServiceSurroundings {
  readonly slot: WindowSlot;
  /** Of `live`, asked when its stream starts. */
  readonly liveDestinations: () => readonly DestinationWithSecrets[];
}

export function makeServices(core: AppCore, { slot, liveDestinations }: ServiceSurroundings): AppServices {
  const { environment, live, userData, time, register, log, engine, settings, destinationStore } = core;
  const session = new BroadcastSession({
    engine,
    now: () => time.now(),
    wallMs,
    completeSample: (sample) => addAppMetrics(sample, engine.pid),
  });
  const tests = new DestinationTests({
    engine,
    session,
    destinationStore,
    settings,
    onFailed: (error) => log.error('settings', 'the measurement was not kept', toAppError(error)),
  });
  const encoders = new Encoders({
    engine,
    session,
    folder: userData,
    mayProbe: live === undefined,
    readGraphics: async () => await readGraphics(process.platform, () => app.getGPUInfo('basic')),
    onFailed: (error) => log.error('encoders', 'what was found was not kept', error),
  });
  const presets = new PresetController({
    destinationStore,
    register,
    read: createPresetReader({ workerPath: paths.presetWorker }),
    chooseFile: async () => await choosePresetFile(slot.window),
    chooseTarget: async (name) => await choosePresetTarget(slot.window, name),
  });
  const pastStreams = new PastStreamStore({
    folder: join(userData, 'past-streams'),
    onUnreadable: (id, error) => log.warn('report', `${id} cannot be read: ${toAppError(error).message}`),
  });
  const access = new MediaAccess({
    platform: process.platform,
    systemPreferences,
    openExternal: async (url) => await shell.openExternal(url),
  });
  const screens = new Screens({
    ...{ desktopCapturer, screen, x11: environment.x11, isWayland: environment.isWayland },
    hasAccess: () => access.hasScreen(),
    ownWindowId: () => slot.contents() && slot.window?.getMediaSourceId(),
  });
  const sourceFiles = new SourceFiles(() => settings.get().studio);
  const recordings = new Recordings({
    settings,
    defaultFolder: () => app.getPath('videos'),
    showFile: (path) => shell.showItemInFolder(path),
    chooseFolder: async (from) => await chooseFolder(slot.window, { from }),
    now: wallMs,
  });
  const ffmpeg = makeFfmpegFinder(core, encoders);
  const ffmpegSearch = ffmpeg.find();
  const capture = new CaptureWatch();
  const addresses = new PageAddresses(core.secrets, register);
  const copyPages = async (ids: PageIds): Promise<void> => await addresses.copy(ids);
  const commands = new CommandRunner({
    session,
    settings,
    destinationStore,
    recordings,
    plan: planOf(core, { recordings, capture, ffmpeg, liveDestinations }),
    controlMedia: (control) => {
      const contents = slot.contents();
      sendEvent(contents, 'media:control', control);
      return contents !== undefined;
    },
    copyPages,
    clean: (text) => register.clean(text),
    onFailed: (command, error) => log.warn('studio', `${command}: ${error.code} ${error.message}`),
  });
  const fileChooser = new FileChooser({
    commands,
    document: () => settings.get().studio,
    window: () => slot.window,
  });
  const { pages, pageForm } = makePages(core, { session, commands, slot, addresses });
  const [home, appData] = [app.getPath('home'), app.getPath('appData')];
  const transfer = new CollectionTransfer({
    settings,
    dialogs: transferDialogs(() => slot.window),
    obsFolders: obsFolders({ platform: process.platform, home, appData }),
    keepPages: async (imported) => await pageForm.keepImported(imported),
    copyPages,
    onProgress: (progress) => sendEvent(slot.contents(), 'collections:progress', progress),
  });
  const remote = openRemote(core, session, commands);
  return {
    ...{
      session,
      tests,
      encoders,
      presets,
      pastStreams,
      screens,
      access,
      recordings,
      sourceFiles,
      fileChooser,
      transfer,
    },
    ...{ pages, pageForm, muteKeys: makeMuteKeys(core, commands) },
    ...{ ffmpeg, ffmpegSearch, capture, commands, remote },
  };
}

interface PageParts extends Pick<AppServices, 'session' | 'commands'>, Pick<ServiceSurroundings, 'slot'> {
  readonly addresses: PageAddresses;
}

function makePages(
  { userData, settings, log, time, live }: AppCore,
  { session, commands, slot, addresses }: PageParts,
): Pick<AppServices, 'pages' | 'pageForm'> {
  const document = (): StudioDocument => settings.get().studio;
  const pages = new PageSources({
    ...{ document, addresses, window: () => slot.window, contents: slot.contents, now: () => time.now() },
    onFailed: (error) => session.warn(error.toRecord()),
    onRefused: (text) => log.warn('security', `refused a page ${text}`),
    onError: (error) => log.error('page', 'a page was closed', toAppError(error)),
  });
  // A `live` keeps them for its run.
  const kept =
    live === undefined ? addresses.tidy(savedSources(userData)) : addresses.set(live.importedPages);
  kept.catch((error: unknown) => log.error('page', 'saved addresses', toAppError(error)));
  const change = async <T>(work: () => Promise<T>): Promise<T> => await pages.change(work);
  return { pages, pageForm: new PageForm({ commands, document, addresses, change }) };
}

/** A `live` takes no key from others: nobody looks at it. */
function makeMuteKeys({ live, settings, time }: AppCore, commands: CommandRunner): MuteKeys {
  let presses = 0;
  const none: StudioDocument['channels'] = [];
  return new MuteKeys({
    document: () => (live === undefined ? settings.get().studio : { channels: none }),
    now: () => time.now(),
    register: (accelerator, onPressed) => globalShortcut.register(accelerator, onPressed),
    unregister: (accelerator) => globalShortcut.unregister(accelerator),
    toggle: (channelId, isMuted) => {
      presses += 1;
      const command = { type: 'setChannel', channelId, isMuted } as const;
      void commands.run({ requestId: `key-${presses}`, command });
    },
  });
}

function makeFfmpegFinder({ first, engine }: AppCore, encoders: Encoders): FfmpegFinder {
  const { ffmpegPlaces, ffmpegSearch } = first;
  const take = (found: FoundFfmpeg | undefined): void => {
    engine.configure(found);
    void encoders.useFfmpeg(found);
  };
  return new FfmpegFinder(ffmpegPlaces, take, ffmpegSearch);
}

interface PlanParts {
  readonly recordings: Recordings;
  readonly capture: CaptureWatch;
  readonly ffmpeg: FfmpegFinder;
  readonly liveDestinations: () => readonly DestinationWithSecrets[];
}

/** What a stream is made of: what is saved, or the options of `live`. */
function planOf(
  { live, settings, destinationStore, recordingPath }: AppCore,
  { recordings, capture, ffmpeg, liveDestinations }: PlanParts,
): StreamPlan {
  if (live !== undefined) {
    const studio = (): StudioDocument => settings.get().studio;
    return livePlan(live, { studio, destinations: liveDestinations, recordingPath });
  }
  return savedPlan({
    ...{ settings, destinationStore, recordings, recordingPath, capture },
    needFfmpeg: async () => void (await ffmpeg.need()),
  });
}

function openRemote(
  { live, log, register, settings, secrets, destinationStore }: AppCore,
  session: BroadcastSession,
  commands: CommandRunner,
): RemoteController {
  let requests = 0;
  return new RemoteController({
    settings,
    secrets,
    register,
    mayOpen: live === undefined,
    state: () => {
      const { destinations } = destinationStore.view();
      return buildState(session.snapshot, destinations, session.lastSample, settings.get().studio);
    },
    run: async (command) => {
      log.info('remote', command.type);
      requests += 1;
      const answer = await commands.run({ requestId: `remote-${requests}`, command });
      if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
    },
    onFailed: (error) => log.error('remote', 'remote control', error),
  });
}
