/** Which speakers the headphones' mix goes to. Never to others than the chosen ones, and never to what is being captured. Pure. */
import { AppError } from '../../../../shared/errors/app-error.ts';
import { texts } from '../../../../shared/text/text.ts';

/** What `enumerateDevices` tells of an output. */
export interface FoundSpeakers {
  readonly deviceId: string;
  readonly label: string;
  readonly groupId: string;
}

/** Chromium's name of the output that is usual on the system. */
const DEFAULT_ID = 'default';

/**
 * @param wanted the system's usual output when absent. @param isComputerHeard what is played there is a sound of the program.
 * @returns the id for `setSinkId`.
 * @throws AppError `capture/no-speakers`, `capture/monitor-loop`
 */
export function findSpeakers(
  wanted: { readonly deviceId: string; readonly label: string } | undefined,
  devices: readonly FoundSpeakers[],
  isComputerHeard: boolean,
): string {
  const usual = devices.find(({ deviceId }) => deviceId === DEFAULT_ID);
  if (wanted === undefined || wanted.deviceId === DEFAULT_ID) {
    if (isComputerHeard) throw new AppError('capture/monitor-loop');
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
  if (isComputerHeard && found.groupId === usual?.groupId) throw new AppError('capture/monitor-loop');
  return found.deviceId;
}
