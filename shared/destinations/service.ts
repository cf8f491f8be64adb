/** One service of the catalogue: where to send, and what it takes. What people read about it: `shared/text/service-text`. */
import * as z from 'zod';
import { videoCodecs } from '../encoding/codec.ts';

/** What a server is among those of its service. A backup takes over from the first. */
const serverRoles = ['primary', 'backup', 'nearest', 'default', 'global', 'automatic'] as const;

const url = z.string().regex(/^rtmps?:\/\/[^\s]+$/);
const serverSchema = z.union([
  z.strictObject({ role: z.enum(serverRoles), url }),
  /** As the service lists it: a region, or what the server is for. */
  z.strictObject({ name: z.string().min(1).max(80), url }),
]);
export type ServiceServer = z.infer<typeof serverSchema>;

export const serviceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: z.string().min(1).max(80),
  /** Best first, RTMPS before RTMP. Empty: every user gets an address of their own, `urlHint` says where. */
  servers: z.array(serverSchema),
  /** Form of the user's own address, for the field's placeholder. */
  urlHint: z.string().max(300).optional(),
  /** Seconds between keyframes that the service asks for; absent where it states none. */
  keyframeSeconds: z.number().positive().optional(),
  /** Longest it takes, where it says more than one number. */
  maxKeyframeSeconds: z.number().positive().optional(),
  maxVideoKbps: z.number().int().positive().optional(),
  maxAudioKbps: z.number().int().positive().optional(),
  /** Video and audio together. */
  maxTotalKbps: z.number().int().positive().optional(),
  minTotalKbps: z.number().int().positive().optional(),
  /** Hertz that it asks for; absent where any will do or none is stated. */
  audioSampleRates: z
    .array(z.union([z.literal(44_100), z.literal(48_000)]))
    .min(1)
    .optional(),
  maxFps: z.number().int().positive().optional(),
  maxWidth: z.number().int().positive().optional(),
  maxHeight: z.number().int().positive().optional(),
  /** B-frames are taken; false where the service forbids them. */
  hasBFrames: z.boolean().optional(),
  /** Highest H.264 profile that is taken. */
  h264Profile: z.enum(['baseline', 'main', 'high']).optional(),
  codecs: z.array(z.enum(videoCodecs)).min(1),
  /** The picture is expected upright. */
  isPortrait: z.boolean().optional(),
  /** The page where the key is found. */
  keyUrl: z.url().optional(),
  /** A server of one's own may take a stream without a key. */
  isKeyOptional: z.boolean().optional(),
  /** Added to the key, it makes a test that nobody sees. */
  testQuery: z.string().startsWith('?').optional(),
});
export type Service = z.infer<typeof serviceSchema>;

/** A catalogue of a later form is refused: its members would be misread. */
export const catalogSchema = z.strictObject({
  /** Raised with every change to the form of the data. */
  version: z.literal(2),
  /** Day on which the facts were last held against what the vendors publish. */
  checkedOn: z.iso.date(),
  services: z.array(serviceSchema).min(1),
});
export type Catalog = z.infer<typeof catalogSchema>;
