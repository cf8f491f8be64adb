/** Answers what the window asks. */
import { app } from 'electron';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import type { FailureFacts } from '../../../shared/ipc/app-channels.ts';
import { protectSecretFrames } from '../ipc/content-protection.ts';
import { buildHandlers } from '../ipc/handlers.ts';
import { routeInvokes } from '../ipc/router.ts';
import type { RouterOptions } from '../ipc/router.ts';
import { findOldRuntime } from '../process/build-facts.ts';
import { systemLanguage } from '../language/start-language.ts';
import { chooseFolder } from '../desktop/choose-folder.ts';
import type { PageReport } from '../self-test/page-report.ts';
import { Relays } from '../relay/relays.ts';
import { findUsualSpeakers } from '../sound/usual-speakers.ts';
import type { Updates } from '../updates/updates.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppDiagnostics } from './prepare-diagnostics.ts';
import type { AppServices } from './make-services.ts';
import { texts } from '../../../shared/text/text.ts';
import type { AppCore } from './open-core.ts';

export interface WindowParts {
  readonly slot: WindowSlot;
  readonly diagnostics: AppDiagnostics;
  readonly pageReport: PageReport;
  readonly updates: Updates;
  /** Starts the app anew. */
  readonly restart: () => Promise<void>;
}

/** For as long as the app runs. */
export function serveWindow(
  core: AppCore,
  services: AppServices,
  { slot, diagnostics, pageReport, updates, restart }: WindowParts,
  /** A warning of capture, for `live`. */
  onMediaWarning: (code: ErrorCode) => void,
): void {
  const { environment, first, settings, destinationStore, engine, register, log } = core;
  const handlers = buildHandlers({
    ...services,
    ...{ settings, destinationStore },
    ...{ diagnostics: diagnostics.saver, pageReport, updates, restart },
    facts: async () => ({ ...(await factsOf(core, services)), ...diagnostics.takeFacts() }),
    relays: new Relays({
      ...{ destinationStore, settings },
      owner: { platform: process.platform, homeFolder: app.getPath('home') },
      // Its files hold keys.
      chooseFolder: async () =>
        await chooseFolder(slot.window, { title: texts.main.relayFolderTitle, from: app.getPath('home') }),
    }),
    window: () => slot.window,
    usualSpeakers: async () =>
      await findUsualSpeakers({ platform: process.platform, environment: environment.childEnvironment }),
    onCaptureReport: (report) => services.capture.set(report),
    connectMedia: () => {
      const own = slot.contents();
      if (own !== undefined) engine.connectMedia(own);
    },
    onMediaWarning,
  });
  protectSecretFrames(() => slot.window);
  const router: RouterOptions = {
    handlers,
    ownContents: slot.contents,
    clean: (text) => register.clean(text),
    onRefused: (text) => log.warn('ipc', `refused ${text}`),
    onFailed: (channel, error) => log.error('ipc', channel, error),
  };
  routeInvokes(router, first.invokes);
}

async function factsOf(
  { environment, live, secrets, startProblems }: AppCore,
  { ffmpeg }: AppServices,
): Promise<Omit<AppFacts, keyof FailureFacts>> {
  const found = await ffmpeg.find();
  return {
    version: app.getVersion(),
    platform: process.platform,
    hasScreenDialog: environment.isWayland,
    hasKeychain: secrets.hasKeychain,
    oldRuntime: findOldRuntime(),
    startProblems: startProblems.map((problem) => problem.toRecord()),
    ffmpeg: found,
    systemLanguage: systemLanguage.tag,
    isLive: live !== undefined,
  };
}
