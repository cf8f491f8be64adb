/** Remembers where the window was, in a file of its own: read before it opens, written once it has stood still for a moment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { TaskQueue } from '../../../shared/task-queue.ts';
import { writeFileAtomically } from '../../settings/atomic-file.ts';
import { readPlace } from './window-place.ts';
import type { WindowPlace } from './window-place.ts';

const FILE_NAME = 'window.json';
const STILL_MS = 500;

export type PlacedWindow = Pick<BrowserWindow, 'on' | 'isDestroyed' | 'getNormalBounds' | 'isMaximized'>;

export class WindowPlaceStore {
  readonly #path: string;
  readonly #onFailed: (error: unknown) => void;
  readonly #writes = new TaskQueue();
  #timer: NodeJS.Timeout | undefined;
  /** Not written yet. */
  #unwritten: WindowPlace | undefined;

  constructor(folder: string, onFailed: (error: unknown) => void) {
    this.#path = join(folder, FILE_NAME);
    this.#onFailed = onFailed;
  }

  /** Undefined at the first start, and where the file is no place. */
  read(): WindowPlace | undefined {
    try {
      return readPlace(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return undefined;
    }
  }

  follow(window: PlacedWindow): void {
    const note = (): void => {
      if (window.isDestroyed()) return;
      this.#unwritten = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#write(), STILL_MS);
    };
    window.on('resize', note);
    window.on('move', note);
    window.on('maximize', note);
    window.on('unmaximize', note);
  }

  /** Resolves when the newest place is written. */
  async flush(): Promise<void> {
    this.#write();
    await this.#writes.settle();
  }

  #write(): void {
    clearTimeout(this.#timer);
    const place = this.#unwritten;
    if (place === undefined) return;
    this.#unwritten = undefined;
    const write = (): Promise<void> => writeFileAtomically(this.#path, `${JSON.stringify(place)}\n`);
    this.#writes.run(write).catch(this.#onFailed);
  }
}
