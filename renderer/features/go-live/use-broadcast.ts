/** Starting and ending, for the big button and the shortcuts alike. */
import { useCallback } from 'react';
import { AppError } from '../../../shared/errors/app-error.ts';
import { runOrTell, useServices } from '../../api/services.ts';

export interface StartOptions {
  /** As the window has it chosen when absent. */
  readonly isRehearsal?: boolean | undefined;
  /** Keeps trying when the first attempt fails. */
  readonly shouldRetryFirst?: boolean;
}

export interface BroadcastActions {
  /** A refusal is told in the window. */
  start(options?: StartOptions): void;
  /** The same for who wants to know. @throws AppError */
  begin(options?: StartOptions): Promise<void>;
  stop(): void;
  endNow(): void;
}

export function useBroadcast(): BroadcastActions {
  const services = useServices();
  const { client, session, settings } = services;
  const begin: BroadcastActions['begin'] = useCallback(
    async (options = {}) => {
      const { destinations, isRehearsing } = settings.store.getState();
      const isRehearsal = options.isRehearsal ?? isRehearsing;
      const destinationIds = isRehearsal
        ? []
        : destinations.filter((destination) => destination.isEnabled).map((destination) => destination.id);
      if (session.store.getState().snapshot.broadcast.phase !== 'idle') return;
      if (!isRehearsal && destinationIds.length === 0)
        throw new AppError('input/bad-option', { message: 'No destination is switched on.' });
      session.beginAnew();
      const shouldRetryFirst = options.shouldRetryFirst ?? false;
      await client.invoke('broadcast:start', { isRehearsal, destinationIds, shouldRetryFirst });
    },
    [client, session, settings],
  );
  const start: BroadcastActions['start'] = useCallback(
    (options) => runOrTell(services, begin(options)),
    [begin, services],
  );
  const stop = useCallback(() => runOrTell(services, client.invoke('broadcast:stop')), [client, services]);
  const endNow = useCallback(
    () => runOrTell(services, client.invoke('broadcast:endNow')),
    [client, services],
  );
  return { start, begin, stop, endNow };
}
