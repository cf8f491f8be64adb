/** Whether streams have any sound, by the studio document alone. Pure. */
import { channelOf } from '../document.ts';
import type { Channel, StudioDocument } from '../document-schema.ts';
import { hasSound } from '../inputs.ts';
import { allTracks, mixerSettingsOf } from './channel-settings.ts';

/** `microphoneMuted`: the main channel's source; others may be heard. */
export type ProgramSound = 'heard' | 'none' | 'muted' | 'microphoneMuted';

export function programSoundOf(document: StudioDocument): ProgramSound {
  const { sources, channels, mixer } = document;
  const { streamTrack } = mixerSettingsOf(mixer);
  const isSent = ({ sourceId, monitoring, tracks }: Channel): boolean => {
    const source = sources.find(({ id }) => id === sourceId);
    if (source === undefined || monitoring === 'only' || !(tracks ?? allTracks).includes(streamTrack))
      return false;
    return source.kind === 'audio' || hasSound(source.input);
  };
  const sent = channels.filter(isSent);
  if (sent.length === 0) return 'none';
  const main = channelOf(document);
  const isMicrophone = sources.some(({ id, kind }) => id === main.sourceId && kind === 'audio');
  if (sent.includes(main) && main.isMuted && isMicrophone) return 'microphoneMuted';
  return sent.every(({ isMuted }) => isMuted) ? 'muted' : 'heard';
}
