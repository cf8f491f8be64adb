/** The ffmpeg that main found; while there is none it is looked for again, so that installing it is enough. */
import { useEffect, useState } from 'react';
import type { AppFacts } from '../../../shared/ipc/contract.ts';
import { useServices } from '../../state/services.ts';

const LOOK_EVERY_MS = 3000;

export function useFfmpeg(): AppFacts['ffmpeg'] {
  const { client, facts } = useServices();
  const [ffmpeg, setFfmpeg] = useState(facts.ffmpeg);
  useEffect(() => {
    if (ffmpeg !== undefined) return undefined;
    const look = (): void => {
      client.invoke('app:facts').then((found) => setFfmpeg(found.ffmpeg), reportError);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [client, ffmpeg]);
  return ffmpeg;
}
