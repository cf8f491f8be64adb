/** The course of an update: a pure reducer. Main holds the state, the window shows it. */
import type { ErrorRecord } from '../errors/app-error.ts';

export const updateChannels = ['stable', 'beta'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/** What this copy of Upcast was installed as. Of the last ones another program brings a newer version. */
export type PackageKind = 'installer' | 'mac' | 'appimage' | 'deb' | 'rpm' | 'flatpak' | 'snap' | 'folder';

export interface FoundUpdate {
  readonly version: string;
  /** What's new, as plain text. */
  readonly notes: string;
}

export type UpdateState =
  /** A build that looks for no updates. */
  | { readonly phase: 'off' }
  /** `isNewest` once a look has said so. */
  | { readonly phase: 'idle'; readonly isNewest: boolean }
  | { readonly phase: 'checking' }
  /** Of a package that another program updates. */
  | { readonly phase: 'available'; readonly update: FoundUpdate }
  /** Waits until nothing is on air or recorded. */
  | { readonly phase: 'waiting'; readonly update: FoundUpdate }
  | { readonly phase: 'downloading'; readonly update: FoundUpdate; readonly percent: number }
  /** Downloaded and verified: a restart installs it. */
  | { readonly phase: 'ready'; readonly update: FoundUpdate }
  | { readonly phase: 'installing'; readonly update: FoundUpdate }
  | { readonly phase: 'failed'; readonly error: ErrorRecord };

export type UpdateEvent =
  | { readonly type: 'checkStarted' }
  | { readonly type: 'newest' }
  | {
      readonly type: 'found';
      readonly update: FoundUpdate;
      readonly canInstall: boolean;
      readonly isBusy: boolean;
    }
  | { readonly type: 'becameBusy' }
  | { readonly type: 'downloadStarted' }
  | { readonly type: 'progress'; readonly percent: number }
  | { readonly type: 'downloaded' }
  | { readonly type: 'installStarted' }
  | { readonly type: 'failed'; readonly error: ErrorRecord };

/** What an event doesn't fit changes nothing. */
export function reduceUpdate(state: UpdateState, event: UpdateEvent): UpdateState {
  if (state.phase === 'off') return state;
  switch (event.type) {
    case 'checkStarted':
      return mayCheck(state) ? { phase: 'checking' } : state;
    case 'newest':
      return state.phase === 'checking' ? { phase: 'idle', isNewest: true } : state;
    case 'found': {
      if (state.phase !== 'checking') return state;
      const { update } = event;
      if (!event.canInstall) return { phase: 'available', update };
      return event.isBusy ? { phase: 'waiting', update } : { phase: 'downloading', update, percent: 0 };
    }
    case 'becameBusy':
      return state.phase === 'downloading' ? { phase: 'waiting', update: state.update } : state;
    case 'downloadStarted':
      return state.phase === 'waiting' ? { phase: 'downloading', update: state.update, percent: 0 } : state;
    case 'progress':
      return state.phase === 'downloading' ? { ...state, percent: event.percent } : state;
    case 'downloaded':
      return state.phase === 'downloading' ? { phase: 'ready', update: state.update } : state;
    case 'installStarted':
      return state.phase === 'ready' ? { phase: 'installing', update: state.update } : state;
    case 'failed':
      return state.phase === 'ready' ? state : { phase: 'failed', error: event.error };
  }
}

/** One that is under way, or done, is not begun anew. */
export function mayCheck({ phase }: UpdateState): boolean {
  return phase === 'idle' || phase === 'failed' || phase === 'available';
}

/** What the window shows. */
export interface UpdateView {
  readonly version: string;
  readonly kind: PackageKind;
  readonly state: UpdateState;
  /** Since the version before this one: told once, at the first start of a new version. */
  readonly installed: InstalledUpdate | undefined;
}

export interface InstalledUpdate {
  readonly from: string;
  readonly notes: string;
}
