/** Shows outside the window that Upcast is live, and tells there what goes wrong while the window isn't in front. */
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import { noticesOf } from './stream-notices.ts';
import type { NoticedState, StreamNotice } from './stream-notices.ts';

export interface SignedDesktop {
  /** Whether the person looks at the window. */
  readonly isInFront: () => boolean;
  /** On the app's icon in the taskbar or the dock. */
  readonly setLive: (isLive: boolean) => void;
  /** Until the window is in front again. */
  readonly callAttention: () => void;
  readonly notify: (notice: StreamNotice) => void;
}

const nothing: NoticedState = { broadcast: { phase: 'idle' }, destinations: [], recorder: { phase: 'off' } };

export class DesktopSigns {
  readonly #desktop: SignedDesktop;
  #before: NoticedState = nothing;
  #isLive = false;

  constructor(desktop: SignedDesktop) {
    this.#desktop = desktop;
  }

  follow(snapshot: EngineSnapshot): void {
    const notices = noticesOf(this.#before, snapshot);
    this.#before = snapshot;
    const isLive =
      snapshot.broadcast.phase === 'live' && snapshot.destinations.some(({ kind }) => kind === 'destination');
    if (isLive !== this.#isLive) {
      this.#isLive = isLive;
      this.#desktop.setLive(isLive);
    }
    if (notices.length === 0 || this.#desktop.isInFront()) return;
    for (const notice of notices) this.#desktop.notify(notice);
    this.#desktop.callAttention();
  }
}
