/** What must not sleep meanwhile. Pure. */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';

/** `display` keeps the computer awake too. */
export type KeptAwake = 'nothing' | 'computer' | 'display';

/**
 * The computer while on air or until a recording is whole; its display too while somebody looks at it, or a screen is captured: one that
 * sleeps or locks shows nothing.
 */
export function keptAwakeFor(
  { broadcast, recorder }: Pick<EngineSnapshot, 'broadcast' | 'recorder'>,
  isDisplayNeeded: boolean,
): KeptAwake {
  if (broadcast.phase === 'idle' && !isRecorderBusy(recorder)) return 'nothing';
  const isShown = broadcast.phase !== 'idle' || recorder.phase === 'recording';
  return isDisplayNeeded && isShown ? 'display' : 'computer';
}

/** How the app runs. */
export interface Attendance {
  /** Nobody is at the computer: a `live` from a terminal. */
  readonly isUnattended: boolean;
  /** A `live` that sends a file. */
  readonly isFile: boolean;
}

/** A broadcaster looks at the picture, the graph and the messages; `live` needs a display for the screens of its studio alone, in whichever scene. */
export function isDisplayNeeded(
  { isUnattended, isFile }: Attendance,
  { sources }: Pick<StudioDocument, 'sources'>,
): boolean {
  return !isUnattended || (!isFile && sources.some(({ input }) => input.type === 'screen'));
}
