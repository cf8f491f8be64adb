/** A past stream on disk: summary and events, with the samples in a file beside them. */
import * as z from 'zod';
import { errorCodes } from '../errors/error-codes.ts';
import { eventKinds, kindOf } from './event-kind.ts';
import { readEventFact } from './events.ts';
import { outputKinds } from './state.ts';
import type { BroadcastEvent, StatsSummary } from './statistics.ts';

export const pastStreamId = z.string().regex(/^\d{8}-\d{6}-\d{3}$/);

const count = z.number().min(0);
const timeMs = z.number().int().min(0);
/** Of a destination, or of its backup that is sent to at the same time. */
const destinationId = z.string().max(100);
/** Each time that one was switched off and on again counts, and each backup. */
const MAX_DESTINATIONS = 1000;
const errorRecord = z.looseObject({
  // A later version may know more of them: its report can be read all the same.
  code: z.enum(errorCodes).catch('internal/bug'),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

/** Loose: what a later version adds to a summary or an event is carried along. */
export const pastStreamSchema = z.object({
  version: z.literal(1),
  summary: z.looseObject({
    type: z.literal('summary'),
    startedMs: timeMs,
    endedMs: timeMs,
    outcome: z.enum(['ended', 'neverLive', 'lost']),
    capturedFrames: count,
    skippedFrames: count,
    encodedFrames: count,
    destinations: z
      .array(
        z.looseObject({
          // Earlier versions kept no kind, and only streams to destinations.
          kind: z.enum(outputKinds).default('destination'),
          id: destinationId,
          name: z.string().max(200),
          liveMs: count,
          sentBytes: count,
          sentFrames: count,
          droppedFrames: count,
          reconnects: count,
          lastError: errorRecord.optional(),
        }),
      )
      .max(MAX_DESTINATIONS),
  }),
  events: z
    .array(
      z.looseObject({
        type: z.literal('event'),
        timeMs,
        kind: z.enum(eventKinds),
        destinationId: destinationId.optional(),
        destinationName: z.string().max(200).optional(),
        isRehearsal: z.boolean().optional(),
        code: z.unknown().optional(),
        details: z.unknown().optional(),
        text: z.string().max(10_000).optional(),
        error: errorRecord.optional(),
      }),
    )
    .max(5000),
});

type SavedEvent = z.infer<typeof pastStreamSchema>['events'][number];

/** Earlier versions saved sentences alone, and a later one may know more codes: then the sentence is shown as it was saved. */
export function readSavedEvent({ code, details, text, ...rest }: SavedEvent): BroadcastEvent {
  const fact = readEventFact(code, details);
  const event =
    fact === undefined
      ? { ...rest, code: 'savedSentence', details: { text: text ?? '' } }
      : { ...rest, ...fact, kind: kindOf(fact.code) };
  // The schema checks every field that is read; it leaves later ones in.
  return event as BroadcastEvent;
}

/** One line of the list. */
export interface PastStreamHead {
  readonly id: string;
  readonly summary: StatsSummary;
}

export interface PastStream extends PastStreamHead {
  readonly events: readonly BroadcastEvent[];
  /** As `SampleHistory.toBytes` wrote it; empty when the figures were lost. */
  readonly samples: Uint8Array;
}
