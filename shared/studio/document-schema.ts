/**
 * The studio document as data: sources, scenes, canvases, mixer channels and encodings, all by id. A source's size isn't part of
 * the document: whoever has the source knows it.
 */
import { z } from 'zod';
import { MAX_NAME_LENGTH } from '../destinations/name.ts';
import { encodingProfileSchema } from '../encoding/profile.ts';
import { audioInputSchema, videoInputSchema } from './inputs.ts';
import { hasSceneInItself } from './nesting.ts';
import { transformSchema } from './transform.ts';
import { transitionSchema } from './transition.ts';

export const MAX_SOURCES = 200;
export const MAX_SCENES = 100;
/** Of one scene. */
export const MAX_ITEMS = 200;

/** A channel without a source refers to this id. */
export const NO_SOURCE_ID = 'none';

export const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const id = idSchema;
const name = z.string().min(1).max(MAX_NAME_LENGTH);

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id, name, kind: z.literal('video'), input: videoInputSchema }),
  z.strictObject({ id, name, kind: z.literal('audio'), input: audioInputSchema }),
]);
export type Source = z.infer<typeof sourceSchema>;
export type VideoSource = Extract<Source, { kind: 'video' }>;

export const opacitySchema = z.number().min(0).max(1);

const itemSchema = z.strictObject({
  id,
  /** Of a video source. */
  sourceId: id,
  isVisible: z.boolean(),
  /** Whether the window keeps it from being moved by mistake. */
  isLocked: z.boolean(),
  opacity: opacitySchema,
  transform: transformSchema,
});
export type Item = z.infer<typeof itemSchema>;

const sceneSchema = z.strictObject({
  id,
  name,
  /** From back to front. */
  items: z.array(itemSchema).max(MAX_ITEMS),
  /** Leads to this scene, in place of the canvas's own. */
  transition: transitionSchema.optional(),
});
export type Scene = z.infer<typeof sceneSchema>;

const canvasSchema = z.strictObject({
  id,
  name,
  /** The scene on this canvas. */
  sceneId: id,
  transition: transitionSchema,
});

const channelSchema = z.strictObject({
  id,
  /** A video source stands for the sound that comes with its picture. */
  sourceId: id,
  isMuted: z.boolean(),
  /** Linear, 1 leaves the level unchanged. */
  gain: z.number().min(0).max(4),
});
export type Channel = z.infer<typeof channelSchema>;

const encodingSchema = z.strictObject({ id, name, canvasId: id, profile: encodingProfileSchema });

const documentShape = z.strictObject({
  sources: z.array(sourceSchema).max(MAX_SOURCES),
  scenes: z.array(sceneSchema).min(1).max(MAX_SCENES),
  canvases: z.array(canvasSchema).min(1).max(8),
  channels: z.array(channelSchema).min(1).max(100),
  encodings: z.array(encodingSchema).min(1).max(8),
});
export type StudioDocument = z.infer<typeof documentShape>;

export const studioDocumentSchema = documentShape
  .refine(hasValidReferences, 'an id is used twice or refers to nothing')
  .refine(hasUniqueNames, 'two sources or two scenes have the same name')
  .refine((document) => !hasSceneInItself(document), 'a scene contains itself');

function hasValidReferences(document: StudioDocument): boolean {
  const { sources, scenes, canvases, channels, encodings } = document;
  const lists = [sources, scenes, canvases, channels, encodings, ...scenes.map(({ items }) => items)];
  if (!lists.every((list) => new Set(list.map((each) => each.id)).size === list.length)) return false;
  const sourceIds = idsOf(sources);
  const videoIds = idsOf(sources.filter(({ kind }) => kind === 'video'));
  const sceneIds = idsOf(scenes);
  const canvasIds = idsOf(canvases);
  return (
    scenes.every(({ items }) => items.every(({ sourceId }) => videoIds.has(sourceId))) &&
    sources.every(({ input }) => input.type !== 'scene' || sceneIds.has(input.sceneId)) &&
    canvases.every(({ sceneId }) => sceneIds.has(sceneId)) &&
    channels.every(({ sourceId }) => sourceId === NO_SOURCE_ID || sourceIds.has(sourceId)) &&
    encodings.every(({ canvasId }) => canvasIds.has(canvasId))
  );
}

function hasUniqueNames({ sources, scenes }: StudioDocument): boolean {
  return [sources, scenes].every((list) => new Set(list.map((each) => each.name)).size === list.length);
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map((each) => each.id));
}
