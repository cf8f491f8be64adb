/** Records the program: the files are the broadcast's, further tracks of sound are encoded while a recording has them. */
import type { RecordingPlan } from '../../shared/ipc/engine-control.ts';
import type { Broadcast } from './broadcast/broadcast.ts';
import type { Encodings } from './encode/encodings.ts';
import type { MuxedTrack } from './outputs/record/mux/muxer.ts';
import { RecordingControl } from './outputs/record/recording-control.ts';

export interface RecordProgramParts {
  readonly broadcast: Pick<Broadcast, 'program' | 'startRecording' | 'stopRecording'>;
  readonly encodings: () => Pick<Encodings, 'trackOf' | 'useTracks'>;
  readonly onChange: () => void;
}

export function recordProgram({ broadcast, encodings, onChange }: RecordProgramParts): RecordingControl {
  return new RecordingControl({
    startFile: async (plan, split) => {
      const tracks = muxedTracks(plan, encodings().trackOf(plan.encodingId));
      return await broadcast.startRecording(plan.path, { ...split, tracks });
    },
    stopFile: async () => await broadcast.stopRecording(),
    onPlan: (plan) => {
      const trackIds = plan?.tracks?.map(({ trackId }) => trackId) ?? [];
      // From the group of pictures on that the file begins with.
      const packetMs = broadcast.program.currentGop()?.packets[0]?.timestampMs;
      encodings().useTracks(trackIds, packetMs);
    },
    onChange,
  });
}

function muxedTracks(
  { tracks }: RecordingPlan,
  ownTrack: string | undefined,
): readonly MuxedTrack[] | undefined {
  return tracks?.map(({ trackId, name }) => ({
    trackId: trackId === ownTrack ? undefined : trackId,
    name,
  }));
}
