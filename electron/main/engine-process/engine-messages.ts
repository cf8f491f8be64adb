/**
 * What main believes of the engine. The engine reads the network, so each of its messages is checked here as the window's are;
 * an error code outside the closed list becomes `internal/bug`.
 */
import * as z from 'zod';
import { errorCodes } from '../../../shared/errors/error-codes.ts';
import type { FromEngine } from '../../../shared/ipc/engine-control.ts';
import { connectSteps, outputKinds } from '../../../shared/broadcast/state.ts';
import { eventKinds, kindOf } from '../../../shared/broadcast/event-kind.ts';
import { readEventFact } from '../../../shared/broadcast/events.ts';
import { readFindingFact } from '../../../shared/broadcast/rehearsal-findings.ts';
import { uplinkMeasurementSchema } from '../../../shared/network/uplink-measurement.ts';
import { encoderProbeSchema } from '../../../shared/encoding/encoder-probe-schema.ts';
import { encodingProfileSchema } from '../../../shared/encoding/profile-schema.ts';

const MAX_TEXT = 4_000;
const MAX_LIST = 1_000;

const text = z.string().max(MAX_TEXT);
const number = z.number();
const count = z.number().min(0);
const flag = z.boolean();

const error = z.strictObject({
  code: z.enum(errorCodes).catch('internal/bug'),
  details: z.record(z.string().max(100), z.union([text, number, flag])),
});

const tls = z.strictObject({
  protocol: text,
  cipher: text,
  subject: text,
  issuer: text,
  validToMs: number,
  daysLeft: number,
  sha256: text,
  chain: z.array(text).max(MAX_LIST),
  isOwnAuthority: flag,
});

const step = z.enum(connectSteps);
const kind = z.enum(outputKinds);

const reconnecting = { phase: z.literal('reconnecting'), attempt: count, cause: error };

const otherState = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('idle') }),
  z.strictObject({ phase: z.literal('connecting'), attempt: count, step }),
  z.strictObject({ phase: z.literal('live'), sinceMs: number, isBackup: flag }),
  z.strictObject({ phase: z.literal('stopping'), deadlineMs: number }),
  z.strictObject({ phase: z.literal('failed'), error }),
]);

const destinationState = z.union([
  otherState,
  z.strictObject({ ...reconnecting, retryAtMs: number }),
  z.strictObject({ ...reconnecting, step }),
]);

const snapshot = z.strictObject({
  revision: count,
  nowMs: number,
  broadcast: z.discriminatedUnion('phase', [
    z.strictObject({ phase: z.literal('idle'), lastError: error.optional() }),
    z.strictObject({ phase: z.literal('starting'), sinceMs: number }),
    z.strictObject({ phase: z.literal('live'), sinceMs: number }),
    z.strictObject({ phase: z.literal('stopping'), deadlineMs: number }),
  ]),
  destinations: z
    .array(
      z.strictObject({
        kind,
        id: text,
        backupOf: text.optional(),
        name: text,
        state: destinationState,
        isTls: flag.optional(),
        tls: tls.optional(),
        movedHost: text.optional(),
        serverWords: text.optional(),
      }),
    )
    .max(MAX_LIST),
  recorder: z.discriminatedUnion('phase', [
    z.strictObject({ phase: z.literal('off'), path: text.optional() }),
    z.strictObject({ phase: z.literal('waiting'), path: text.optional() }),
    z.strictObject({
      phase: z.literal('recording'),
      path: text,
      sinceMs: number,
      bytes: count,
      secondsLeft: number.optional(),
    }),
    z.strictObject({ phase: z.literal('finishing'), path: text, sinceMs: number }),
    z.strictObject({ phase: z.literal('failed'), path: text, error }),
  ]),
  encoders: z
    .array(
      z.strictObject({
        encodingId: text,
        name: text,
        videoKbps: count,
        profile: encodingProfileSchema.optional(),
        lag: z.strictObject({ skippedFrames: count, capacity: number }).optional(),
      }),
    )
    .max(MAX_LIST),
});

const sample = z.strictObject({
  type: z.literal('sample'),
  timeMs: number,
  encodedKbps: number,
  targetKbps: number,
  fps: number,
  capturedFrames: number,
  skippedFrames: number,
  encodedFrames: number,
  cpuPercent: number,
  memoryMb: number,
  destinations: z
    .array(
      z.strictObject({
        id: text,
        sentKbps: number,
        acknowledgedKbps: number.optional(),
        queueMs: number,
        droppedFrames: number,
        sentFrames: number,
      }),
    )
    .max(MAX_LIST),
});

const event = z
  .strictObject({
    type: z.literal('event'),
    timeMs: number,
    kind: z.enum(eventKinds),
    code: text,
    details: z.unknown(),
    destinationId: text.optional(),
    destinationName: text.optional(),
    isRehearsal: z.boolean().optional(),
    error: error.optional(),
  })
  .transform((value, context) => {
    const fact = readEventFact(value.code, value.details);
    if (fact !== undefined) return { ...value, ...fact, kind: kindOf(fact.code) };
    context.addIssue('an unknown event');
    return z.NEVER;
  });

const summary = z.strictObject({
  type: z.literal('summary'),
  startedMs: number,
  endedMs: number,
  outcome: z.enum(['ended', 'neverLive', 'lost']),
  capturedFrames: number,
  skippedFrames: number,
  encodedFrames: number,
  destinations: z
    .array(
      z.strictObject({
        kind,
        id: text,
        name: text,
        liveMs: number,
        sentBytes: number,
        sentFrames: number,
        droppedFrames: number,
        reconnects: number,
        lossesByCause: z.partialRecord(z.enum(errorCodes), count).optional(),
        lastError: error.optional(),
      }),
    )
    .max(MAX_LIST),
});

const finding = z
  .strictObject({ level: z.enum(['good', 'warning', 'problem']), code: text, details: z.unknown() })
  .transform(({ level, code, details }, context) => {
    const fact = readFindingFact(code, details);
    if (fact !== undefined) return { level, ...fact };
    context.addIssue('an unknown finding');
    return z.NEVER;
  });

const report = z.strictObject({
  type: z.literal('rehearsalReport'),
  startedMs: number,
  durationMs: number,
  protocol: z.enum(['rtmp', 'rtmps', 'rtmfp']),
  tlsProtocol: text.optional(),
  video: z
    .strictObject({
      codec: text,
      profile: text,
      level: text,
      width: number,
      height: number,
      frames: number,
      fps: number,
      averageKbps: number,
      peakKbps: number,
      keyframeSeconds: z.strictObject({ minimum: number, median: number, maximum: number }),
      hasBFrames: flag,
      gaps: number,
    })
    .optional(),
  audio: z
    .strictObject({ codec: text, sampleRate: number, channels: number, averageKbps: number, gaps: number })
    .optional(),
  startOffsetMs: number.optional(),
  lengthDifferenceMs: number.optional(),
  latencyMs: z.strictObject({ median: number, p95: number }).optional(),
  firstKeyframeAtMs: number.optional(),
  findings: z.array(finding).max(MAX_LIST),
  recordingPath: text.optional(),
});

const codec = z.enum(['h264', 'hevc', 'av1']);

const test = z.strictObject({
  destinationId: text,
  reach: z.enum(['testSwitch', 'visible', 'connectOnly']),
  phase: z.enum(['running', 'passed', 'failed', 'cancelled']),
  steps: z
    .array(
      z.strictObject({
        step: z.enum([...connectSteps, 'measure']),
        phase: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
        ms: number.optional(),
      }),
    )
    .max(MAX_LIST),
  tls: tls.optional(),
  videoCodec: codec.optional(),
  missingCodec: codec.optional(),
  isCodecUnconfirmed: flag.optional(),
  connectMs: number.optional(),
  measuring: z.strictObject({ elapsedMs: number, kbps: number }).optional(),
  measurement: uplinkMeasurementSchema.optional(),
  error: error.optional(),
  stepStartedMs: number,
});

const fromEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('snapshot'), snapshot }),
  z.strictObject({ type: z.literal('sample'), sample }),
  z.strictObject({ type: z.literal('event'), event }),
  z.strictObject({ type: z.literal('summary'), summary }),
  z.strictObject({ type: z.literal('report'), report }),
  z.strictObject({
    type: z.literal('encodersProbed'),
    probes: z.array(encoderProbeSchema).max(MAX_LIST).optional(),
  }),
  z.strictObject({ type: z.literal('filePlayable') }),
  z.strictObject({ type: z.literal('fileFailed'), error }),
  z.strictObject({ type: z.literal('test'), test }),
  z.strictObject({
    type: z.literal('log'),
    level: z.enum(['debug', 'info', 'warn', 'error']),
    area: z.string().max(100),
    text: z.string().max(64 * 1024),
  }),
  z.strictObject({ type: z.literal('answer'), requestId: count, error: error.optional() }),
  z.strictObject({ type: z.literal('fault'), error }),
]);

/**
 * Zod's optional fields may be undefined, the contract's may not; a structured clone has neither. The cast goes to this type, so
 * that a field that the schema lacks does not compile.
 */
type Exact<T> = T extends object ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> } : T;

type Checked = { readonly message: FromEngine } | { readonly problem: string };

/** The message, or in a few words what is wrong with it. */
export function readEngineMessage(value: unknown): Checked {
  const { success, data, error: problem } = fromEngineSchema.safeParse(value);
  if (success) return { message: data as Exact<typeof data> };
  const [issue] = problem.issues;
  return { problem: `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not a message'}` };
}
