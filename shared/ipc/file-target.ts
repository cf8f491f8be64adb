/** Where a file or a page goes: a new source of this name in a scene, or one that is there. Part of the contract. */
import * as z from 'zod';
import { typedNameSchema } from '../destinations/name.ts';
import { idSchema } from '../studio/document-schema.ts';

export const fileTargetInput = z.union([
  z.strictObject({ sceneId: idSchema, name: typedNameSchema }),
  z.strictObject({ sourceId: idSchema }),
]);
