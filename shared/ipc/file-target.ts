/** Where a file or a page goes: a new source of this name in a scene, or one that is there. Part of the contract. */
import * as z from 'zod';
import { typedNameSchema } from '../destinations/name.ts';
import { idSchema } from '../studio/document-schema.ts';

export const fileTargetInput = z.union([
  z.strictObject({ sceneId: idSchema, name: typedNameSchema }),
  z.strictObject({ sourceId: idSchema }),
]);

/** The file of a stinger: a new source of this name, or one that is there. */
export const stingerTargetInput = z.union([
  z.strictObject({ name: typedNameSchema, gestureId: z.string().min(1).max(64) }),
  z.strictObject({ sourceId: idSchema }),
]);
export type StingerTarget = z.infer<typeof stingerTargetInput>;
