/**
 * Commands about collections: studio documents by name, of which one is open. None is a step of undo; a collection that was removed is
 * brought back by `restoreCollection` until the app ends. Names that are taken get a number.
 */
import * as z from 'zod';
import { isCleanName, MAX_NAME_LENGTH } from '../../destinations/name.ts';
import { idSchema } from '../document-schema.ts';

const name = z.string().trim().min(1).max(MAX_NAME_LENGTH).refine(isCleanName);
const collectionId = idSchema;

export const collectionCommandSchema = z.discriminatedUnion('type', [
  /** With an empty scene; it is opened at once. */
  z.strictObject({ type: z.literal('newCollection'), name }),
  /** The original stays open. */
  z.strictObject({ type: z.literal('duplicateCollection'), collectionId, name: name.optional() }),
  z.strictObject({ type: z.literal('renameCollection'), collectionId, name }),
  /** Any but the open one. */
  z.strictObject({ type: z.literal('removeCollection'), collectionId }),
  z.strictObject({ type: z.literal('restoreCollection'), collectionId }),
  /** Opens it in place of the open one. The canvas and its encoding stay as they are: a stream goes on. */
  z.strictObject({ type: z.literal('switchCollection'), collectionId }),
]);
export type CollectionCommand = z.infer<typeof collectionCommandSchema>;

const collectionCommandTypes: ReadonlySet<string> = new Set(
  collectionCommandSchema.options.map(({ shape }) => shape.type.value),
);

export function isCollectionCommand(command: { readonly type: string }): command is CollectionCommand {
  return collectionCommandTypes.has(command.type);
}

export interface CollectionName {
  readonly id: string;
  readonly name: string;
}

/** By name. */
export interface CollectionList {
  readonly openId: string;
  readonly collections: readonly CollectionName[];
}
