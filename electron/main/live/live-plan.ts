/** What the stream of `live` is made of: its options and nothing that is saved. */
import { resolve } from 'node:path';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { outputEncodingOf } from '../../../shared/studio/document.ts';
import { recordedTracksOf } from '../../../shared/studio/mixer/recorded-tracks.ts';
import type { StudioDocument } from '../../../shared/studio/document-schema.ts';
import { texts } from '../../../shared/text/text.ts';
import { planDestination } from '../studio/stream-plan.ts';
import type { StreamPlan } from '../studio/stream-plan.ts';
import type { LiveOptions } from './options.ts';

const DRAIN_MS = 10_000;

export interface LivePlanParts {
  /** As commands have changed it. */
  readonly studio: () => StudioDocument;
  readonly destinations: () => readonly DestinationWithSecrets[];
  readonly recordingPath: string;
}

export function livePlan(
  options: LiveOptions,
  { studio, destinations, recordingPath }: LivePlanParts,
): StreamPlan {
  return (isRehearsal = options.isRehearsal) => {
    const encoding = outputEncodingOf(studio());
    const encodingId = encoding.id;
    const tracks = recordedTracksOf(studio());
    const path = options.recordFile === undefined ? undefined : resolve(options.recordFile);
    return Promise.resolve({
      encodings: [encoding],
      destinations: destinations().map((destination) => planDestination(destination, encodingId)),
      rehearse: isRehearsal
        ? { encodingId, name: texts.names.rehearsal, protocol: 'rtmps' as const, recordingPath }
        : false,
      ...(path === undefined
        ? {}
        : { recording: { encodingId, path, split: { by: 'never' as const }, tracks } }),
      isDynamicBitrate: false,
      drainMs: DRAIN_MS,
      ...(options.seconds === undefined ? {} : { endAfterMs: options.seconds * 1000 }),
    });
  };
}
