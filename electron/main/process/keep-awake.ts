/** What must not sleep meanwhile. Pure. */
import { isRecorderBusy } from '../../../shared/broadcast/state.ts';
import type { EngineSnapshot } from '../../../shared/broadcast/state.ts';
import type { SourceChoice } from '../../../shared/studio/inputs.ts';

/** What the picture comes from; `live` plays files too. */
export type SourceType = SourceChoice['type'] | 'file';

/** `display` keeps the computer awake too. */
export type KeptAwake = 'nothing' | 'computer' | 'display';

/** The computer while on air or until a recording is whole; its display too while viewers see a screen. */
export function keptAwakeFor(
  { broadcast, recorder }: Pick<EngineSnapshot, 'broadcast' | 'recorder'>,
  source: SourceType,
): KeptAwake {
  if (broadcast.phase === 'idle' && !isRecorderBusy(recorder)) return 'nothing';
  const isShown = broadcast.phase !== 'idle' || recorder.phase === 'recording';
  return source === 'screen' && isShown ? 'display' : 'computer';
}
