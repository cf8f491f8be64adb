/**
 * The commands that change what Upcast does. The window's buttons and shortcuts and the remote control send the same
 * ones. Each travels with a request id and gets exactly one answer that carries it.
 */
import * as z from 'zod';
import type { ErrorRecord } from '../errors/app-error.ts';
import { collectionCommandSchema } from './collections/collection-commands.ts';
import { documentCommandSchema } from './document-commands.ts';
import type { CreatedIds } from './document-commands.ts';
import { idSchema } from './document-schema.ts';
import { MAX_SOURCE_FILES } from './drawn-inputs.ts';
import { MAX_MEDIA_MS, mediaActions } from './files/media-input.ts';

const destinationId = z.string().min(1).max(64);

export const commandSchema = z.discriminatedUnion('type', [
  ...documentCommandSchema.options,
  ...collectionCommandSchema.options,
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('redo') }),
  z.strictObject({
    type: z.literal('startStream'),
    /** The saved choice when absent. */
    isRehearsal: z.boolean().optional(),
    /** Keeps trying when a destination's first attempt fails. */
    shouldRetryFirst: z.boolean().optional(),
  }),
  /** Sends what is still queued, for as long as the settings allow. */
  z.strictObject({ type: z.literal('endStream') }),
  /** Drops what is still queued. */
  z.strictObject({ type: z.literal('endStreamNow') }),
  /** Saved for the next stream, and applied to the one on air. */
  z.strictObject({
    type: z.literal('setDestinationEnabled'),
    id: destinationId,
    isEnabled: z.boolean(),
  }),
  /** Each of its servers that waits or failed is tried again. */
  z.strictObject({ type: z.literal('retryDestination'), id: destinationId }),
  /** Ends the attempts to connect; a live connection stays. */
  z.strictObject({ type: z.literal('giveUpDestination'), id: destinationId }),
  /** Goes to the backup of a destination that isn't sent to both servers at once. */
  z.strictObject({ type: z.literal('useBackup'), id: destinationId }),
  z.strictObject({ type: z.literal('startRecording') }),
  z.strictObject({ type: z.literal('stopRecording') }),
  /** Of a media source, while its window or `live` runs. Nothing of it is saved. */
  z.strictObject({
    ...{ type: z.literal('controlMedia'), sourceId: idSchema, action: z.enum(mediaActions) },
    /** Of `seek`: the place in the file under way, milliseconds. */
    atMs: z.number().int().min(0).max(MAX_MEDIA_MS).optional(),
    /** Of `playFile`: the file in the list, from 0. */
    entry: z.number().int().min(0).max(MAX_SOURCE_FILES).optional(),
  }),
]);
export type Command = z.infer<typeof commandSchema>;

export const MAX_REQUEST_ID_LENGTH = 64;

export const commandRequestSchema = z.strictObject({
  /** Chosen by the sender, unique among the requests that it has open. */
  requestId: z.string().min(1).max(MAX_REQUEST_ID_LENGTH),
  command: commandSchema,
});
export type CommandRequest = z.infer<typeof commandRequestSchema>;

/** `isDone: true` means that the command took effect, or is on its way and reported by the state. */
export type CommandAnswer =
  | { readonly requestId: string; readonly isDone: true; readonly created?: CreatedIds }
  | { readonly requestId: string; readonly isDone: false; readonly error: ErrorRecord };
