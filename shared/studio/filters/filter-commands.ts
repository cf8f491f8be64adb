/** Edits of the filters of a source, of a scene or of a channel. */
import * as z from 'zod';
import { isCleanName, MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { idSchema } from '../document-schema.ts';
import { soundFilterSettingsSchema } from '../mixer/sound-filter.ts';
import { MAX_FILTERS, filterSettingsSchema } from './filter.ts';

const name = z.string().trim().min(1).max(MAX_NAME_LENGTH).refine(isCleanName);
const gestureId = z.string().min(1).max(64).optional();
/** The first filter is 0; one behind the end is the end. */
const index = z.number().int().min(0).max(MAX_FILTERS);

/** Whose filters are meant, of those that change the picture. */
export const filterOwnerSchema = z.union([
  z.strictObject({ sourceId: idSchema }),
  z.strictObject({ sceneId: idSchema }),
]);
export type FilterOwner = z.infer<typeof filterOwnerSchema>;

const channelOwnerSchema = z.strictObject({ channelId: idSchema });
export type ChannelOwner = z.infer<typeof channelOwnerSchema>;

const filterId = idSchema;
const owner = z.union([filterOwnerSchema, channelOwnerSchema]);
/** A channel's filters change the sound, all others the picture. */
const settings = z.union([filterSettingsSchema, soundFilterSettingsSchema]);

export const filterCommandSchema = z.discriminatedUnion('type', [
  /** At the end unless said. */
  z.strictObject({
    ...{ type: z.literal('addFilter'), owner, name, settings, gestureId },
    ...{ isEnabled: z.boolean().optional(), index: index.optional() },
  }),
  /** Of the kind that the filter has. */
  z.strictObject({
    ...{ type: z.literal('setFilter'), owner, filterId, settings, gestureId },
  }),
  z.strictObject({
    ...{ type: z.literal('setFilterEnabled'), owner, filterId, isEnabled: z.boolean(), gestureId },
  }),
  z.strictObject({ type: z.literal('renameFilter'), owner, filterId, name, gestureId }),
  z.strictObject({ type: z.literal('moveFilter'), owner, filterId, index, gestureId }),
  z.strictObject({ type: z.literal('removeFilter'), owner, filterId, gestureId }),
]);
export type FilterCommand = z.infer<typeof filterCommandSchema>;

const types: ReadonlySet<string> = new Set(filterCommandSchema.options.map(({ shape }) => shape.type.value));

export function isFilterCommand(command: { readonly type: string }): command is FilterCommand {
  return types.has(command.type);
}
