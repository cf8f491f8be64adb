/** What must not sleep meanwhile. Pure. */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';

/** `display` keeps the computer awake too. */
export type KeptAwake = 'nothing' | 'computer' | 'display';

/**
 * The computer while on air or until a recording is whole; its display too where the studio has a screen or window, in whichever scene: a
 * display that sleeps or locks shows nothing once that scene is on air.
 */
export function keptAwakeFor(
  { broadcast, recorder }: Pick<EngineSnapshot, 'broadcast' | 'recorder'>,
  hasScreen: boolean,
): KeptAwake {
  if (broadcast.phase === 'idle' && !isRecorderBusy(recorder)) return 'nothing';
  const isShown = broadcast.phase !== 'idle' || recorder.phase === 'recording';
  return hasScreen && isShown ? 'display' : 'computer';
}

export function hasScreen({ sources }: StudioDocument): boolean {
  return sources.some(({ input }) => input.type === 'screen');
}
