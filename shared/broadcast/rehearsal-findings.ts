/** What a rehearsal can find: a closed list of codes with their details. `shared/text/en/rehearsal.ts` has the sentences. */
import * as z from 'zod';

const text = z.string().max(200);
const number = z.number();

/** A finding that its code says whole. */
export type NoDetails = Readonly<Record<string, never>>;

/** The details of each code; rates in kbit/s, times in the unit of their name. */
export interface FindingDetails {
  readonly noVideo: NoDetails;
  readonly noAudio: NoDetails;
  readonly codecsEverywhere: NoDetails;
  readonly codecsRare: { readonly video: string; readonly audio: string };
  readonly keyframesTooFar: { readonly seconds: number; readonly limitSeconds: number };
  readonly keyframesFar: { readonly seconds: number; readonly wantedSeconds: number };
  readonly keyframesUneven: { readonly minimumSeconds: number; readonly maximumSeconds: number };
  readonly keyframesEven: { readonly seconds: number };
  readonly videoRate: { readonly kbps: number; readonly limitKbps: number; readonly service: string };
  readonly audioRate: { readonly kbps: number; readonly limitKbps: number; readonly service: string };
  readonly ratePeak: { readonly peakKbps: number; readonly averageKbps: number };
  readonly timestampsBack: { readonly times: number };
  readonly gaps: { readonly video: number; readonly audio: number };
  readonly noGaps: NoDetails;
  readonly startsApart: { readonly ms: number };
  readonly lengthsDiffer: { readonly ms: number };
  readonly inSync: NoDetails;
  /** Frames that the computer was too slow to encode. */
  readonly framesSkipped: { readonly frames: number };
}

/** What can be found. */
export type FindingCode = keyof FindingDetails;

const findingSchemas = {
  noVideo: z.object({}),
  noAudio: z.object({}),
  codecsEverywhere: z.object({}),
  codecsRare: z.object({ video: text, audio: text }),
  keyframesTooFar: z.object({ seconds: number, limitSeconds: number }),
  keyframesFar: z.object({ seconds: number, wantedSeconds: number }),
  keyframesUneven: z.object({ minimumSeconds: number, maximumSeconds: number }),
  keyframesEven: z.object({ seconds: number }),
  videoRate: z.object({ kbps: number, limitKbps: number, service: text }),
  audioRate: z.object({ kbps: number, limitKbps: number, service: text }),
  ratePeak: z.object({ peakKbps: number, averageKbps: number }),
  timestampsBack: z.object({ times: number }),
  gaps: z.object({ video: number, audio: number }),
  noGaps: z.object({}),
  startsApart: z.object({ ms: number }),
  lengthsDiffer: z.object({ ms: number }),
  inSync: z.object({}),
  /** Frames that the computer was too slow to encode. */
  framesSkipped: z.object({ frames: number }),
} as const satisfies { readonly [C in FindingCode]: z.ZodType<FindingDetails[C]> };

/** A code with the details that belong to it. */
export type FindingFact = {
  readonly [C in FindingCode]: { readonly code: C; readonly details: FindingDetails[C] };
}[FindingCode];

/** Something that a rehearsal found, and how bad that is. */
export type RehearsalFinding = FindingFact & { readonly level: 'good' | 'warning' | 'problem' };

/** Checks code and details of a finding that comes from another process. */
export function readFindingFact(code: unknown, details: unknown): FindingFact | undefined {
  const schema = new Map<unknown, z.ZodType>(Object.entries(findingSchemas)).get(code);
  const read = schema?.safeParse(details);
  return read?.success === true ? ({ code, details: read.data } as FindingFact) : undefined;
}
