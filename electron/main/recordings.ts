/** Where recordings go and what they are called. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { AppError } from '../../shared/errors/app-error.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

export interface RecordingsOptions {
  readonly settings: SettingsStore;
  /** The system's folder for videos. */
  readonly defaultFolder: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class Recordings {
  readonly #options: RecordingsOptions;

  constructor(options: RecordingsOptions) {
    this.#options = options;
  }

  /** A file that is named by the time, in a folder that exists. @throws AppError `record/cannot-write`. */
  async nextPath(): Promise<string> {
    const folder = this.#options.settings.get().recordingFolder ?? this.#options.defaultFolder();
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw new AppError('record/cannot-write', { message: `the folder ${folder} cannot be made` }, error);
    }
    return join(folder, recordingName(this.#options.now()));
  }

  /** Shows the file in the system's file manager. */
  show(path: string | undefined): void {
    if (path !== undefined) shell.showItemInFolder(path);
  }

  async chooseFolder(window: BrowserWindow | undefined): Promise<{ folder: string } | null> {
    const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
    const { canceled, filePaths } = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const folder = filePaths[0];
    if (canceled || folder === undefined) return null;
    await this.#options.settings.update((settings) => ({ ...settings, recordingFolder: folder }));
    return { folder };
  }
}

/** `Upcast 2026-01-31 18-05-09.mp4`, local time. */
export function recordingName(timeMs: number): string {
  const time = new Date(timeMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `Upcast ${day} ${two(time.getHours())}-${two(time.getMinutes())}-${two(time.getSeconds())}.mp4`;
}
