/**
 * What a stream is made of when it starts: the saved settings and the document in the window's app, the options in `live`. The
 * command that starts a stream is the same one.
 */
import type { PlannedDestination, StartBroadcast } from '../../../shared/ipc/engine-control.ts';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { decideReadiness } from '../../../shared/studio/readiness.ts';
import { outputEncodingOf } from '../../../shared/studio/document.ts';
import { programSoundOf } from '../../../shared/studio/mixer/program-sound.ts';
import { hasPicture } from '../../../shared/studio/scene-layers.ts';
import { texts } from '../../../shared/text/text.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { DestinationStore } from '../destinations/destination-store.ts';
import type { CaptureWatch } from './capture-watch.ts';
import type { Recordings } from './recordings.ts';

export type PlannedStream = Omit<StartBroadcast, 'type' | 'shouldRetryFirst'>;

/** The plan's own choice between a rehearsal and the real thing when `isRehearsal` is absent. @throws AppError what is missing. */
export type StreamPlan = (isRehearsal: boolean | undefined) => Promise<PlannedStream>;

/** With its backup's name in the language of now. */
export function planDestination(destination: DestinationWithSecrets, encodingId: string): PlannedDestination {
  return { ...destination, encodingId, backupName: texts.names.backupOf(destination.name) };
}

export interface SavedPlanOptions {
  readonly settings: SettingsStore;
  readonly destinationStore: DestinationStore;
  readonly recordings: Pick<Recordings, 'next'>;
  /** Folder of the rehearsal's recording. */
  readonly recordingPath: string;
  readonly capture: CaptureWatch;
  /** Looks for FFmpeg again where it was missing. @throws AppError `encoder/not-found`. */
  readonly needFfmpeg: () => Promise<void>;
}

/** The plan of the window's app. Readiness is decided here, by the same function that the window shows. */
export function savedPlan(options: SavedPlanOptions): StreamPlan {
  const { settings, destinationStore, recordings, recordingPath, capture, needFfmpeg } = options;
  return async (isRehearsalAsked) => {
    await needFfmpeg();
    const report = await capture.settled();
    // What was changed while the source opened counts.
    const current = settings.get();
    const { studio } = current;
    const isRehearsal = isRehearsalAsked ?? current.isRehearsing;
    const { destinations } = destinationStore.view(current);
    const { blockers } = decideReadiness({
      ...{ hasFfmpeg: true, isRehearsal, destinations },
      ...{ hasPicture: hasPicture(studio), sound: programSoundOf(studio), capture: report },
    });
    if (blockers.length > 0)
      throw new AppError('studio/not-ready', { message: blockers.map(texts.readiness).join(' ') });
    const encoding = outputEncodingOf(studio);
    const encodingId = encoding.id;
    const enabled = isRehearsal ? [] : destinations.filter(({ isEnabled }) => isEnabled);
    return {
      encodings: [encoding],
      destinations: await Promise.all(
        enabled.map(async ({ id }) => planDestination(await destinationStore.withSecrets(id), encodingId)),
      ),
      rehearse: isRehearsal
        ? {
            ...{ encodingId, name: texts.names.rehearsal, recordingPath },
            protocol: current.rehearsalProtocol ?? 'rtmps',
          }
        : false,
      ...(current.isRecordingWhileLive ? { recording: await recordings.next() } : {}),
      isDynamicBitrate: current.isDynamicBitrate,
      drainMs: current.drainSeconds * 1000,
    };
  };
}
