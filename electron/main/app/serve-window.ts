/** Answers what the window asks. */
import { app } from 'electron';
import type { ErrorCode } from '../../../shared/errors/error-codes.ts';
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import { protectSecretFrames } from '../ipc/content-protection.ts';
import { buildHandlers } from '../ipc/handlers.ts';
import { routeInvokes } from '../ipc/router.ts';
import { findOldRuntime } from '../process/build-facts.ts';
import { Relays } from '../relay/relays.ts';
import { findUsualSpeakers } from '../sound/usual-speakers.ts';
import type { WindowSlot } from '../window/window-slot.ts';
import type { AppServices } from './make-services.ts';
import type { AppCore } from './open-core.ts';

/** For as long as the app runs. */
export function serveWindow(
  core: AppCore,
  services: AppServices,
  slot: WindowSlot,
  /** A warning of capture, for `live`. */
  onMediaWarning: (code: ErrorCode) => void,
): void {
  const { environment, settings, destinationStore, engine, register, log } = core;
  const handlers = buildHandlers({
    ...services,
    ...{ settings, destinationStore },
    facts: async () => await factsOf(core, services),
    relays: new Relays({ destinationStore, settings, window: () => slot.window }),
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
  routeInvokes({
    handlers,
    ownContents: slot.contents,
    clean: (text) => register.clean(text),
    onRefused: (text) => log.warn('ipc', `refused ${text}`),
    onFailed: (channel, error) => log.error('ipc', channel, error),
  });
  protectSecretFrames(() => slot.window);
}

async function factsOf(
  { live, secrets, startProblems }: AppCore,
  { ffmpeg }: AppServices,
): Promise<AppFacts> {
  const found = await ffmpeg.find();
  return {
    version: app.getVersion(),
    platform: process.platform,
    hasKeychain: secrets.hasKeychain,
    oldRuntime: findOldRuntime(),
    startProblems: startProblems.map((problem) => problem.toRecord()),
    ffmpeg: found,
    isLive: live !== undefined,
  };
}
