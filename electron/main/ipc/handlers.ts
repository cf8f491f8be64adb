/** What each channel of the contract does. Thin: every handler hands over to the one who owns the matter. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, clipboard, dialog, nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Encoders } from '../media-tools/encoders.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import type { DestinationTests } from '../destinations/destination-tests.ts';
import type { Relays } from '../relay/relays.ts';
import type { CollectionTransfer } from '../collections/collection-transfer.ts';
import { listCollections } from '../collections/run-collection-command.ts';
import type { DiagnosticsSaver } from '../diagnostics/diagnostics-saver.ts';
import type { PresetController } from '../destinations/preset-controller.ts';
import type { PastStreamStore } from '../studio/past-stream-store.ts';
import type { Recordings } from '../studio/recordings.ts';
import type { RemoteController } from '../remote/remote-controller.ts';
import type { CommandRunner } from '../studio/command-runner.ts';
import type { FileChooser } from '../source-files/choose-files.ts';
import type { SourceFiles } from '../source-files/source-files.ts';
import type { PageForm } from '../page-sources/page-form.ts';
import type { PageSources } from '../page-sources/page-sources.ts';
import type { MediaAccess } from '../desktop/media-access.ts';
import type { Screens } from '../screens/screens.ts';
import { restartAudioService } from '../sound/audio-service.ts';
import { chooseSound } from '../sound/captured-sound.ts';
import type { PageReport } from '../self-test/page-report.ts';
import type { MuteKeys } from '../sound/mute-keys.ts';
import type { CaptureReport } from '../../../shared/studio/readiness.ts';
import { askToTrust } from '../destinations/ask-to-trust.ts';
import { askToUseProxy } from '../proxy/ask-to-use-proxy.ts';
import type { Handlers } from './router.ts';
import { listDisplays } from '../window/projectors.ts';
import type { Updates } from '../updates/updates.ts';
import { isWindowShown } from '../window/window-shown.ts';

export interface HandlerServices {
  readonly facts: () => Promise<AppFacts>;
  readonly settings: SettingsStore;
  readonly destinationStore: DestinationStore;
  readonly presets: PresetController;
  readonly session: BroadcastSession;
  readonly tests: DestinationTests;
  readonly encoders: Encoders;
  readonly relays: Relays;
  readonly remote: RemoteController;
  readonly commands: CommandRunner;
  readonly screens: Screens;
  readonly access: MediaAccess;
  readonly sourceFiles: SourceFiles;
  readonly fileChooser: FileChooser;
  readonly transfer: CollectionTransfer;
  readonly pages: PageSources;
  readonly pageForm: PageForm;
  readonly recordings: Recordings;
  readonly muteKeys: MuteKeys;
  readonly usualSpeakers: () => Promise<string | undefined>;
  readonly pastStreams: PastStreamStore;
  readonly diagnostics: DiagnosticsSaver;
  readonly pageReport: PageReport;
  readonly updates: Updates;
  readonly restart: () => Promise<void>;
  readonly window: () => BrowserWindow | undefined;
  readonly connectMedia: () => void;
  readonly onCaptureReport: (report: CaptureReport) => void;
  /** In live mode: capture told something before or while live. */
  readonly onMediaWarning: (code: ErrorCode) => void;
}

export function buildHandlers(services: HandlerServices): Handlers {
  const { settings, destinationStore, session, presets, remote } = services;
  return {
    'app:facts': async () => await services.facts(),
    'settings:get': () => destinationStore.view(),
    'settings:update': async (change) => {
      const defined = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const next = await settings.update((current) => ({ ...current, ...defined }));
      nativeTheme.themeSource = next.theme;
      return destinationStore.view(next);
    },
    'destination:save': async ({ destination, ...typed }) => await destinationStore.save(destination, typed),
    'destination:duplicate': async ({ id }) => await destinationStore.duplicate(id),
    'destination:trustHost': async ({ id, host }) => {
      const views = session.snapshot.destinations;
      const allowedUrl = await askToTrust(services.window(), destinationStore.view(), views, { id, host });
      if (allowedUrl !== undefined) await destinationStore.trustHost(id, allowedUrl, host);
      return { isTrusted: allowedUrl !== undefined };
    },
    'proxy:save': async ({ proxy: choice, password }) => {
      const proxy = choice.mode === 'none' ? undefined : choice;
      const isSaved = await askToUseProxy(services.window(), destinationStore.view().proxy, proxy);
      if (isSaved) await destinationStore.defaultProxy.save(proxy, password);
      return { isSaved };
    },
    'destination:delete': async ({ id }) => await destinationStore.delete(id),
    'destination:restore': async ({ id }) => await destinationStore.restore(id),
    'destination:reorder': async ({ ids }) => await destinationStore.reorder(ids),
    'destination:startTest': async ({ id, mayPublish }) => await services.tests.start(id, mayPublish),
    'destination:cancelTest': () => services.tests.cancel(),
    'relay:write': async (request) => await services.relays.write(request),
    'relay:use': async () => await services.relays.use(),
    'relay:status': async () => await services.relays.status(),
    'presets:openFile': async () => await presets.openFile(),
    'presets:unlock': async ({ passphrase }) => await presets.unlock(passphrase),
    'presets:add': async ({ chosen }) => await presets.add(chosen),
    'presets:discard': () => presets.discard(),
    'presets:undo': async ({ ids }) => await presets.undo(ids),
    'presets:export': async ({ ids, passphrase }) => await presets.export(ids, passphrase),
    'studio:run': async (request) => await services.commands.run(request),
    'sourceFiles:chooseImage': async (target) => await services.fileChooser.chooseImage(target),
    'sourceFiles:chooseText': async ({ sourceId }) => await services.fileChooser.chooseText(sourceId),
    'sourceFiles:chooseMedia': async (target) => await services.fileChooser.chooseMedia(target),
    'sourceFiles:chooseSlides': async (target) => await services.fileChooser.chooseSlides(target),
    'sourceFiles:chooseForFilter': async ({ filterId }) =>
      await services.fileChooser.chooseForFilter(filterId),
    'sourceFiles:chooseStinger': async (target) => await services.fileChooser.chooseStinger(target),
    'sourceFiles:read': async (place) => await services.sourceFiles.read(place),
    'collections:list': async () => await listCollections(settings),
    'collections:export': async ({ collectionId }) => await services.transfer.export(collectionId),
    'collections:findObs': async () => await services.transfer.find(),
    'collections:openImport': async ({ index }) => await services.transfer.open(index),
    'collections:locate': async () => await services.transfer.locate(),
    'collections:import': async ({ devices }) => await services.transfer.import(devices),
    'collections:cancelTransfer': () => services.transfer.cancel(),
    'collections:discardImport': () => services.transfer.discard(),
    'pages:save': async (typed) => await services.pageForm.save(typed),
    'pages:read': ({ sourceId }) => services.pageForm.read(sourceId),
    'pages:connect': ({ sourceId }) => services.pages.connect(sourceId),
    'pages:reload': ({ sourceId }) => services.pages.reload(sourceId),
    'pages:interact': ({ sourceId }) => services.pages.interact(sourceId),
    'capture:report': (report) => services.onCaptureReport(report),
    'encoders:list': () => services.encoders.list,
    'encoders:probeFirst': () => services.encoders.probeFirst(),
    'encoders:probe': () => services.encoders.probe(),
    'recording:show': () => services.recordings.show(session.snapshot.recorder.path),
    'recording:chooseFolder': async () => await services.recordings.chooseFolder(),
    'displays:list': () => listDisplays(),
    'screens:list': async () => await services.screens.list(),
    'screens:choose': async (wanted) => await services.screens.choose(wanted),
    'sound:choose': (wanted) =>
      chooseSound(wanted, {
        windowFrame: () => services.window()?.webContents.mainFrame,
        pageFrame: (sourceId) => services.pages.frameOf(sourceId),
        ...{ platform: process.platform, version: process.versions.electron },
        arm: (streams) => services.screens.armSound(streams),
      }),
    'sound:speakers': async () => await services.usualSpeakers(),
    'permission:request': async ({ kind }) => ({ isGranted: await services.access.ask(kind) }),
    'permission:openSettings': async ({ kind }) => await services.access.openSettings(kind),
    'permission:restart': async () => await services.restart(),
    'media:requestPort': () => services.connectMedia(),
    'media:warning': (error) => {
      session.warn(error);
      services.onMediaWarning(error.code);
    },
    'keys:refused': () => services.muteKeys.refused,
    'media:restartAudio': () => restartAudioService(),
    'window:isShown': () => isWindowShown(services.window()),
    'engine:snapshot': () => session.snapshot,
    'engine:history': () => session.history(),
    'pastStreams:list': async () => await services.pastStreams.list(),
    'pastStreams:open': async ({ id }) => await services.pastStreams.open(id),
    'pastStreams:delete': async ({ id }) => await services.pastStreams.delete(id),
    'pastStreams:restore': async ({ id }) => await services.pastStreams.restore(id),
    'remote:status': () => remote.status,
    'remote:showToken': async () => await remote.token(),
    'remote:copyToken': async () => clipboard.writeText(await remote.token()),
    'remote:newToken': async () => await remote.renewToken(),
    'rehearsal:lastReport': () => session.lastReport,
    'diagnostics:save': async () => await services.diagnostics.save(),
    'selfTest:plan': () => services.pageReport.plan(),
    'selfTest:report': (rows) => services.pageReport.report(rows),
    'update:get': () => services.updates.view(),
    'update:check': async () => await services.updates.check(),
    'update:install': async () => await services.updates.install(),
    'export:save': async (request) => await saveExport(services.window(), request),
  };
}

interface ExportRequest {
  readonly suggestedName: string;
  readonly kind: 'csv' | 'json' | 'png';
  readonly content: string;
}

/** The person chooses where; the window never names a path. */
async function saveExport(
  window: BrowserWindow | undefined,
  request: ExportRequest,
): Promise<{ isSaved: boolean }> {
  const name = request.suggestedName.replace(/[/\\:*?"<>|]/g, '-');
  const options = {
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: request.kind.toUpperCase(), extensions: [request.kind] }],
  };
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  if (canceled || filePath === '') return { isSaved: false };
  try {
    await writeFile(
      filePath,
      request.kind === 'png' ? Buffer.from(request.content, 'base64') : request.content,
    );
  } catch (error) {
    throw withReason('settings/write-failed', 'fileNotSaved', {}, error);
  }
  return { isSaved: true };
}
