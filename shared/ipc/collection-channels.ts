/** What the window asks main about collections, beside the commands. Part of the contract. */
import * as z from 'zod';
import type { CollectionList, CollectionName } from '../studio/collections/collection-commands.ts';
import { chosenDevicesSchema } from '../studio/collections/collection-import.ts';
import type {
  CollectionPreview,
  ExportedCollection,
  FoundCollection,
} from '../studio/collections/collection-import.ts';
import { idSchema } from '../studio/document-schema.ts';
import { none, output } from './channel.ts';

export const collectionChannels = {
  /** Collections change by commands. */
  'collections:list': { input: none, output: output<CollectionList>() },
  /** Asks where; undefined when no place was chosen, or the person cancelled. */
  'collections:export': {
    input: z.strictObject({ collectionId: idSchema }),
    output: output<ExportedCollection | undefined>(),
  },
  /** In OBS' own folders. */
  'collections:findObs': { input: none, output: output<readonly FoundCollection[]>() },
  /** One of those that were found, or a file that the person chooses; undefined when they chose none. */
  'collections:openImport': {
    input: z.strictObject({ index: z.number().int().min(0).optional() }),
    output: output<CollectionPreview | undefined>(),
  },
  /** Looks for missing files in a folder that the person chooses. */
  'collections:locate': { input: none, output: output<CollectionPreview | undefined>() },
  /** Makes a collection of the open file, with the chosen devices, and doesn't switch to it. Undefined when no place for its files was chosen, or the person cancelled. */
  'collections:import': {
    input: z.strictObject({ devices: chosenDevicesSchema }),
    output: output<CollectionName | undefined>(),
  },
  /** Ends the export or the import under way; what was copied by then is removed. */
  'collections:cancelTransfer': { input: none, output: output<void>() },
  'collections:discardImport': { input: none, output: output<void>() },
} as const;
