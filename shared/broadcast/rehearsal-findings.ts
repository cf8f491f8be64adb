/** What a rehearsal can find: a closed list of codes with their details. `shared/text/en/rehearsal.ts` has the sentences. */
import * as z from 'zod';

const text = z.string().max(200);
const number = z.number();

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
} as const;

export type FindingCode = keyof typeof findingSchemas;

type FindingFact = {
  [C in FindingCode]: { readonly code: C; readonly details: Readonly<z.infer<(typeof findingSchemas)[C]>> };
}[FindingCode];

export type RehearsalFinding = FindingFact & { readonly level: 'good' | 'warning' | 'problem' };

/** Checks code and details of a finding that comes from another process. */
export function readFindingFact(code: unknown, details: unknown): FindingFact | undefined {
  const schema = new Map<unknown, z.ZodType>(Object.entries(findingSchemas)).get(code);
  const read = schema?.safeParse(details);
  return read?.success === true ? ({ code, details: read.data } as FindingFact) : undefined;
}
