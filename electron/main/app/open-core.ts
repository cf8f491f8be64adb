/** What every service stands on: the clock, the log, the engine's process, and what is saved. */
import { uptime } from 'node:os';
import { app, safeStorage } from 'electron';
import { SteadyTime, wallMs } from '../../../shared/clock.ts';
import { mediaFilesOf } from '../../../shared/studio/files/media-files.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { Logger } from '../../log/logger.ts';
import { RunHistory } from '../../log/diagnostics/run-history.ts';
import type { SecretRegister } from '../../log/secret-register.ts';
import { openSaved } from '../../settings/open-saved.ts';
import type { SecretStore } from '../../settings/secrets.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import { systemKeychain } from '../destinations/keychain.ts';
import { openDestinations } from '../destinations/open-destinations.ts';
import { EngineSupervisor } from '../engine-process/engine-supervisor.ts';
import type { PreparedLive } from '../live/prepare-live.ts';
import type { Environment } from '../process/environment.ts';
import { paths } from '../process/paths.ts';
import { prepareRehearsalFile } from '../process/rehearsal-file.ts';
import type { FirstParts } from './open-first.ts';

export interface AppCore {
  readonly environment: Environment;
  /** Undefined where the app runs with its window. */
  readonly live: PreparedLive | undefined;
  readonly first: FirstParts;
  readonly userData: string;
  /** Of the rehearsal. */
  readonly recordingPath: string;
  /** Of the monotonic clock, for all that is measured; the wall clock is for what is shown or kept. */
  readonly time: SteadyTime;
  readonly register: SecretRegister;
  readonly log: Logger;
  /** Undefined for `live`, of which several may run. */
  readonly history: RunHistory | undefined;
  /** Of the window, it starts once the page is painted. */
  readonly engine: EngineSupervisor;
  readonly settings: SettingsStore;
  readonly secrets: SecretStore;
  readonly destinationStore: DestinationStore;
  /** What the window says at its start. */
  readonly startProblems: readonly AppError[];
}

/** Only after `ready`. */
export async function openCore({
  environment,
  live,
  first,
}: Pick<AppCore, 'environment' | 'live' | 'first'>): Promise<AppCore> {
  const time = new SteadyTime({ monotonicMs: () => performance.now(), uptimeMs: () => uptime() * 1000 });
  const { userData, register, log } = first;
  const isLive = live !== undefined;
  const recordingPath = prepareRehearsalFile(userData, isLive);
  const history = isLive
    ? undefined
    : new RunHistory({
        ...{ folder: userData, version: app.getVersion(), now: wallMs },
        onFailure: (error) => log.error('app', 'the history of runs', toAppError(error)),
      });
  const engine = new EngineSupervisor({
    enginePath: paths.engine,
    environment: environment.childEnvironment,
    logLevel: environment.isDebug ? 'debug' : 'info',
    now: () => time.now(),
    onLog: (level, text) => log.write(level, 'engine', text),
    clean: (text) => register.clean(text),
  });
  if (isLive) engine.start();
  // The window, which runs once, owns what is saved; a `live` may run beside it, and others beside that.
  const { settings, secrets } = await openSaved({
    folder: userData,
    keychain: systemKeychain(process.platform, safeStorage),
    now: wallMs,
    isReadOnly: isLive,
  });
  // In place of the saved one for this run: the file stays as it is.
  if (live !== undefined) {
    const { document: studio } = live;
    await settings.update((others) => ({ ...others, studio }));
  }
  engine.setMediaSources(mediaFilesOf(settings.get().studio));
  const { destinationStore, startProblems } = await openDestinations({
    ...{ settings, secrets, register, log },
    isReadOnly: isLive,
  });
  return {
    ...{ environment, live, first, userData, recordingPath, time, register, log, history, engine },
    ...{ settings, secrets, destinationStore, startProblems },
  };
}
