/**
 * The studio document as data: sources, scenes, canvases, mixer channels and encodings, all by id. A source's size isn't part of
 * the document: whoever has the source knows it.
 */
import * as z from 'zod';
import { MAX_NAME_LENGTH } from '../destinations/name.ts';
import { encodingProfileSchema } from '../encoding/profile-schema.ts';
import { MAX_FILTERS, filterSettingsSchema } from './filters/filter.ts';
import { blendModeSchema, cornerRadiusSchema, scaleFilterSchema } from './filters/look.ts';
import { groupFrameSchema } from './groups/group-frame.ts';
import { audioInputSchema, videoInputSchema } from './inputs.ts';
import {
  balanceSchema,
  gainSchema,
  MAX_CHANNELS,
  mixerSchema,
  monitoringSchema,
  pushToSchema,
  sideSchema,
  syncOffsetSchema,
  tracksSchema,
} from './mixer/channel-settings.ts';
import { soundFilterSettingsSchema } from './mixer/sound-filter.ts';
import { hasSceneInItself } from './nesting.ts';
import { stingerSources } from './studio-mode/stingers.ts';
import { transformSchema } from './transform.ts';
import { itemTransitionSchema, transitionSchema } from './transition.ts';

export const MAX_SOURCES = 200;
export const MAX_SCENES = 100;
/** Of one scene. */
export const MAX_ITEMS = 200;
/** Of one canvas. */
export const MAX_QUICK_TRANSITIONS = 20;

/** A channel without a source refers to this id. */
export const NO_SOURCE_ID = 'none';

export const idSchema = z.string().regex(/^[a-z0-9-]{1,64}$/);
const id = idSchema;
const name = z.string().min(1).max(MAX_NAME_LENGTH);

const filterSchema = z.strictObject({
  /** Of one filter in the whole document. */
  id,
  /** Of one filter of its source or scene. */
  name,
  isEnabled: z.boolean(),
  settings: filterSettingsSchema,
});
export type Filter = z.infer<typeof filterSchema>;

/** In the order in which they change the picture. */
const filters = z.array(filterSchema).max(MAX_FILTERS).optional();

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id, name, kind: z.literal('video'), input: videoInputSchema, filters }),
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
  /** `normal` when absent. */
  blendMode: blendModeSchema.optional(),
  /** 0 when absent. */
  cornerRadius: cornerRadiusSchema.optional(),
  /** `auto` when absent. */
  scaleFilter: scaleFilterSchema.optional(),
  /** How the item comes and goes; at once where absent. */
  showTransition: itemTransitionSchema.optional(),
  hideTransition: itemTransitionSchema.optional(),
});
export type Item = z.infer<typeof itemSchema>;

const sceneSchema = z.strictObject({
  id,
  name,
  /** From back to front. */
  items: z.array(itemSchema).max(MAX_ITEMS),
  /** A group: shown by items of other scenes alone, never on a canvas by itself. */
  group: groupFrameSchema.optional(),
  /** Leads to this scene, in place of the canvas's own. */
  transition: transitionSchema.optional(),
  /** Of the composed scene. */
  filters,
});
export type Scene = z.infer<typeof sceneSchema>;

/** How the scene came on the canvas, where that wasn't its own way: `number` is another one each time. */
const arrivalSchema = z.strictObject({
  number: z.number().int().min(0),
  transition: transitionSchema.optional(),
});

const previewSchema = z.strictObject({
  /** The scene that is prepared. */
  sceneId: id,
  /** On air in place of the scene's own items, where these were edited in the preview since. */
  itemsOnAir: z.array(itemSchema).max(MAX_ITEMS).optional(),
  /** Of the T-bar: how far the preview has come on air by hand. */
  position: z.number().min(0).max(1).optional(),
});

const canvasSchema = z.strictObject({
  id,
  name,
  /** The scene on this canvas. */
  sceneId: id,
  transition: transitionSchema,
  arrival: arrivalSchema.optional(),
  /** Studio mode is on as long as there is one. */
  preview: previewSchema.optional(),
  /** Whether the scene that was on air is prepared next, after a transition; true when absent. */
  isSwapping: z.boolean().optional(),
  quickTransitions: z.array(transitionSchema).max(MAX_QUICK_TRANSITIONS).optional(),
});
export type Canvas = z.infer<typeof canvasSchema>;
export type CanvasPreview = z.infer<typeof previewSchema>;

const soundFilterSchema = z.strictObject({
  /** Of one filter in the whole document. */
  id,
  /** Of one filter of its channel. */
  name,
  isEnabled: z.boolean(),
  settings: soundFilterSettingsSchema,
});
export type SoundFilter = z.infer<typeof soundFilterSchema>;

/** Of the mixer: what is absent is usual. Each source has one channel at most. */
const channelSchema = z.strictObject({
  id,
  /** A video source stands for the sound that comes with its picture. */
  sourceId: id,
  isMuted: z.boolean(),
  gain: gainSchema,
  /** How much later than captured it is heard; not at all when absent. */
  syncOffsetMs: syncOffsetSchema.optional(),
  /** Both sides alike when absent. */
  balance: balanceSchema.optional(),
  /** Both sides are mixed to one; false when absent. */
  isMono: z.boolean().optional(),
  /** Both sides of the source when absent. */
  side: sideSchema.optional(),
  /** All when absent. */
  tracks: tracksSchema.optional(),
  /** The headphones don't get the channel when absent. */
  monitoring: monitoringSchema.optional(),
  /** Heard only while one of these scenes is on air, by itself or in another; always when absent. */
  sceneIds: z.array(id).min(1).max(MAX_SCENES).optional(),
  /** In the order in which they change the sound. */
  filters: z.array(soundFilterSchema).max(MAX_FILTERS).optional(),
  pushTo: pushToSchema.optional(),
});
export type Channel = z.infer<typeof channelSchema>;

const encodingSchema = z.strictObject({ id, name, canvasId: id, profile: encodingProfileSchema });

const documentShape = z.strictObject({
  sources: z.array(sourceSchema).max(MAX_SOURCES),
  scenes: z.array(sceneSchema).min(1).max(MAX_SCENES),
  canvases: z.array(canvasSchema).min(1).max(8),
  channels: z.array(channelSchema).min(1).max(MAX_CHANNELS),
  encodings: z.array(encodingSchema).min(1).max(8),
  mixer: mixerSchema.optional(),
});
export type StudioDocument = z.infer<typeof documentShape>;

export const studioDocumentSchema = documentShape.superRefine((document, context) => {
  const found = findDocumentFault(document);
  if (found === undefined) return;
  const { path, fault } = found;
  context.addIssue({ code: 'custom', path: [...path], params: { fault } });
});

/** What no field shows by itself: ids that lead nowhere, names that stand twice, a scene within itself. */
interface DocumentFault {
  readonly path: readonly (string | number)[];
  readonly fault: 'idTwice' | 'idUnknown' | 'nameTwice' | 'sceneInItself' | 'trackTwice';
}

/** The first one. */
function findDocumentFault(document: StudioDocument): DocumentFault | undefined {
  return findTwice(document) ?? findUnknown(document) ?? findNested(document) ?? findSoundFault(document);
}

function findTwice(document: StudioDocument): DocumentFault | undefined {
  const { sources, scenes, canvases, channels, encodings } = document;
  for (const [list, each] of Object.entries({ sources, scenes, canvases, channels, encodings })) {
    const at = secondOf(each.map(({ id }) => id));
    if (at !== undefined) return { path: [list, at, 'id'], fault: 'idTwice' };
  }
  for (const [index, { items }] of scenes.entries()) {
    const at = secondOf(items.map(({ id }) => id));
    if (at !== undefined) return { path: ['scenes', index, 'items', at, 'id'], fault: 'idTwice' };
  }
  const filters = [...[...sources, ...scenes].flatMap(filtersOf), ...channels.flatMap(soundFiltersOf)];
  const filterAt = secondOf(filters.map((filter) => filter.id));
  if (filterAt !== undefined) return { path: ['filters', filterAt, 'id'], fault: 'idTwice' };
  for (const [list, each] of Object.entries({ sources, scenes })) {
    const at = secondOf(each.map((named) => named.name));
    if (at !== undefined) return { path: [list, at, 'name'], fault: 'nameTwice' };
  }
  return undefined;
}

/** Of a source or of a scene. */
export function filtersOf(owner: Source | Scene): readonly Filter[] {
  return ('filters' in owner ? owner.filters : undefined) ?? [];
}

export function soundFiltersOf(channel: Channel): readonly SoundFilter[] {
  return channel.filters ?? [];
}

/** Where a value stands for the second time. */
function secondOf(values: readonly (string | number)[]): number | undefined {
  const seen = new Set<string | number>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) return index;
    seen.add(value);
  }
  return undefined;
}

function findUnknown(document: StudioDocument): DocumentFault | undefined {
  const { sources, scenes, canvases, channels, encodings } = document;
  const sourceIds = idsOf(sources);
  const videoIds = idsOf(sources.filter(({ kind }) => kind === 'video'));
  const sceneIds = idsOf(scenes);
  const canvasIds = idsOf(canvases);
  const unknown = (...path: readonly (string | number)[]): DocumentFault => ({ path, fault: 'idUnknown' });
  for (const [index, { items }] of scenes.entries()) {
    const at = items.findIndex(({ sourceId }) => !videoIds.has(sourceId));
    if (at >= 0) return unknown('scenes', index, 'items', at, 'sourceId');
  }
  const source = sources.findIndex(({ input }) => input.type === 'scene' && !sceneIds.has(input.sceneId));
  if (source >= 0) return unknown('sources', source, 'input', 'sceneId');
  const listedIds = idsOf(scenes.filter(({ group }) => group === undefined));
  for (const [index, { sceneId, preview }] of canvases.entries()) {
    if (!listedIds.has(sceneId)) return unknown('canvases', index, 'sceneId');
    if (preview === undefined) continue;
    if (!listedIds.has(preview.sceneId)) return unknown('canvases', index, 'preview', 'sceneId');
    const at = (preview.itemsOnAir ?? []).findIndex(({ sourceId }) => !videoIds.has(sourceId));
    if (at >= 0) return unknown('canvases', index, 'preview', 'itemsOnAir', at, 'sourceId');
  }
  if ([...stingerSources(document)].some((sourceId) => !videoIds.has(sourceId)))
    return unknown('canvases', 0, 'transition', 'sourceId');
  const channel = channels.findIndex(({ sourceId }) => sourceId !== NO_SOURCE_ID && !sourceIds.has(sourceId));
  if (channel >= 0) return unknown('channels', channel, 'sourceId');
  const encoding = encodings.findIndex(({ canvasId }) => !canvasIds.has(canvasId));
  return encoding >= 0 ? unknown('encodings', encoding, 'canvasId') : undefined;
}

function findNested(document: StudioDocument): DocumentFault | undefined {
  return hasSceneInItself(document) ? { path: ['scenes'], fault: 'sceneInItself' } : undefined;
}

/** Tracks that are listed twice; channels that share a source, or that name a scene or a channel that isn't there. */
function findSoundFault({ channels, scenes, mixer }: StudioDocument): DocumentFault | undefined {
  const channelIds = idsOf(channels);
  const sceneIds = idsOf(scenes);
  const sourceIds = channels.map(({ id: own, sourceId }) =>
    sourceId === NO_SOURCE_ID ? `:${own}` : sourceId,
  );
  const shared = secondOf(sourceIds);
  if (shared !== undefined) return { path: ['channels', shared, 'sourceId'], fault: 'idTwice' };
  for (const [index, channel] of channels.entries()) {
    const path = ['channels', index] as const;
    const track = secondOf(channel.tracks ?? []);
    if (track !== undefined) return { path: [...path, 'tracks', track], fault: 'trackTwice' };
    const scene = (channel.sceneIds ?? []).findIndex((sceneId) => !sceneIds.has(sceneId));
    if (scene >= 0) return { path: [...path, 'sceneIds', scene], fault: 'idUnknown' };
    const filter = soundFiltersOf(channel).findIndex(({ settings }) => {
      const side = sideChannelOf(settings);
      return side !== undefined && (side === channel.id || !channelIds.has(side));
    });
    if (filter >= 0)
      return { path: [...path, 'filters', filter, 'settings', 'sideChannelId'], fault: 'idUnknown' };
  }
  const recorded = secondOf(mixer?.recordingTracks ?? []);
  return recorded === undefined
    ? undefined
    : { path: ['mixer', 'recordingTracks', recorded], fault: 'trackTwice' };
}

/** The channel that a filter listens to, beside its own. */
export function sideChannelOf(settings: SoundFilter['settings']): string | undefined {
  return settings.type === 'compressor' ? settings.sideChannelId : undefined;
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}
