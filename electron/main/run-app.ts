/** Builds the running app out of its parts and connects them: the one place of the main process that constructs services. */
import { uptime } from 'node:os';
import { join } from 'node:path';
import { app, session as electronSession } from 'electron';
import type { BrowserWindow } from 'electron';
import { SteadyTime, wallMs } from '../../shared/clock.ts';
import { AppError, toAppError } from '../../shared/errors/app-error.ts';
import { buildState } from '../remote/remote-state.ts';
import { SecretRegister } from '../log/secret-register.ts';
import { openSaved } from '../settings/open-saved.ts';
import { createPresetReader } from '../settings/preset-thread.ts';
import { addAppMetrics } from './studio/app-metrics.ts';
import { serveApp } from './window/app-protocol.ts';
import { findOldRuntime } from './process/build-facts.ts';
import { BroadcastSession } from './studio/broadcast-session.ts';
import { openDestinations } from './destinations/open-destinations.ts';
import { DestinationTests } from './destinations/destination-tests.ts';
import { Encoders } from './media-tools/encoders.ts';
import { Shutdown } from './studio/shutdown.ts';
import { EngineSupervisor } from './engine-process/engine-supervisor.ts';
import type { Environment } from './process/environment.ts';
import type { FaultGuard } from './process/fault-guard.ts';
import { FfmpegFinder } from './media-tools/ffmpeg-finder.ts';
import { protectSecretFrames } from './ipc/content-protection.ts';
import { buildHandlers } from './ipc/handlers.ts';
import { routeInvokes, sendEvent } from './ipc/router.ts';
import { systemKeychain } from './destinations/keychain.ts';
import type { LiveOptions } from './live/options.ts';
import { prepareDestinations } from './live/prepare-live.ts';
import type { LiveRun } from './live/run-live.ts';
import { captureOf, startLive } from './live/start-live.ts';
import { PastStreamStore } from './studio/past-stream-store.ts';
import { openLog } from './process/open-log.ts';
import { prepareRehearsalFile } from './process/rehearsal-file.ts';
import { installMenu } from './window/menu.ts';
import { lockNavigation } from './window/navigation.ts';
import { closeNetwork } from './window/network-wall.ts';
import { paths } from './process/paths.ts';
import { guardPermissions } from './window/permissions.ts';
import { choosePresetFile, choosePresetTarget } from './destinations/preset-dialogs.ts';
import { PresetController } from './destinations/preset-controller.ts';
import { WakeLock, watchPower } from './process/power.ts';
import { publishSession } from './studio/publish-session.ts';
import { Recordings } from './studio/recordings.ts';
import { Relays } from './relay/relays.ts';
import { RemoteController } from './remote/remote-controller.ts';
import { Screens } from './screens/screens.ts';
import { videoInputOf } from '../../shared/studio/document.ts';
import { CaptureWatch } from './studio/capture-watch.ts';
import { CommandRunner } from './studio/command-runner.ts';
import { savedPlan } from './studio/stream-plan.ts';
import { livePlan } from './live/live-plan.ts';
import type { DestinationWithSecrets } from '../../shared/destinations/destination.ts';
import { showFault } from './process/show-fault.ts';
import { loadApp, openWindow } from './window/window.ts';
import { followShown } from './window/window-shown.ts';
import { watchWindow } from './window/window-watch.ts';
import { texts } from '../../shared/text/text.ts';

export interface RunAppOptions {
  readonly environment: Environment;
  readonly live: LiveOptions | undefined;
  readonly faults: FaultGuard;
}

/** Only after `ready`. */
export async function runApp({ environment, live, faults }: RunAppOptions): Promise<void> {
  // Of the monotonic clock, for all that is measured; the wall clock is for what is shown or kept.
  const time = new SteadyTime({ monotonicMs: () => performance.now(), uptimeMs: () => uptime() * 1000 });
  const userData = app.getPath('userData');
  const recordingPath = prepareRehearsalFile(userData, live !== undefined);
  const register = new SecretRegister();
  const log = openLog({
    userData,
    register,
    isDebug: environment.isDebug,
    isLive: live !== undefined,
    now: wallMs,
  });
  log.info('app', `Upcast ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform}`);

  const engine = new EngineSupervisor({
    enginePath: paths.engine,
    environment: environment.childEnvironment,
    logLevel: environment.isDebug ? 'debug' : 'info',
    now: () => time.now(),
    onLog: (level, text) => log.write(level, 'engine', text),
    clean: (text) => register.clean(text),
  });
  engine.start();
  // The window, which runs once, owns what is saved; a `live` may run beside it, and others beside that.
  const { settings, secrets } = await openSaved({
    folder: userData,
    keychain: systemKeychain(process.platform),
    now: wallMs,
    isReadOnly: live !== undefined,
  });
  const { destinationStore, startProblems } = await openDestinations({
    ...{ settings, secrets, register, log },
    isReadOnly: live !== undefined,
  });
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
    onFailed: (error) => log.error('encoders', 'what was found was not kept', error),
  });
  const presets = new PresetController({
    destinationStore,
    register,
    read: createPresetReader({ workerPath: paths.presetWorker }),
    chooseFile: async () => await choosePresetFile(window),
    chooseTarget: async (name) => await choosePresetTarget(window, name),
  });
  const pastStreams = new PastStreamStore({
    folder: join(userData, 'past-streams'),
    onUnreadable: (id, error) => log.warn('report', `${id} cannot be read: ${toAppError(error).message}`),
  });
  const screens = new Screens(environment);
  const recordings = new Recordings({ settings, defaultFolder: () => app.getPath('videos'), now: wallMs });

  const ffmpeg = new FfmpegFinder(
    {
      chosenPath: environment.ffmpegPath,
      resourcesFolder: process.resourcesPath,
      distFolder: paths.distFolder,
      searchPath: environment.path,
      environment: environment.childEnvironment,
      platform: process.platform,
      onRejected: (text) => log.warn('ffmpeg', text),
    },
    (found) => {
      engine.configure(found?.path ?? '');
      void encoders.useFfmpeg(found);
    },
  );
  const ffmpegSought = ffmpeg.find();

  let window: BrowserWindow | undefined;
  let liveRun: LiveRun | undefined;
  const contents = (): Electron.WebContents | undefined =>
    window?.isDestroyed() === false ? window.webContents : undefined;
  const wakeLock = new WakeLock();

  const capture = new CaptureWatch();
  let liveDestinations: readonly DestinationWithSecrets[] = [];
  const commands = new CommandRunner({
    session,
    settings,
    destinationStore,
    recordings,
    plan:
      live === undefined
        ? savedPlan({
            ...{ settings, destinationStore, recordings, recordingPath, capture },
            needFfmpeg: async () => void (await ffmpeg.need()),
          })
        : livePlan(live, () => liveDestinations, recordingPath),
    clean: (text) => register.clean(text),
    onFailed: (command, error) => log.warn('studio', `${command}: ${error.code} ${error.message}`),
  });
  let remoteRequests = 0;
  const remote = new RemoteController({
    settings,
    secrets,
    register,
    mayOpen: live === undefined,
    state: () => buildState(session.snapshot, destinationStore.view().destinations, session.lastSample),
    run: async (command) => {
      log.info('remote', command.type);
      remoteRequests += 1;
      const answer = await commands.run({ requestId: `remote-${remoteRequests}`, command });
      if (!answer.isDone) throw new AppError(answer.error.code, answer.error.details);
    },
    onFailed: (error) => log.error('remote', 'remote control', error),
  });

  const handlers = buildHandlers({
    facts: async () => {
      const found = await ffmpeg.find();
      return {
        version: app.getVersion(),
        platform: process.platform,
        hasKeychain: secrets.hasKeychain,
        oldRuntime: findOldRuntime(),
        startProblems: startProblems.map((problem) => problem.toRecord()),
        ffmpeg: found,
        live: live === undefined ? undefined : captureOf(live),
      };
    },
    settings,
    destinationStore,
    presets,
    remote,
    commands,
    session,
    tests,
    encoders,
    relays: new Relays({ destinationStore, settings, window: () => window }),
    screens,
    recordings,
    pastStreams,
    window: () => window,
    onCaptureReport: (report) => capture.set(report),
    connectMedia: () => {
      const own = contents();
      if (own !== undefined) engine.connectMedia(own);
    },
    onMediaWarning: (code) => liveRun?.mediaWarning(code),
  });
  routeInvokes({
    handlers,
    ownContents: contents,
    clean: (text) => register.clean(text),
    onRefused: (text) => log.warn('ipc', `refused ${text}`),
    onFailed: (channel, error) => log.error('ipc', channel, error),
  });

  protectSecretFrames(() => window);

  const keepAwake = (): void =>
    wakeLock.follow(session.snapshot, (live?.source ?? videoInputOf(settings.get().studio)).type);
  publishSession({ session, remote, pastStreams, log, keepAwake, contents });
  session.onReport.on((report) => sendEvent(contents(), 'engine:report', report));
  tests.onProgress.on((test) => sendEvent(contents(), 'destination:test', test));
  remote.onChange.on((status) => sendEvent(contents(), 'remote:changed', status));
  encoders.onChange.on((list) => sendEvent(contents(), 'encoders:changed', list));
  settings.onChange.on((next) => {
    keepAwake();
    sendEvent(contents(), 'settings:changed', destinationStore.view(next));
  });
  engine.onMessage.on((message) => {
    if (message.type === 'log') log.write(message.level, message.area, message.text);
  });
  engine.onExit.on((error) => {
    log.error('engine', `exited with code ${String(error.details['exitCode'])}`);
    sendEvent(contents(), 'engine:exited', error);
  });

  const onDenied = (text: string): void => log.warn('security', text);
  lockNavigation(onDenied);
  await closeNetwork(electronSession.defaultSession, onDenied);
  guardPermissions(electronSession.defaultSession, onDenied);
  screens.answerCaptures(electronSession.defaultSession, onDenied);
  serveApp(electronSession.defaultSession, paths.renderer);
  installMenu(process.platform, environment.mayOpenDevTools);
  const power = watchPower({
    onSuspend: () => log.info('power', 'going to sleep'),
    onResume: () => {
      log.info('power', 'awake again');
      engine.send({ type: 'networkChanged' });
    },
  });

  const shutdown = new Shutdown({
    session,
    drainMs: () => settings.get().drainSeconds * 1000,
    shutDown: async () => {
      power.dispose();
      encoders.dispose();
      await remote.close();
      await settings.flush();
      await pastStreams.settle();
      await engine.end();
    },
    onRefused: (text) => log.warn('app', `while ending: ${text}`),
    onFailed: (error) => {
      log.error('app', 'while ending', error);
      app.exit(1);
    },
  });
  faults.arm({
    report: (error) => {
      log.error('app', 'an error that nobody caught', toAppError(error));
      log.flush();
    },
    finish: async () => await shutdown.finish(),
    notify: async () => {
      if (live === undefined) await showFault();
    },
  });

  window = openWindow({
    preloadPath: paths.preload,
    theme: settings.get().theme,
    isHidden: live !== undefined,
    mayOpenDevTools: environment.mayOpenDevTools,
  });
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) capture.set(undefined);
  });
  followShown(window, (isShown) => sendEvent(contents(), 'window:shown', isShown));
  watchWindow({
    window,
    log: (level, text) => log.write(level, 'window', text),
    onLost: () => {
      capture.set(undefined);
      liveRun?.windowLost(texts.live.captureGone);
      return liveRun !== undefined;
    },
    isOnAir: () => session.isOnAir,
    end: () => void shutdown.end(1),
  });
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });

  if (live === undefined) {
    shutdown.guard(window);
    pastStreams
      .tidy()
      .catch((error: unknown) => log.error('report', 'what was deleted is still there', toAppError(error)));
    await loadApp(window);
    return;
  }

  await ffmpegSought;
  liveDestinations = await prepareDestinations(live, destinationStore, register, environment.proxyVariables);
  liveRun = startLive({ options: live, session, commands, secrets: register, engine, capture, window });
  await shutdown.end(await liveRun.result());
}
