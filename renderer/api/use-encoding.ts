/** Changes the encoding as an advice suggests, with a way back: told to capture, or to the engine while on air. */
import { useCallback } from 'react';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import { runOrTell, useServices } from './services.ts';

/** The returned function keeps a profile and shows `title` with “Undo”. */
export function useEncoding(): (profile: EncodingProfile, title: string) => void {
  const services = useServices();
  return useCallback(
    (profile, title) => {
      const { client, session, settings, capture, toasts } = services;
      const before = settings.store.getState().encoding;
      const keep = async (next: EncodingProfile) => {
        if (session.store.getState().snapshot.broadcast.phase !== 'idle') {
          await client.invoke('broadcast:changeProfile', next);
          await settings.refresh();
          return;
        }
        await settings.update({ encoding: next });
        capture.setEncoding(next);
      };
      const undo = { label: 'Undo', run: () => runOrTell(services, keep(before)) };
      runOrTell(
        services,
        keep(profile).then(() => toasts.show({ tone: 'note', title, action: undo })),
      );
    },
    [services],
  );
}
