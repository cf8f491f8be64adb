/** Tells main what capture ran into, so that it becomes an event of the broadcast. */
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { UpcastBridge } from '../../../shared/ipc/contract.ts';

export function warn(bridge: UpcastBridge, error: AppError): void {
  void bridge.invoke('media:warning', error.toRecord());
}
