/** Which speakers the headphones' mix goes to. Never to others than the chosen ones, and never to what is being captured. Pure. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import { texts } from '../../../../shared/text/text.ts';

/** What `enumerateDevices` tells of an output. */
export interface FoundSpeakers {
  readonly deviceId: string;
  readonly label: string;
  readonly groupId: string;
}

/** What desktop audio captures: the output that is usual on the system. */
export interface CapturedOutput {
  /** As the sound server names it; undefined where Chromium tells, by the group. */
  readonly label: string | undefined;
}

/** Chromium's name of the output that is usual on the system; on Linux of its group as well, which then tells nothing. */
const DEFAULT_ID = 'default';

/**
 * @param wanted the system's usual output when absent. @param captured what is played there is a sound of the program; undefined while none is.
 * @returns the id for `setSinkId`.
 * @throws AppError `capture/no-speakers`, `capture/monitor-loop`
 */
export function findSpeakers(
  wanted: { readonly deviceId: string; readonly label: string } | undefined,
  devices: readonly FoundSpeakers[],
  captured: CapturedOutput | undefined,
): string {
  const usual = devices.find(({ deviceId }) => deviceId === DEFAULT_ID);
  if (wanted === undefined || wanted.deviceId === DEFAULT_ID) {
    if (captured !== undefined) throw new AppError('capture/monitor-loop');
    return '';
  }
  const named = devices.filter(({ label }) => label === wanted.label);
  const found =
    devices.find(({ deviceId, label }) => deviceId === wanted.deviceId && label === wanted.label) ??
    (named.length === 1 ? named[0] : undefined);
  if (found === undefined) {
    const { label } = wanted;
    throw new AppError('capture/no-speakers', { message: texts.capture.speakersGone(label), label });
  }
  if (captured === undefined) return found.deviceId;
  const isKnown = captured.label !== undefined || (usual !== undefined && usual.groupId !== DEFAULT_ID);
  if (!isKnown) throw new AppError('capture/monitor-loop', { isUnknown: true });
  const isCaptured =
    captured.label === undefined ? found.groupId === usual?.groupId : found.label === captured.label;
  if (isCaptured) throw new AppError('capture/monitor-loop');
  return found.deviceId;
}
