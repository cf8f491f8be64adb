/** Edits of a window with one video and one audio source: those of the scene on the first canvas, its channel, its encoding. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import { texts } from '../../text/text.ts';
import type { EncodingProfile } from '../../encoding/profile.ts';
import {
  audioInputOf,
  channelOf,
  encodingOf,
  mainSceneOf,
  mainVideoOf,
  newItem,
  videoInputOf,
} from '../document.ts';
import type { MainCommand } from '../document-commands.ts';
import { MAX_SOURCES, NO_SOURCE_ID } from '../document-schema.ts';
import type { Channel, Item, Source, StudioDocument } from '../document-schema.ts';
import { hasSound } from '../inputs.ts';
import type { AudioChoice, SourceChoice } from '../inputs.ts';
import { plainChannel, withChannel, withoutChannels, withSoundOf } from '../mixer/channels.ts';
import { canvasBox, canvasTransform } from '../transform.ts';
import type { Size } from '../transform.ts';
import { refused, withScene } from './outcome.ts';
import type { MakeId } from './outcome.ts';
import { uniqueName } from './unique-name.ts';
import { withoutSources } from './unused.ts';

/** @throws AppError `studio/refused` */
export function reduceMain(document: StudioDocument, command: MainCommand, makeId: MakeId): StudioDocument {
  switch (command.type) {
    case 'setVideoSource':
      return isSameData(videoInputOf(document), command.source)
        ? document
        : withVideoSource(document, command.source, makeId);
    case 'setAudioSource':
      return isSameData(audioInputOf(document), command.audio)
        ? document
        : withAudioSource(document, command.audio, makeId);
    case 'setAudioLevel': {
      const { isMuted, gain, syncOffsetMs } = command;
      return changeChannel(document, (channel) => ({
        ...channel,
        isMuted: isMuted ?? channel.isMuted,
        gain: gain ?? channel.gain,
        ...(syncOffsetMs === undefined ? {} : { syncOffsetMs }),
      }));
    }
    case 'setEncoding':
      return isSameData(encodingOf(document), command.profile)
        ? document
        : withEncoding(document, command.profile);
    default:
      return missingCase(command);
  }
}

function withVideoSource(document: StudioDocument, choice: SourceChoice, makeId: MakeId): StudioDocument {
  const old = mainVideoOf(document);
  if (choice.type === 'none') return old === undefined ? document : withoutSources(document, [old.id]);
  const replaced = document.sources.find(({ id }) => id === old?.id);
  if (replaced?.kind === 'video') {
    const next = withSource(document, { ...replaced, input: choice });
    // The test pattern's beeps are heard where the audio source says so.
    const isSilent = choice.type === 'pattern' || hasSound(replaced.input);
    return withSoundOf(next, replaced.id, isSilent, makeId);
  }
  const scene = mainSceneOf(document);
  const id = makeId();
  const source: Source = { id, name: texts.names.videoSource, kind: 'video', input: choice };
  const added = withSoundOf(withSource(document, source), id, choice.type === 'pattern', makeId);
  // Behind what stands there already, so that nothing is covered.
  const item = newItem(makeId(), id, canvasTransform('inner', encodingOf(document)));
  return withScene(added, { ...scene, items: [item, ...scene.items] });
}

function withAudioSource(document: StudioDocument, choice: AudioChoice, makeId: MakeId): StudioDocument {
  const { sourceId: heardId } = channelOf(document);
  const old = document.sources.find(({ id, kind }) => id === heardId && kind === 'audio');
  if (choice.type === 'none' || choice.type === 'source') {
    const rest = old === undefined ? document : withoutSources(document, [old.id]);
    const video = mainVideoOf(document);
    const sourceId = choice.type === 'source' && video !== undefined ? video.id : NO_SOURCE_ID;
    const main = channelOf(rest);
    // A source has one channel.
    const others = rest.channels.filter((each) => each.sourceId === sourceId && each.id !== main.id);
    return changeChannel(
      sourceId === NO_SOURCE_ID
        ? rest
        : withoutChannels(
            rest,
            others.map(({ id }) => id),
          ),
      (channel) => ({ ...channel, sourceId }),
    );
  }
  const source: Source = {
    id: old?.id ?? makeId(),
    name: old?.name ?? texts.names.audioSource,
    ...{ kind: 'audio', input: choice },
  };
  return changeChannel(withSource(document, source), (channel) => ({ ...channel, sourceId: source.id }));
}

function withSource(document: StudioDocument, source: Source): StudioDocument {
  const { sources } = document;
  if (sources.some(({ id }) => id === source.id))
    return { ...document, sources: sources.map((each) => (each.id === source.id ? source : each)) };
  if (sources.length >= MAX_SOURCES) throw refused('tooManySources', { maximum: MAX_SOURCES });
  return { ...document, sources: [...sources, { ...source, name: uniqueName(source.name, sources) }] };
}

function changeChannel(document: StudioDocument, change: (channel: Channel) => Channel): StudioDocument {
  const channel = channelOf(document);
  const next = plainChannel(change(channel));
  return isSameData(plainChannel(channel), next) ? document : withChannel(document, next);
}

function withEncoding(document: StudioDocument, profile: EncodingProfile): StudioDocument {
  const [first, ...others] = document.encodings;
  if (first === undefined) return document;
  const encodings = [{ ...first, profile }, ...others];
  const { width, height } = first.profile;
  if (width * profile.height === profile.width * height) return { ...document, encodings };
  const refit = (item: Item): Item => refitted(item, first.profile, profile);
  return {
    ...document,
    encodings,
    scenes: document.scenes.map((scene) => ({ ...scene, items: scene.items.map(refit) })),
    canvases: document.canvases.map((canvas) => {
      const { preview } = canvas;
      const itemsOnAir = preview?.itemsOnAir?.map(refit);
      return preview === undefined || itemsOnAir === undefined
        ? canvas
        : { ...canvas, preview: { ...preview, itemsOnAir } };
    }),
  };
}

/** An item in a box that is the whole canvas stays so on a canvas of other proportions. */
function refitted(item: Item, from: Size, to: Size): Item {
  const { transform } = item;
  const { position, bounds, alignment } = canvasTransform('inner', from);
  const isWhole =
    transform.bounds.type !== 'none' &&
    transform.alignment === alignment &&
    isSameData(transform.position, position) &&
    transform.bounds.width === bounds.width &&
    transform.bounds.height === bounds.height;
  if (!isWhole) return item;
  return {
    ...item,
    transform: {
      ...transform,
      position: canvasTransform('inner', to).position,
      bounds: { ...transform.bounds, ...canvasBox(to) },
    },
  };
}
