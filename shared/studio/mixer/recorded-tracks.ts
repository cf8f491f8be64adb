/** The tracks of sound that a recording has, by the studio document. Pure. */
import type { RecordedTrack } from '../../ipc/engine-control.ts';
import { soundTrackId } from '../../media/track.ts';
import { texts } from '../../text/text.ts';
import type { StudioDocument } from '../document-schema.ts';
import { mixerSettingsOf } from './channel-settings.ts';

/** Undefined: the stream's own track alone. */
export function recordedTracksOf({
  mixer,
}: Pick<StudioDocument, 'mixer'>): readonly RecordedTrack[] | undefined {
  const { recordingTracks, trackNames } = mixerSettingsOf(mixer);
  if (recordingTracks.length === 0) return undefined;
  return recordingTracks.map((track) => {
    const name = trackNames[track - 1] ?? '';
    return { trackId: soundTrackId(track), name: name === '' ? texts.names.track(track) : name };
  });
}
