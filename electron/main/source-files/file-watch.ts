/**
 * Notices that files were replaced, written to, renamed, deleted or are back, by looking at them again and again: notices of the system
 * come from no network drive, and end with the folder. Tells of a change once the file stood still from one look to the next.
 */

interface Watched {
  /** What its reader has seen. */
  known: string;
  /** Another stamp that the last look gave. */
  changed: string | undefined;
  isLookedAt: boolean;
}

export interface FileWatchParts {
  /** Another text for another state of the file. Doesn't reject. */
  stampOf(path: string): Promise<string>;
  onChange(path: string): void;
}

export class FileWatch {
  readonly #parts: FileWatchParts;
  readonly #files = new Map<string, Watched>();

  constructor(parts: FileWatchParts) {
    this.#parts = parts;
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** @param stamp of the file as it was read, or couldn't be. */
  follow(path: string, stamp: string): void {
    this.#files.set(path, { known: stamp, changed: undefined, isLookedAt: false });
  }

  forget(path: string): void {
    this.#files.delete(path);
  }

  /** Looks at each file once. One that still waits for its drive is left alone. */
  async look(): Promise<void> {
    await Promise.all([...this.#files].map(async ([path, watched]) => await this.#lookAt(path, watched)));
  }

  async #lookAt(path: string, watched: Watched): Promise<void> {
    if (watched.isLookedAt) return;
    watched.isLookedAt = true;
    const stamp = await this.#parts.stampOf(path);
    watched.isLookedAt = false;
    // It was read anew meanwhile, or isn't wanted any more.
    if (this.#files.get(path) !== watched) return;
    if (stamp === watched.known) watched.changed = undefined;
    else if (stamp !== watched.changed) watched.changed = stamp;
    else {
      watched.known = stamp;
      watched.changed = undefined;
      this.#parts.onChange(path);
    }
  }
}
