/** Updates as the window sees them: the controller with the feed of this package, and what the start before was updated from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { Emitter } from '../../../shared/emitter.ts';
import { toAppError } from '../../../shared/errors/app-error.ts';
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { InstalledUpdate, PackageKind, UpdateView } from '../../../shared/updates/update-state.ts';
import type { Logger } from '../../log/logger.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { readBuildKind, readUpdateKey } from '../process/build-facts.ts';
import type { BroadcastSession } from '../studio/broadcast-session.ts';
import { ElectronUpdateSource } from './electron-update-source.ts';
import { loadUpdater } from './load-updater.ts';
import { feedUrlOf } from './feed-config.ts';
import { feedFetcher } from './fetch-feed.ts';
import { installsItself, packageKind } from './package-kind.ts';
import type { Feed } from './read-feed.ts';
import { UpdateController } from './update-controller.ts';
import { noteUpdate, takeUpdateNote } from './update-note.ts';

export interface UpdatesOptions {
  readonly userData: string;
  readonly log: Logger;
  readonly settings: SettingsStore;
  readonly session: BroadcastSession;
  /** A `live` looks for none. */
  readonly isLive: boolean;
  /** Ends what runs and writes what is unwritten. */
  readonly finish: () => Promise<void>;
}

const usual = { channel: 'stable', isAutomatic: true } as const;

export class Updates {
  readonly onChange = new Emitter<UpdateView>();
  readonly #controller: UpdateController;
  readonly #kind: PackageKind;
  #installed: InstalledUpdate | undefined;

  constructor({ userData, log, settings, session, isLive, finish }: UpdatesOptions) {
    this.#kind = packageKind({
      ...{ platform: process.platform, variables: process.env },
      packageType: readText(join(process.resourcesPath, 'package-type'))?.trim(),
    });
    const canInstall = installsItself(this.#kind);
    const feed = isLive ? undefined : openFeed();
    const source =
      feed === undefined
        ? undefined
        : new ElectronUpdateSource({
            ...{ feed, canInstall },
            log: (level, text) => log.write(level, 'update', text),
            onInstallFailed: (error) => {
              log.error('update', 'not installed', toAppError(error));
              log.flush();
              // Everything has shut down: the version that is there starts again, and says so.
              app.relaunch();
              app.exit(1);
            },
          });
    const chosen = (): { channel: 'stable' | 'beta'; isAutomatic: boolean } =>
      settings.get().updates ?? usual;
    this.#controller = new UpdateController({
      ...{ source, canInstall },
      channel: () => chosen().channel,
      isAutomatic: () => chosen().isAutomatic,
      isBusy: () => session.isOnAir || isRecorderBusy(session.snapshot.recorder),
      prepareInstall: async (update) => {
        await settings.flush();
        noteUpdate(userData, app.getVersion(), update);
        await finish();
      },
      onFailed: (error) => log.error('update', error.code, error),
    });
    this.#controller.onChange.on(() => this.onChange.emit(this.view()));
    session.onSnapshot.on(() => this.#controller.busyChanged());
    if (source === undefined) return;
    const note = takeUpdateNote(userData, app.getVersion());
    if (note === 'notInstalled') this.#controller.installFailed();
    else this.#installed = note;
    this.#controller.start();
  }

  view(): UpdateView {
    return {
      ...{
        version: app.getVersion(),
        kind: this.#kind,
        state: this.#controller.state,
        installed: this.#installed,
      },
    };
  }

  async check(): Promise<void> {
    await this.#controller.check();
  }

  /** @throws AppError `studio/not-ready` */
  async install(): Promise<void> {
    await this.#controller.install();
  }
}

/** Undefined outside of a package, and in one without a feed or without the key that signs it. */
function openFeed(): Feed | undefined {
  const publicKey = readUpdateKey();
  const config = readText(join(process.resourcesPath, 'app-update.yml'));
  if (publicKey === undefined || config === undefined) return undefined;
  const url = feedUrlOf(config, { allowsLoopback: readBuildKind() === 'test' });
  return url === undefined ? undefined : { url, publicKey, fetch: feedFetcher(), parse: parseFeed };
}

function parseFeed(text: string): unknown {
  return loadUpdater().parseUpdateInfo(text, 'feed', new URL('file:///feed'));
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
