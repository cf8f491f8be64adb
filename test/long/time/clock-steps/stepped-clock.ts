/**
 * A wall clock that a proof sets for one program and its children, by Debian's libfaketime. The monotonic clock stays the system's, as
 * when NTP or a person sets the clock.
 */
import { existsSync, writeFileSync } from 'node:fs';

const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/local/lib/faketime/libfaketimeMT.so.1',
];

export class SteppedClock {
  readonly #file: string;
  readonly #library: string;
  #setBySeconds = 0;

  private constructor(library: string, file: string) {
    this.#library = library;
    this.#file = file;
    this.#write();
  }

  /** `undefined` where libfaketime isn't installed. @param file is written with each step; its folder must exist. */
  static find(file: string): SteppedClock | undefined {
    const library = LIBRARIES.find((path) => existsSync(path));
    return library === undefined ? undefined : new SteppedClock(library, file);
  }

  /** The environment of the app. */
  get env(): Readonly<Record<string, string>> {
    return {
      LD_PRELOAD: this.#library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      // Seconds until each process reads the file again.
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // With it, waits on the monotonic clock of glibc never end, and Chromium hangs.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    };
  }

  /** How far the clock is set by now, seconds. */
  get setBySeconds(): number {
    return this.#setBySeconds;
  }

  /** Each process sees it within two seconds. */
  step(seconds: number): void {
    this.#setBySeconds += seconds;
    this.#write();
  }

  #write(): void {
    writeFileSync(this.#file, `${this.#setBySeconds < 0 ? '' : '+'}${this.#setBySeconds}\n`);
  }
}
