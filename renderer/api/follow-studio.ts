/**
 * Makes capture do what the studio document says: source, audio, levels, format. The window only sends commands, so undo
 * and other senders need nothing of their own.
 */
import { audioInputOf, channelOf, encodingOf, videoInputOf } from '../../shared/studio/document.ts';
import type { EncodingProfile } from '../../shared/encoding/profile.ts';
import type { Services } from './services.ts';

type Followed = Pick<Services, 'settings' | 'session' | 'capture'>;

/** Returns what ends it. */
export function followStudio({ settings, session, capture }: Followed): () => void {
  let format: EncodingProfile | undefined;
  const follow = (): void => {
    const { studio } = settings.store.getState();
    const wanted = encodingOf(studio);
    const isIdle = session.store.getState().snapshot.broadcast.phase === 'idle';
    // While a stream runs the encoder scales a smaller format; the source restarts once nothing is on air.
    if (wanted !== format && (format === undefined || isIdle || isMore(wanted, format))) {
      format = wanted;
      capture.setEncoding(wanted);
    }
    const { isMuted, gain } = channelOf(studio);
    capture.setMuted(isMuted);
    capture.setGain(gain);
    const { source, audioChoice } = capture.store.getState();
    const wantedSource = videoInputOf(studio);
    const wantedAudio = audioInputOf(studio);
    // Neither rejects: what fails is capture's state.
    if (!isSame(source, wantedSource)) void capture.setSource(wantedSource);
    if (!isSame(audioChoice, wantedAudio)) void capture.setAudio(wantedAudio);
  };
  follow();
  let { studio: followed } = settings.store.getState();
  const endings = [
    settings.store.subscribe(({ studio }) => {
      if (studio === followed) return;
      followed = studio;
      follow();
    }),
    session.store.subscribe(({ snapshot }, before) => {
      if (snapshot.broadcast.phase !== before.snapshot.broadcast.phase) follow();
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function isMore(wanted: EncodingProfile, current: EncodingProfile): boolean {
  return wanted.width > current.width || wanted.height > current.height || wanted.fps > current.fps;
}

/** Both are plain data of the same schema. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
