/** Starting and ending, for the big button and the shortcuts alike. */
import { useCallback } from 'react';
import { AppError } from '../../../shared/errors/app-error.ts';
import { runOrTell, useServices } from '../../api/services.ts';

export interface BroadcastActions {
  /** `shouldRetryFirst` keeps trying when the first attempt fails. */
  start(options?: { readonly isRehearsal?: boolean; readonly shouldRetryFirst?: boolean }): void;
  stop(): void;
  endNow(): void;
}

export function useBroadcast(): BroadcastActions {
  const services = useServices();
  const { client, session, settings } = services;
  const start: BroadcastActions['start'] = useCallback(
    (options = {}) => {
      const { destinations, isRehearsing } = settings.store.getState();
      const isRehearsal = options.isRehearsal ?? isRehearsing;
      const destinationIds = isRehearsal
        ? []
        : destinations.filter((destination) => destination.isEnabled).map((destination) => destination.id);
      if (session.store.getState().snapshot.broadcast.phase !== 'idle') return;
      if (!isRehearsal && destinationIds.length === 0) {
        runOrTell(
          services,
          Promise.reject(new AppError('input/bad-option', { message: 'No destination is switched on.' })),
        );
        return;
      }
      session.beginAnew();
      const shouldRetryFirst = options.shouldRetryFirst ?? false;
      runOrTell(
        services,
        client.invoke('broadcast:start', { isRehearsal, destinationIds, shouldRetryFirst }),
      );
    },
    [client, services, session, settings],
  );
  const stop = useCallback(() => runOrTell(services, client.invoke('broadcast:stop')), [client, services]);
  const endNow = useCallback(
    () => runOrTell(services, client.invoke('broadcast:endNow')),
    [client, services],
  );
  return { start, stop, endNow };
}
