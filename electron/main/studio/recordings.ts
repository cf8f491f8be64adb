/** Where recordings go and what they are called. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withReason } from '../../../shared/errors/error-reasons.ts';
import {
  DEFAULT_RECORDING_PATTERN,
  isPartOf,
  recordingFileName,
} from '../../../shared/broadcast/recording-name.ts';
import { outputEncodingOf } from '../../../shared/studio/document.ts';
import { recordedTracksOf } from '../../../shared/studio/mixer/recorded-tracks.ts';
import type { RecordingPlan } from '../../../shared/ipc/engine-control.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';

/** Recordings whose file can be shown; the window offers the last one. */
const MAX_PLANNED = 20;

export interface RecordingsOptions {
  readonly settings: SettingsStore;
  /** The system's folder for videos. */
  readonly defaultFolder: () => string;
  /** Shows a file in the system's file manager. */
  readonly showFile: (path: string) => void;
  /** Asks for a folder, beginning at one; undefined when the person chose none. */
  readonly chooseFolder: (from: string) => Promise<string | undefined>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export class Recordings {
  readonly #options: RecordingsOptions;
  /** Paths that were given out, the newest last: no other file is shown on the engine's word. */
  #planned: readonly string[] = [];

  constructor(options: RecordingsOptions) {
    this.#options = options;
  }

  /** A file named as the user wants it, in a folder that exists. @throws AppError `record/cannot-write`. */
  async next(): Promise<RecordingPlan> {
    const { recordingFolder, recordingPattern, recordingFormat, recordingSplit, studio } =
      this.#options.settings.get();
    const folder = recordingFolder ?? this.#options.defaultFolder();
    try {
      await mkdir(folder, { recursive: true });
    } catch (error) {
      throw withReason('record/cannot-write', 'recordingFolderFailed', { folder }, error);
    }
    const { id: encodingId, profile } = outputEncodingOf(studio);
    const name = recordingFileName(
      recordingPattern ?? DEFAULT_RECORDING_PATTERN,
      new Date(this.#options.now()),
      profile,
      recordingFormat,
    );
    const path = join(folder, name);
    this.#planned = [...this.#planned, path].slice(-MAX_PLANNED);
    const tracks = recordedTracksOf(studio);
    return { encodingId, path, split: recordingSplit ?? { by: 'never' }, tracks };
  }

  /** Shows a recording of this run in the system's file manager. */
  show(path: string | undefined): void {
    if (path !== undefined && this.#planned.some((planned) => isPartOf(planned, path)))
      this.#options.showFile(path);
  }

  async chooseFolder(): Promise<{ folder: string } | undefined> {
    const { settings, defaultFolder } = this.#options;
    const folder = await this.#options.chooseFolder(settings.get().recordingFolder ?? defaultFolder());
    if (folder === undefined) return undefined;
    await this.#options.settings.update((settings) => ({ ...settings, recordingFolder: folder }));
    return { folder };
  }
}
