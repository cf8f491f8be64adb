/** A remote control asks to go live: done as the big button does it, and answered with what came of it. */
import { useEffect, useRef } from 'react';
import { toAppError } from '../../../shared/errors/app-error.ts';
import type { RemoteStartRequest } from '../../../shared/remote/remote-control.ts';
import { runOrTell, useServices } from '../../api/services.ts';
import { describeError } from '../../errors/error-text.ts';

/** `start` throws an AppError in words when it cannot. */
export function useRemoteStart(start: (isRehearsal: boolean | undefined) => Promise<void>): void {
  const services = useServices();
  const newest = useRef(start);
  newest.current = start;
  useEffect(() => {
    const { client } = services;
    const answer = async ({ requestId, isRehearsal }: RemoteStartRequest) => {
      try {
        await newest.current(isRehearsal);
        await client.invoke('remote:started', { requestId });
      } catch (cause) {
        const error = toAppError(cause).toRecord();
        const { message } = error.details;
        const words = typeof message === 'string' && message !== '' ? message : describeError(error).title;
        await client.invoke('remote:started', {
          requestId,
          error: { code: error.code, message: words.slice(0, 1000) },
        });
      }
    };
    return client.on('remote:start', (request) => runOrTell(services, answer(request)));
  }, [services]);
}
