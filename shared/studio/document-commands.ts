/**
 * Edits of the studio document. Each is one step of undo, except what puts scenes on air; edits in a row with the same `gestureId` are one
 * step together. Names that are taken get a number: "Camera 2".
 */
import * as z from 'zod';
import { isCleanName, MAX_NAME_LENGTH } from '../destinations/name.ts';
import { encodingProfileSchema } from '../encoding/profile-schema.ts';
import { idSchema, MAX_ITEMS, opacitySchema } from './document-schema.ts';
import { sourceSizeSchema } from './drawn-inputs.ts';
import { filterCommandSchema } from './filters/filter-commands.ts';
import { blendModeSchema, cornerRadiusSchema, scaleFilterSchema } from './filters/look.ts';
import { mediaInputSchema } from './files/media-input.ts';
import { groupFrameSchema } from './groups/group-frame.ts';
import { audioChoiceSchema, sourceChoiceSchema, videoInputSchema } from './inputs.ts';
import { gainSchema, syncOffsetSchema } from './mixer/channel-settings.ts';
import { mixerCommandSchema } from './mixer/mixer-commands.ts';
import { studioModeCommandSchema } from './studio-mode/studio-mode-commands.ts';
import { transformSchema } from './transform.ts';
import { itemTransitionSchema, transitionSchema } from './transition.ts';

const gestureId = z.string().min(1).max(64).optional();
/** Of a list, the first is 0; one behind the end is the end. */
const index = z.number().int().min(0).max(MAX_ITEMS);
const name = z.string().trim().min(1).max(MAX_NAME_LENGTH).refine(isCleanName);
const [sceneId, sourceId, itemId, canvasId] = [idSchema, idSchema, idSchema, idSchema];

const sceneCommandSchema = z.discriminatedUnion('type', [
  /** At the end of the list. */
  z.strictObject({ type: z.literal('addScene'), name, gestureId }),
  /** With items of its own of the same sources, behind the original in the list. */
  z.strictObject({ type: z.literal('duplicateScene'), sceneId, name: name.optional(), gestureId }),
  z.strictObject({ type: z.literal('renameScene'), sceneId, name, gestureId }),
  z.strictObject({ type: z.literal('moveScene'), sceneId, index, gestureId }),
  /** A canvas that shows it shows the scene before it. The last scene can't be removed. */
  z.strictObject({ type: z.literal('removeScene'), sceneId, gestureId }),
  /** Puts a scene on air, also in studio mode. Undo leaves it there as long as it exists. @param transition for this time. */
  z.strictObject({
    ...{ type: z.literal('switchScene'), canvasId, sceneId, gestureId },
    transition: transitionSchema.optional(),
  }),
  z.strictObject({ type: z.literal('setTransition'), canvasId, transition: transitionSchema, gestureId }),
  /** Without a transition the scene has that of its canvas. */
  z.strictObject({
    ...{ type: z.literal('setSceneTransition'), sceneId, gestureId },
    transition: transitionSchema.optional(),
  }),
]);
export type SceneCommand = z.infer<typeof sceneCommandSchema>;

/** In pixels; the item begins in its own size where this is known. */
const size = sourceSizeSchema.optional();
/** What suits the input when absent: a camera fits the canvas, an image stands in its middle. */
const transform = transformSchema.optional();

const itemCommandSchema = z.discriminatedUnion('type', [
  /** A new source and its item, in front of the others. */
  z.strictObject({
    ...{ type: z.literal('addSource'), sceneId, name, gestureId },
    ...{ input: videoInputSchema, size, transform },
  }),
  /** A new source that no item shows. It stays as long as a transition plays it. */
  z.strictObject({ type: z.literal('addStingerSource'), name, input: mediaInputSchema, gestureId }),
  /** An item of a source that exists, in front of the others. */
  z.strictObject({ type: z.literal('addItem'), sceneId, sourceId, size, transform, gestureId }),
  /** In front of the original, of the same source. */
  z.strictObject({ type: z.literal('duplicateItem'), sceneId, itemId, gestureId }),
  /** A source goes with its last item. */
  z.strictObject({ type: z.literal('removeItem'), sceneId, itemId, gestureId }),
  z.strictObject({ type: z.literal('moveItem'), sceneId, itemId, index, gestureId }),
  z.strictObject({
    ...{ type: z.literal('setItem'), sceneId, itemId, gestureId },
    ...{ isVisible: z.boolean().optional(), isLocked: z.boolean().optional() },
    opacity: opacitySchema.optional(),
    ...{ blendMode: blendModeSchema.optional(), scaleFilter: scaleFilterSchema.optional() },
    cornerRadius: cornerRadiusSchema.optional(),
  }),
  /** How the item comes and goes; without a transition, at once. */
  z.strictObject({
    ...{ type: z.literal('setItemTransition'), sceneId, itemId, gestureId },
    when: z.enum(['show', 'hide']),
    transition: itemTransitionSchema.optional(),
  }),
  /** @param frame of a group: what its handles enclose from now on. The group itself moves nowhere by that. */
  z.strictObject({
    ...{ type: z.literal('setTransform'), sceneId, gestureId },
    frame: groupFrameSchema.optional(),
    transforms: z
      .array(z.strictObject({ itemId, transform: transformSchema }))
      .min(1)
      .max(MAX_ITEMS),
  }),
  z.strictObject({ type: z.literal('setSourceInput'), sourceId, input: videoInputSchema, gestureId }),
  z.strictObject({ type: z.literal('renameSource'), sourceId, name, gestureId }),
]);
export type ItemCommand = z.infer<typeof itemCommandSchema>;

const groupCommandSchema = z.discriminatedUnion('type', [
  /** Nothing moves. @param frame what the group's handles enclose, the whole canvas when absent. */
  z.strictObject({
    ...{ type: z.literal('groupItems'), sceneId, name, gestureId },
    itemIds: z.array(itemId).min(1).max(MAX_ITEMS),
    frame: groupFrameSchema.optional(),
  }),
  /** Its items take the group's place, and none moves. */
  z.strictObject({ type: z.literal('ungroupItem'), sceneId, itemId, gestureId }),
]);
export type GroupCommand = z.infer<typeof groupCommandSchema>;

/** What a window with one video and one audio source changes: those of the scene on the first canvas, and the main channel. */
const mainCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('setVideoSource'), source: sourceChoiceSchema, gestureId }),
  z.strictObject({ type: z.literal('setAudioSource'), audio: audioChoiceSchema, gestureId }),
  z.strictObject({
    ...{ type: z.literal('setAudioLevel'), gestureId },
    isMuted: z.boolean().optional(),
    gain: gainSchema.optional(),
    /** How much later than captured it is heard, milliseconds. */
    syncOffsetMs: syncOffsetSchema.optional(),
  }),
  z.strictObject({ type: z.literal('setEncoding'), profile: encodingProfileSchema, gestureId }),
]);
export type MainCommand = z.infer<typeof mainCommandSchema>;

export const documentCommandSchema = z.discriminatedUnion('type', [
  ...mainCommandSchema.options,
  ...sceneCommandSchema.options,
  ...studioModeCommandSchema.options,
  ...itemCommandSchema.options,
  ...filterCommandSchema.options,
  ...groupCommandSchema.options,
  ...mixerCommandSchema.options,
]);
export type DocumentCommand = z.infer<typeof documentCommandSchema>;

const documentCommandTypes: ReadonlySet<string> = new Set(
  documentCommandSchema.options.map(({ shape }) => shape.type.value),
);

export function isDocumentCommand(command: { readonly type: string }): command is DocumentCommand {
  return documentCommandTypes.has(command.type);
}

/** Ids that a command made. */
export interface CreatedIds {
  readonly sceneId?: string;
  readonly sourceId?: string;
  readonly itemId?: string;
  readonly filterId?: string;
  readonly channelId?: string;
  readonly collectionId?: string;
}
