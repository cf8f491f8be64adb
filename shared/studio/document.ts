/**
 * The studio document as main owns and saves it, and what is read from it. The window and the engine derive what they do from it.
 * Today's window shows the captured source of the scene on the first canvas.
 */
import { assert } from '../assert.ts';
import { defaultEncodingProfile } from '../encoding/profile.ts';
import type { Encoding } from '../encoding/encoding.ts';
import type { EncodingProfile } from '../encoding/profile.ts';
import { MAIN_TRACK, soundTrackId } from '../media/track.ts';
import { en } from '../text/en.ts';
import { texts } from '../text/text.ts';
import type { Text } from '../text/text.ts';
import { NO_SOURCE_ID } from './document-schema.ts';
import type { Channel, Item, Scene, Source, StudioDocument } from './document-schema.ts';
import { isCaptured } from './inputs.ts';
import { mixerSettingsOf } from './mixer/channel-settings.ts';
import type { AudioChoice, CapturedInput, SourceChoice } from './inputs.ts';
import { canvasTransform } from './transform.ts';
import type { Size } from './transform.ts';
import type { Transform } from './transform-schema.ts';
import { defaultTransition } from './transition.ts';

const MAIN_VIDEO_ID = 'video';
const MAIN_AUDIO_ID = 'audio';
export const MAIN_ID = 'main';

/** One scene with one video source over the whole canvas, one channel, one canvas, one encoding. */
export function buildDocument(choices: {
  readonly source: SourceChoice;
  readonly audio: AudioChoice;
  readonly isMuted: boolean;
  readonly gain: number;
  readonly encoding: EncodingProfile;
}): StudioDocument {
  return documentNamed(texts.names, choices);
}

type Choices = Parameters<typeof buildDocument>[0];

function documentNamed(names: Text['names'], choices: Choices): StudioDocument {
  const { source, audio, isMuted, gain, encoding } = choices;
  const videoSources: Source[] =
    source.type === 'none'
      ? []
      : [{ id: MAIN_VIDEO_ID, name: names.videoSource, kind: 'video', input: source }];
  const hasOwnAudio = audio.type !== 'source' && audio.type !== 'none';
  const audioSources: Source[] = hasOwnAudio
    ? [{ id: MAIN_AUDIO_ID, name: names.audioSource, kind: 'audio', input: audio }]
    : [];
  const isSilent = audio.type === 'none' || (audio.type === 'source' && source.type === 'none');
  const transform = canvasTransform('inner', encoding);
  return {
    sources: [...videoSources, ...audioSources],
    scenes: [
      {
        id: MAIN_ID,
        name: names.scene,
        items: videoSources.map(({ id }) => newItem(`item-${id}`, id, transform)),
      },
    ],
    canvases: [{ id: MAIN_ID, name: names.canvas, sceneId: MAIN_ID, transition: defaultTransition }],
    // A silent channel keeps its level for the next audio source.
    channels: [
      {
        id: MAIN_ID,
        sourceId: hasOwnAudio ? MAIN_AUDIO_ID : isSilent ? NO_SOURCE_ID : MAIN_VIDEO_ID,
        isMuted,
        gain,
      },
    ],
    encodings: [{ id: MAIN_ID, name: names.encoding, canvasId: MAIN_ID, profile: encoding }],
  };
}

export function newItem(id: string, sourceId: string, transform: Transform): Item {
  return { id, sourceId, isVisible: true, isLocked: false, opacity: 1, transform };
}

const usualChoices: Choices = {
  source: { type: 'camera' },
  audio: { type: 'microphone' },
  isMuted: false,
  gain: 1,
  encoding: defaultEncodingProfile,
};

/** In English, whatever the language of the process is. */
export const defaultDocument: StudioDocument = documentNamed(en.names, usualChoices);

/** That of a new profile, its names in the language of the process. */
export function newDocument(): StudioDocument {
  return buildDocument(usualChoices);
}

/** One object each: a view that compares what it was given sees no change where there is none. */
const noInput = { type: 'none' } as const;
const audioOfVideo = { type: 'source' } as const;

export interface MainVideoSource {
  readonly id: string;
  readonly name: string;
  readonly input: CapturedInput;
}

/** The rearmost captured source of the scene on the first canvas: the one that today's window shows. */
export function mainVideoOf(document: StudioDocument): MainVideoSource | undefined {
  for (const { sourceId } of mainSceneOf(document).items) {
    const source = document.sources.find(({ id }) => id === sourceId);
    if (source?.kind !== 'video') continue;
    const { id, name, input } = source;
    if (isCaptured(input)) return { id, name, input };
  }
  return undefined;
}

export function mainSceneOf({ canvases, scenes }: StudioDocument): Scene {
  const scene = scenes.find(({ id }) => id === canvases[0]?.sceneId);
  assert(scene !== undefined, 'a document has a scene on its canvas');
  return scene;
}

/** The scene that the window edits: the one in the preview in studio mode, or else the one on air. */
export function editedSceneOf(document: StudioDocument): Scene {
  const sceneId = document.canvases[0]?.preview?.sceneId;
  return document.scenes.find(({ id }) => id === sceneId) ?? mainSceneOf(document);
}

/** Scenes that can be on air; groups are none. */
export function listedScenes({ scenes }: StudioDocument): readonly Scene[] {
  return scenes.filter(({ group }) => group === undefined);
}

/** The group that an item shows, if it shows one. */
export function groupOf({ sources, scenes }: StudioDocument, { sourceId }: Item): Scene | undefined {
  const input = sources.find(({ id }) => id === sourceId)?.input;
  const scene = input?.type === 'scene' ? scenes.find(({ id }) => id === input.sceneId) : undefined;
  return scene?.group === undefined ? undefined : scene;
}

export function videoInputOf(document: StudioDocument): SourceChoice {
  return mainVideoOf(document)?.input ?? noInput;
}

export function audioInputOf(document: StudioDocument): AudioChoice {
  const { sourceId } = channelOf(document);
  const found = document.sources.find((source) => source.id === sourceId);
  if (found === undefined) return noInput;
  return found.kind === 'audio' ? found.input : audioOfVideo;
}

/** The main channel, wherever it stands: what a window with one audio source changes. */
export function channelOf({ channels }: StudioDocument): Channel {
  const channel = channels.find(({ id }) => id === MAIN_ID) ?? channels[0];
  assert(channel !== undefined, 'a document has a channel');
  return channel;
}

export function encodingOf(document: StudioDocument): EncodingProfile {
  return outputEncodingOf(document).profile;
}

/** What every output takes today. */
export function outputEncodingOf({ encodings, mixer }: StudioDocument): Encoding {
  const [encoding] = encodings;
  assert(encoding !== undefined, 'a document has an encoding');
  const { id, canvasId, profile } = encoding;
  return { id, canvasId, trackId: soundTrackId(mixerSettingsOf(mixer).streamTrack), profile };
}

/** Pixels of the canvas that shows the scene, or else of the first one. */
export function canvasSizeOf(document: StudioDocument, sceneId: string): Size {
  const canvas = document.canvases.find((each) => each.sceneId === sceneId);
  const encoding = document.encodings.find(({ canvasId }) => canvasId === canvas?.id);
  const { width, height } = encoding?.profile ?? encodingOf(document);
  return { width, height };
}

/** The encoding of a stream that has no document. */
export function mainEncoding(profile: EncodingProfile): Encoding {
  return { id: MAIN_ID, canvasId: MAIN_ID, trackId: MAIN_TRACK, profile };
}
