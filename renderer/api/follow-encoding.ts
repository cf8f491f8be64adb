/**
 * Keeps capture at the format of the saved encoding. While a stream runs only a larger or faster format restarts the
 * source: a smaller one is scaled by the encoder, and capture follows once nothing is on air.
 */
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { Services } from './services.ts';

/** Returns what ends it. */
export function followEncoding({
  settings,
  session,
  capture,
}: Pick<Services, 'settings' | 'session' | 'capture'>): () => void {
  let current: EncodingProfile | undefined;
  const follow = (): void => {
    const wanted = settings.store.getState().encoding;
    if (wanted === current) return;
    const isIdle = session.store.getState().snapshot.broadcast.phase === 'idle';
    if (current !== undefined && !isIdle && !isMore(wanted, current)) return;
    current = wanted;
    capture.setEncoding(wanted);
  };
  follow();
  const endings = [settings.store.subscribe(follow), session.store.subscribe(follow)];
  return () => {
    for (const end of endings) end();
  };
}

function isMore(wanted: EncodingProfile, current: EncodingProfile): boolean {
  return wanted.width > current.width || wanted.height > current.height || wanted.fps > current.fps;
}
