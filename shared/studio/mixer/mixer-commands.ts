/** Edits of the mixer: its channels, what each does, and what becomes of all of them. */
import * as z from 'zod';
import { isCleanName, MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { idSchema, MAX_SCENES } from '../document-schema.ts';
import { audioInputSchema } from '../inputs.ts';
import {
  balanceSchema,
  gainSchema,
  MAX_CHANNELS,
  mixerSchema,
  monitoringSchema,
  pushToSchema,
  sideSchema,
  syncOffsetSchema,
  TRACK_COUNT,
  tracksSchema,
} from './channel-settings.ts';

const gestureId = z.string().min(1).max(64).optional();
const name = z.string().trim().min(1).max(MAX_NAME_LENGTH).refine(isCleanName);
const trackName = z.string().trim().max(MAX_NAME_LENGTH).refine(isCleanName);
const [channelId, sourceId] = [idSchema, idSchema];
/** Of a source of sound: always when empty. */
const sceneIds = z.array(idSchema).max(MAX_SCENES);

export const mixerCommandSchema = z.discriminatedUnion('type', [
  /** What is absent stays. What is usual is said by its value: 0, false, `both`, all tracks, `off`, no scenes. */
  z.strictObject({
    ...{ type: z.literal('setChannel'), channelId, gestureId },
    isMuted: z.boolean().optional(),
    gain: gainSchema.optional(),
    syncOffsetMs: syncOffsetSchema.optional(),
    balance: balanceSchema.optional(),
    isMono: z.boolean().optional(),
    side: z.enum(['both', ...sideSchema.options]).optional(),
    tracks: tracksSchema.optional(),
    monitoring: z.enum(['off', ...monitoringSchema.options]).optional(),
    sceneIds: sceneIds.optional(),
    pushTo: z.union([pushToSchema, z.literal('off')]).optional(),
  }),
  /** A new source with its channel. Where the main channel has no source, the new one is the main channel. */
  z.strictObject({
    ...{ type: z.literal('addAudioSource'), input: audioInputSchema, gestureId },
    ...{ name: name.optional(), sceneIds: sceneIds.optional() },
  }),
  /** Another device for a source of sound. */
  z.strictObject({ type: z.literal('setAudioInput'), sourceId, input: audioInputSchema, gestureId }),
  /** Of a source with sound that has no channel. */
  z.strictObject({ type: z.literal('addChannel'), sourceId, gestureId }),
  /** A source of sound goes with its channel; a video source stays, and is silent. */
  z.strictObject({ type: z.literal('removeChannel'), channelId, gestureId }),
  z.strictObject({
    ...{ type: z.literal('moveChannel'), channelId, gestureId },
    /** The first channel is 0; one behind the end is the end. */
    index: z.number().int().min(0).max(MAX_CHANNELS),
  }),
  /** What is absent stays. What is usual is said by its value: `auto`, no tracks, the empty name. */
  z.strictObject({
    ...{ type: z.literal('setMixer'), gestureId },
    ...mixerSchema.shape,
    trackNames: z.array(trackName).max(TRACK_COUNT).optional(),
  }),
]);
export type MixerCommand = z.infer<typeof mixerCommandSchema>;

const types: ReadonlySet<string> = new Set(mixerCommandSchema.options.map(({ shape }) => shape.type.value));

export function isMixerCommand(command: { readonly type: string }): command is MixerCommand {
  return types.has(command.type);
}
