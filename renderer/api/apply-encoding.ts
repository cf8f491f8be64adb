/** Makes another encoding take effect and keeps it: at once while nothing is on air, by a hand-over while live. */
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { Services } from './services.ts';

/**
 * A smaller picture or fewer of them are made by the encoder, so that the source need not be opened anew while live; it
 * follows once nothing is on air. @throws AppError when it is refused.
 */
export async function applyEncoding(
  { client, settings, capture, session }: Pick<Services, 'client' | 'settings' | 'capture' | 'session'>,
  encoding: EncodingProfile,
): Promise<void> {
  const before = settings.store.getState().encoding;
  const isIdle = (): boolean => session.store.getState().snapshot.broadcast.phase === 'idle';
  await settings.update({ encoding });
  if (isIdle()) {
    capture.setEncoding(encoding);
    return;
  }
  if (JSON.stringify(before) === JSON.stringify(encoding)) return;
  await client.invoke('broadcast:changeProfile', encoding);
  const isMore =
    encoding.width > before.width || encoding.height > before.height || encoding.fps > before.fps;
  if (isMore) capture.setEncoding(encoding);
  const stop = session.store.subscribe(() => {
    if (!isIdle()) return;
    stop();
    capture.setEncoding(settings.store.getState().encoding);
  });
}
