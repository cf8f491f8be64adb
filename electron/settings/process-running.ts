/** Whether a process of this computer is there. */
import { systemCodeOf } from '../../shared/errors/system-code.ts';

export function isRunning(pid: number): boolean {
  try {
    // Signal 0 asks, and does nothing.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return systemCodeOf(error) === 'EPERM';
  }
}
