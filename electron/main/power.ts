/** Sleep and waking: a network that was away is tried again at once when the machine comes back. */
import { powerMonitor, powerSaveBlocker } from 'electron';
import { DisposableStore } from '../../shared/disposable.ts';
import type { Disposable } from '../../shared/disposable.ts';

export interface PowerListener {
  onSuspend(): void;
  onResume(): void;
}

/** Only after `ready`. */
export function watchPower(listener: PowerListener): Disposable {
  const store = new DisposableStore();
  const suspend = (): void => listener.onSuspend();
  const resume = (): void => listener.onResume();
  powerMonitor.on('suspend', suspend);
  store.defer(() => powerMonitor.off('suspend', suspend));
  powerMonitor.on('resume', resume);
  store.defer(() => powerMonitor.off('resume', resume));
  return store;
}

/** Keeps the machine awake while on air. */
export class WakeLock {
  #id: number | undefined;

  set(isHeld: boolean): void {
    if (isHeld && this.#id === undefined) this.#id = powerSaveBlocker.start('prevent-app-suspension');
    if (!isHeld && this.#id !== undefined) {
      powerSaveBlocker.stop(this.#id);
      this.#id = undefined;
    }
  }
}
