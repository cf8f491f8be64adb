/** What the stream of `live` is made of: its options and nothing that is saved. */
import { resolve } from 'node:path';
import type { DestinationWithSecrets } from '../../../shared/destinations/destination.ts';
import { mainEncoding } from '../../../shared/studio/document.ts';
import type { StreamPlan } from '../studio/stream-plan.ts';
import type { LiveOptions } from './options.ts';

const DRAIN_MS = 10_000;

export function livePlan(
  options: LiveOptions,
  destinations: () => readonly DestinationWithSecrets[],
  recordingPath: string,
): StreamPlan {
  const encoding = mainEncoding(options.encoding);
  const encodingId = encoding.id;
  return (isRehearsal = options.isRehearsal) =>
    Promise.resolve({
      encodings: [encoding],
      destinations: destinations().map((destination) => ({ ...destination, encodingId })),
      rehearse: isRehearsal ? ({ encodingId, isTls: true, recordingPath } as const) : false,
      ...(options.recordFile === undefined
        ? {}
        : { recording: { encodingId, path: resolve(options.recordFile), split: { by: 'never' as const } } }),
      isDynamicBitrate: false,
      drainMs: DRAIN_MS,
      ...(options.seconds === undefined ? {} : { endAfterMs: options.seconds * 1000 }),
    });
}
