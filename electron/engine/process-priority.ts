/** Priorities of processes. What the system doesn't let us set is left as it is, and so is a process that has ended. */
import { constants, setPriority as setOnSystem } from 'node:os';

const { PRIORITY_ABOVE_NORMAL, PRIORITY_BELOW_NORMAL } = constants.priority;

export interface PriorityParts {
  readonly platform: NodeJS.Platform;
  readonly set: (pid: number, priority: number) => void;
}

const own: PriorityParts = { platform: process.platform, set: setOnSystem };

/**
 * @param pid undefined for a process that could not be started.
 * @param which `above` is what keeps up with a game that takes every processor: Windows allows it to everybody, other systems to none.
 */
export function setPriority(
  pid: number | undefined,
  which: 'above' | 'below',
  { platform, set }: PriorityParts = own,
): void {
  if (pid === undefined || (which === 'above' && platform !== 'win32')) return;
  try {
    set(pid, which === 'above' ? PRIORITY_ABOVE_NORMAL : PRIORITY_BELOW_NORMAL);
  } catch {
    // EACCES or ESRCH.
  }
}
