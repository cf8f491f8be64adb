/**
 * Makes capture do what the studio document says: source, audio, levels, format. The window only sends commands, so undo
 * and other senders need nothing of their own.
 */
import { isSameData } from '../../../shared/is-same-data.ts';
import { encodingOf, videoInputOf } from '../../../shared/studio/document.ts';
import { NO_SOURCE_ID } from '../../../shared/studio/document-schema.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import type { EncodingProfile } from '../../../shared/encoding/profile.ts';
import { isSameInput } from '../../../shared/studio/inputs.ts';
import type { AudioChoice, SourceChoice } from '../../../shared/studio/inputs.ts';
import { heldChannels } from '../push-keys/listen.ts';
import { mixerOf, soundViewOf } from './sound-view.ts';
import { viewOf } from './studio-view.ts';
import type { Services } from '../services.ts';

export type Followed = Pick<Services, 'settings' | 'session' | 'capture' | 'run'>;

/** Returns what ends it. @param onRefused main didn't keep what capture found of a device. */
export function followStudio(
  { settings, session, capture, run }: Followed,
  onRefused: (cause: unknown) => void,
): () => void {
  let format: EncodingProfile | undefined;
  let shown: StudioDocument | undefined;
  /** While a stream runs, a composed picture stays composed: another format would need another encoder. */
  let isStraight = true;
  const setMixer = (): void =>
    capture.setMixer(mixerOf(settings.store.getState().studio, heldChannels.getState().ids));
  const follow = (): void => {
    const { studio } = settings.store.getState();
    const wanted = encodingOf(studio);
    const isIdle = session.store.getState().snapshot.broadcast.phase === 'idle';
    // While a stream runs the encoder scales a smaller format; the source restarts once nothing is on air.
    if (wanted !== format && (format === undefined || isIdle || isMore(wanted, format))) {
      format = wanted;
      capture.setEncoding(wanted);
    }
    setMixer();
    // A channel may go by an undo or with its collection: solo of nothing would be silence in the headphones.
    const { soloIds } = capture.store.getState();
    const sounding = studio.channels.filter(({ sourceId }) => sourceId !== NO_SOURCE_ID);
    const soloed = soloIds.filter((id) => sounding.some((channel) => channel.id === id));
    if (soloed.length < soloIds.length) capture.setSolo(soloed);
    // Neither rejects: what fails is capture's state.
    if (studio !== shown || isIdle) {
      const view = viewOf(studio, isIdle || isStraight);
      isStraight = view.scene.straightSourceId !== undefined;
      shown = studio;
      void capture.showStudio(view);
    }
    void capture.showSounds(soundViewOf(studio));
  };
  follow();
  capture.setMonitorDevice(settings.store.getState().monitorDevice);
  let { studio: followed } = settings.store.getState();
  const endings = [
    // What capture found of a device, its name or new id, is saved, so that the device is found again.
    capture.store.subscribe(({ source, channels }, before) => {
      const { studio } = settings.store.getState();
      if (source !== before.source && isFound(source, videoInputOf(studio)))
        run({ type: 'setVideoSource', source }).catch(onRefused);
      for (const { id, sourceId } of studio.channels) {
        const choice = channels[id]?.choice;
        const saved = studio.sources.find((each) => each.id === sourceId);
        if (choice === before.channels[id]?.choice || choice?.type !== 'microphone') continue;
        if (saved?.kind === 'audio' && isFound(choice, saved.input))
          run({ type: 'setAudioInput', sourceId, input: choice }).catch(onRefused);
      }
    }),
    settings.store.subscribe(({ studio, monitorDevice }) => {
      capture.setMonitorDevice(monitorDevice);
      if (studio === followed) return;
      followed = studio;
      follow();
    }),
    heldChannels.subscribe(setMixer),
    session.store.subscribe(({ snapshot }, before) => {
      if (snapshot.broadcast.phase !== before.snapshot.broadcast.phase) follow();
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** The same device with more known about it. */
function isFound(found: SourceChoice | AudioChoice, saved: SourceChoice | AudioChoice): boolean {
  return isSameInput(found, saved) && !isSameData(found, saved);
}

function isMore(wanted: EncodingProfile, current: EncodingProfile): boolean {
  return wanted.width > current.width || wanted.height > current.height || wanted.fps > current.fps;
}
