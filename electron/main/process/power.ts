/** Sleep and waking: a network that was away is tried again at once when the machine comes back. */
import { powerMonitor, powerSaveBlocker } from 'electron';
import { DisposableStore } from '../../../shared/disposable.ts';
import type { Disposable } from '../../../shared/disposable.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { keptAwakeFor } from './keep-awake.ts';
import type { KeptAwake } from './keep-awake.ts';

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

const blockers = { computer: 'prevent-app-suspension', display: 'prevent-display-sleep' } as const;

/** Keeps the computer awake while on air or recording, and its display where it is needed: neither sleeps nor locks. */
export class WakeLock {
  #kept: KeptAwake = 'nothing';
  #id: number | undefined;

  follow(snapshot: EngineSnapshot, isDisplayNeeded: boolean): void {
    this.#keep(keptAwakeFor(snapshot, isDisplayNeeded));
  }

  #keep(what: KeptAwake): void {
    if (what === this.#kept) return;
    const before = this.#id;
    this.#kept = what;
    this.#id = what === 'nothing' ? undefined : powerSaveBlocker.start(blockers[what]);
    if (before !== undefined) powerSaveBlocker.stop(before);
  }
}
