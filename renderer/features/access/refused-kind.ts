/** What the system refuses, where it has a page on which a person allows it. Pure. */
import type { ErrorRecord } from '../../../shared/errors/app-error.ts';
import type { InvokeInput } from '../../../shared/ipc/contract.ts';

type AccessKind = InvokeInput<'permission:openSettings'>['kind'];

const pages: ReadonlyMap<unknown, readonly AccessKind[]> = new Map<unknown, readonly AccessKind[]>([
  ['mac', ['camera', 'microphone', 'screen']],
  ['windows', ['camera', 'microphone']],
]);

export function refusedKind(error: ErrorRecord | undefined): AccessKind | undefined {
  if (error?.code !== 'capture/permission-denied') return undefined;
  const { kind, system } = error.details;
  return pages.get(system)?.find((each) => each === kind);
}

/** macOS tells a running program nothing of a screen that it may capture since. */
export function wantsRestart(error: ErrorRecord | undefined): boolean {
  return error?.details['system'] === 'mac' && refusedKind(error) === 'screen';
}
