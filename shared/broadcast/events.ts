/**
 * What can happen to a stream: a closed list of codes, each with its details, and no sentence. `shared/text/en/events.ts` has
 * the sentences.
 */
import * as z from 'zod';

const text = z.string().max(4000);
const count = z.number().min(0);
const flag = z.boolean();

/** Details of each code. Loose, because a later version may add to them. */
const detailSchemas = {
  broadcastStarted: z.object({ destinations: count }),
  broadcastEnded: z.object({ outcome: z.enum(['ended', 'neverLive', 'lost']) }),
  /** The engine's process ended, and the stream with it. `isRestarted`: another one runs; absent in streams of older versions. */
  engineStopped: z.object({ isRestarted: flag.optional() }),
  destinationConnecting: z.object({ attempt: count }),
  /** A second connection is being opened beside the live one. */
  destinationMoving: z.object({ isBackup: flag }),
  /** `host`: the one in use, where the server sent the stream to another. */
  destinationLive: z.object({ isReturn: flag, isBackup: flag, host: text.optional() }),
  destinationMoved: z.object({ isBackup: flag, host: text.optional() }),
  destinationLost: z.object({}),
  destinationReconnecting: z.object({ delayMs: count, attempt: count }),
  /** This server is out of use; the stream goes on with the other. */
  serverRefused: z.object({ isBackup: flag }),
  moveFailed: z.object({}),
  destinationFailed: z.object({}),
  destinationEnded: z.object({}),
  /** `times` messages came since the last that was shown; `words` is the newest. */
  serverSaid: z.object({ words: text, times: count, isRepeated: flag }),
  moveRefused: z.object({}),
  codecUnconfirmed: z.object({ codec: text }),
  bitrateChanged: z.object({ videoKbps: count, isDown: flag }),
  encoderStarted: z.object({ encoder: text, videoKbps: count }),
  /** The first ffmpeg of a run has given nothing for some seconds; the stream waits for it. */
  encoderSlowStart: z.object({}),
  encoderRestarted: z.object({}),
  encoderStalled: z.object({ seconds: count }),
  /** The encoder keeps its previous settings. */
  encoderChangeFailed: z.object({}),
  encoderFailed: z.object({ isOnAir: flag, isRecording: flag }),
  recordingStarted: z.object({ file: text }),
  /** The drive takes no larger file: the recording goes on in another. */
  recordingSplit: z.object({ file: text }),
  recordingEnded: z.object({ file: text }),
  recordingNotStarted: z.object({}),
  recordingFailed: z.object({}),
  recordingSpaceLow: z.object({ secondsLeft: count }),
  /** A further track of the recording, 2 to 6, has no sound from now on. */
  recordingTrackLost: z.object({ track: count }),
  encodingOverloaded: z.object({ lagMs: count, skippedFrames: count }),
  /** The video file could not be opened in the new size and rate. */
  fileFormatKept: z.object({}),
  captureProblem: z.object({}),
} as const;

export type EventCode = keyof typeof detailSchemas;

export type EventDetails<C extends EventCode> = Readonly<z.infer<(typeof detailSchemas)[C]>>;

/** What happened, without when and to whom. */
export type EventFact = {
  [C in EventCode]: { readonly code: C; readonly details: EventDetails<C> };
}[EventCode];

/** From a saved stream, whose code this version doesn't know: the sentence it was saved with. */
export interface SavedSentence {
  readonly code: 'savedSentence';
  readonly details: { readonly text: string };
}

/** Checks code and details of an event that comes from another process or from a file. */
export function readEventFact(code: unknown, details: unknown): EventFact | undefined {
  const schema = new Map<unknown, z.ZodType>(Object.entries(detailSchemas)).get(code);
  const read = schema?.safeParse(details);
  return read?.success === true ? ({ code, details: read.data } as EventFact) : undefined;
}
