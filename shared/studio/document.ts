/**
 * The studio document: sources, scenes, canvases, mixer channels and encodings, all by id. Main owns and saves the document;
 * the window and the engine derive what they do from it. Today's window edits one scene on one canvas with one encoding.
 */
import { z } from 'zod';
import { assert } from '../assert.ts';
import { defaultEncodingProfile, encodingProfileSchema } from '../encoding/profile.ts';
import type { Encoding } from '../encoding/encoding.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import { MAIN_TRACK } from '../media/track.ts';
import { audioInputSchema, videoInputSchema } from './inputs.ts';
import type { AudioChoice, SourceChoice } from './inputs.ts';

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const name = z.string().min(1).max(100);

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ id, name, kind: z.literal('video'), input: videoInputSchema }),
  z.strictObject({ id, name, kind: z.literal('audio'), input: audioInputSchema }),
]);
export type Source = z.infer<typeof sourceSchema>;

const sceneSchema = z.strictObject({
  id,
  name,
  /** From back to front. */
  items: z.array(z.strictObject({ id, sourceId: id })).max(200),
});

const canvasSchema = z.strictObject({
  id,
  name,
  /** The scene on this canvas. */
  sceneId: id,
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
  sources: z.array(sourceSchema).max(200),
  scenes: z.array(sceneSchema).min(1).max(100),
  canvases: z.array(canvasSchema).min(1).max(8),
  channels: z.array(channelSchema).min(1).max(100),
  encodings: z.array(encodingSchema).min(1).max(8),
});
export type StudioDocument = z.infer<typeof documentShape>;

export const studioDocumentSchema = documentShape.refine(
  hasValidReferences,
  'an id is used twice or refers to nothing',
);

/** A channel without a source refers to this id. */
export const NO_SOURCE_ID = 'none';

export const MAIN_VIDEO_ID = 'video';
export const MAIN_AUDIO_ID = 'audio';
export const MAIN_ID = 'main';

/** One scene with one video source, one channel, one canvas, one encoding. */
export function buildDocument(choices: {
  readonly source: SourceChoice;
  readonly audio: AudioChoice;
  readonly isMuted: boolean;
  readonly gain: number;
  readonly encoding: EncodingProfile;
}): StudioDocument {
  const { source, audio, isMuted, gain, encoding } = choices;
  const videoSources: Source[] =
    source.type === 'none' ? [] : [{ id: MAIN_VIDEO_ID, name: 'Video', kind: 'video', input: source }];
  const hasOwnAudio = audio.type === 'microphone' || audio.type === 'tone';
  const audioSources: Source[] = hasOwnAudio
    ? [{ id: MAIN_AUDIO_ID, name: 'Audio', kind: 'audio', input: audio }]
    : [];
  const isSilent = audio.type === 'none' || (audio.type === 'source' && source.type === 'none');
  return {
    sources: [...videoSources, ...audioSources],
    scenes: [
      {
        id: MAIN_ID,
        name: 'Scene',
        items: videoSources.map(({ id: sourceId }) => ({ id: `item-${sourceId}`, sourceId })),
      },
    ],
    canvases: [{ id: MAIN_ID, name: 'Main', sceneId: MAIN_ID }],
    // A silent channel keeps its level for the next audio source.
    channels: [
      {
        id: MAIN_ID,
        sourceId: hasOwnAudio ? MAIN_AUDIO_ID : isSilent ? NO_SOURCE_ID : MAIN_VIDEO_ID,
        isMuted,
        gain,
      },
    ],
    encodings: [{ id: MAIN_ID, name: 'Main', canvasId: MAIN_ID, profile: encoding }],
  };
}

export const defaultDocument: StudioDocument = buildDocument({
  source: { type: 'camera' },
  audio: { type: 'microphone' },
  isMuted: false,
  gain: 1,
  encoding: defaultEncodingProfile,
});

/** One object each: a view that compares what it was given sees no change where there is none. */
const noInput = { type: 'none' } as const;
const audioOfVideo = { type: 'source' } as const;

/** What the canvas shows. */
export function videoInputOf({ sources }: StudioDocument): SourceChoice {
  const found = sources.find((source) => source.kind === 'video');
  return found === undefined ? noInput : found.input;
}

export function audioInputOf(document: StudioDocument): AudioChoice {
  const { sourceId } = channelOf(document);
  const found = document.sources.find((source) => source.id === sourceId);
  if (found === undefined) return noInput;
  return found.kind === 'audio' ? found.input : audioOfVideo;
}

export function channelOf({ channels }: StudioDocument): Channel {
  const [channel] = channels;
  assert(channel !== undefined, 'a document has a channel');
  return channel;
}

export function encodingOf(document: StudioDocument): EncodingProfile {
  return outputEncodingOf(document).profile;
}

/** What every output takes today. The mixer has one track. */
export function outputEncodingOf({ encodings }: StudioDocument): Encoding {
  const [encoding] = encodings;
  assert(encoding !== undefined, 'a document has an encoding');
  const { id, canvasId, profile } = encoding;
  return { id, canvasId, trackId: MAIN_TRACK, profile };
}

/** The encoding of a stream that has no document. */
export function mainEncoding(profile: EncodingProfile): Encoding {
  return { id: MAIN_ID, canvasId: MAIN_ID, trackId: MAIN_TRACK, profile };
}

function hasValidReferences(document: StudioDocument): boolean {
  const { sources, scenes, canvases, channels, encodings } = document;
  const lists = [sources, scenes, canvases, channels, encodings, ...scenes.map(({ items }) => items)];
  const areUnique = lists.every((list) => new Set(list.map((each) => each.id)).size === list.length);
  const has = (list: readonly { readonly id: string }[], wanted: string): boolean =>
    list.some((each) => each.id === wanted);
  return (
    areUnique &&
    scenes.every(({ items }) => items.every(({ sourceId }) => has(sources, sourceId))) &&
    canvases.every(({ sceneId }) => has(scenes, sceneId)) &&
    channels.every(({ sourceId }) => sourceId === NO_SOURCE_ID || has(sources, sourceId)) &&
    encodings.every(({ canvasId }) => has(canvases, canvasId))
  );
}
