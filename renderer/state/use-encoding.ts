/** Changes the encoding as an advice suggests, with a way back. */
import { useCallback } from 'react';
import { encodingOf } from '../../shared/studio/document.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import { runOrShowError, useServices } from './services.ts';
import { texts } from '../../shared/text/text.ts';

/** The returned function saves a profile and shows `title` with “Undo”. */
export function useEncoding(): (profile: EncodingProfile, title: string) => void {
  const services = useServices();
  return useCallback(
    (profile, title) => {
      const { run, settings, toasts } = services;
      const before = encodingOf(settings.store.getState().studio);
      const undo = {
        label: texts.common.undo,
        run: () => runOrShowError(services, run({ type: 'setEncoding', profile: before })),
      };
      runOrShowError(
        services,
        run({ type: 'setEncoding', profile }).then(() => toasts.show({ tone: 'note', title, action: undo })),
      );
    },
    [services],
  );
}
