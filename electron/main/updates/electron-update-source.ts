/** Updates by electron-updater, which downloads, checks the hash and installs as each system wants it. What it is told was signed. */
import { app } from 'electron';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { AppError } from '../../../shared/errors/app-error.ts';
import { systemCodeOf } from '../../../shared/errors/system-code.ts';
import type { FoundUpdate, UpdateChannel } from '../../../shared/updates/update-state.ts';
import { isNewer } from '../../../shared/updates/version.ts';
import { loadUpdater } from './load-updater.ts';
import { feedFileName } from './feed-config.ts';
import { readFeed } from './read-feed.ts';
import type { Feed } from './read-feed.ts';
import type { UpdateSource } from './update-controller.ts';

export interface ElectronUpdateOptions {
  readonly feed: Feed;
  /** False: another program installs newer versions, which are looked for all the same. */
  readonly canInstall: boolean;
  readonly log: (level: 'debug' | 'warn', text: string) => void;
  /** The new version couldn't be started: this one has shut down and ends. */
  readonly onInstallFailed: (error: unknown) => void;
}

/** What isn't what it should be, in electron-updater's words. */
const notGenuine: ReadonlySet<string> = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']);

export class ElectronUpdateSource implements UpdateSource {
  readonly #options: ElectronUpdateOptions;
  #updater: AppUpdater | undefined;
  /** Verified. */
  #info: UpdateInfo | undefined;
  /** One download at a time: the next begins once the one before has given up. */
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(options: ElectronUpdateOptions) {
    this.#options = options;
  }

  async find(channel: UpdateChannel): Promise<FoundUpdate | undefined> {
    const { feed, canInstall } = this.#options;
    const { info, notes } = await readFeed(feed, feedFileName(channel, process.platform, process.arch));
    const update = { version: info.version, notes };
    if (!isNewer(info.version, app.getVersion())) return undefined;
    if (!canInstall) return update;
    this.#info = info;
    this.#updater ??= this.#open();
    const updater = this.#updater;
    // Knows the share of computers that a new version goes to at first.
    const found = await updater.checkForUpdates();
    return found?.isUpdateAvailable === true ? update : undefined;
  }

  async download(onPercent: (percent: number) => void, signal: AbortSignal): Promise<void> {
    await this.#underWay.catch(() => undefined);
    signal.throwIfAborted();
    const updater = this.#updater;
    if (updater === undefined) throw new AppError('update/failed');
    const { CancellationToken } = loadUpdater();
    const token = new CancellationToken();
    const cancel = (): void => token.cancel();
    signal.addEventListener('abort', cancel);
    const onProgress = ({ percent }: { readonly percent: number }): void => onPercent(Math.round(percent));
    updater.on('download-progress', onProgress);
    try {
      const download = updater.downloadUpdate(token);
      this.#underWay = download;
      await download;
    } catch (error) {
      throw new AppError(
        notGenuine.has(systemCodeOf(error)) ? 'update/not-genuine' : 'update/failed',
        {},
        error,
      );
    } finally {
      updater.off('download-progress', onProgress);
      signal.removeEventListener('abort', cancel);
    }
  }

  install(): void {
    const updater = this.#updater;
    if (updater === undefined) return;
    updater.on('error', this.#options.onInstallFailed);
    // The new version starts before this one is gone.
    app.releaseSingleInstanceLock();
    updater.quitAndInstall(true, true);
  }

  #open(): AppUpdater {
    const { autoUpdater, Provider, resolveFiles } = loadUpdater();
    const { feed, log } = this.#options;
    const readInfo = (): UpdateInfo | undefined => this.#info;
    class VerifiedProvider extends Provider<UpdateInfo> {
      // Without the random number by which electron-updater would let a server tell computers apart.
      override setRequestHeaders(): void {}

      async getLatestVersion(): Promise<UpdateInfo> {
        const info = readInfo();
        if (info === undefined) throw new AppError('update/failed');
        return await Promise.resolve(info);
      }

      resolveFiles(info: UpdateInfo): ReturnType<typeof resolveFiles> {
        return resolveFiles(info, new URL(feed.url));
      }
    }
    autoUpdater.setFeedURL({ provider: 'custom', updateProvider: VerifiedProvider as never });
    autoUpdater.logger = {
      debug: (text: string) => log('debug', text),
      info: (text: string) => log('debug', text),
      warn: (text: string) => log('warn', text),
      error: (text: string) => log('warn', text),
    };
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.allowDowngrade = false;
    autoUpdater.disableWebInstaller = true;
    // The parts of a file that it would fetch are checked as a whole only: a whole file is simpler, and as safe.
    autoUpdater.disableDifferentialDownload = true;
    return autoUpdater;
  }
}
