/**
 * Edits of the studio document, pure: a document and a command in, the next document out, with undo. A command that
 * changes nothing gives the same document back.
 */
import { missingCase } from '../assert.ts';
import type { DocumentCommand } from './commands.ts';
import {
  MAIN_AUDIO_ID,
  MAIN_VIDEO_ID,
  NO_SOURCE_ID,
  audioInputOf,
  encodingOf,
  videoInputOf,
} from './document.ts';
import type { Channel, Source, StudioDocument } from './document.ts';
import { isSameInput } from './inputs.ts';
import type { AudioChoice, SourceChoice } from './inputs.ts';

/** Steps that undo remembers. */
const MAX_UNDO_STEPS = 100;

export interface DocumentHistory {
  readonly present: StudioDocument;
  /** Oldest first. */
  readonly past: readonly StudioDocument[];
  /** The next redo first. */
  readonly future: readonly StudioDocument[];
}

export function reduceDocument(document: StudioDocument, command: DocumentCommand): StudioDocument {
  switch (command.type) {
    case 'setVideoSource':
      return isSame(videoInputOf(document), command.source)
        ? document
        : withVideoSource(document, command.source);
    case 'setAudioSource':
      return isSame(audioInputOf(document), command.audio)
        ? document
        : withAudioSource(document, command.audio);
    case 'setAudioLevel': {
      const { isMuted, gain } = command;
      return changeChannel(document, (channel) => ({
        ...channel,
        isMuted: isMuted ?? channel.isMuted,
        gain: gain ?? channel.gain,
      }));
    }
    case 'setEncoding': {
      if (isSame(encodingOf(document), command.profile)) return document;
      const [first, ...others] = document.encodings;
      return first === undefined
        ? document
        : { ...document, encodings: [{ ...first, profile: command.profile }, ...others] };
    }
    default:
      return missingCase(command);
  }
}

export function beginHistory(present: StudioDocument): DocumentHistory {
  return { present, past: [], future: [] };
}

export function edit(history: DocumentHistory, command: DocumentCommand): DocumentHistory {
  const present = reduceDocument(history.present, command);
  if (present === history.present) return history;
  // A device that was found, with its name or its new id, is no edit of the user's.
  if (isRefinement(history.present, command)) return { ...history, present };
  return { present, past: [...history.past, history.present].slice(-MAX_UNDO_STEPS), future: [] };
}

function isRefinement(document: StudioDocument, command: DocumentCommand): boolean {
  if (command.type === 'setVideoSource') return isSameInput(videoInputOf(document), command.source);
  return command.type === 'setAudioSource' && isSameInput(audioInputOf(document), command.audio);
}

/** Gives the same history back when there is nothing to undo. */
export function undo(history: DocumentHistory): DocumentHistory {
  const { present, past, future } = history;
  const previous = past.at(-1);
  if (previous === undefined) return history;
  return { present: previous, past: past.slice(0, -1), future: [present, ...future] };
}

/** Gives the same history back when there is nothing to redo. */
export function redo(history: DocumentHistory): DocumentHistory {
  const { present, past, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return { present: next, past: [...past, present], future: later };
}

function withVideoSource(document: StudioDocument, choice: SourceChoice): StudioDocument {
  const [scene, ...otherScenes] = document.scenes;
  if (scene === undefined) return document;
  const old = document.sources.find(({ kind }) => kind === 'video');
  if (choice.type === 'none') return old === undefined ? document : withoutSource(document, old.id);
  const id = old?.id ?? MAIN_VIDEO_ID;
  const source: Source = { id, name: old?.name ?? 'Video', kind: 'video', input: choice };
  const items = scene.items.some(({ sourceId }) => sourceId === id)
    ? scene.items
    : [...scene.items, { id: `item-${id}`, sourceId: id }];
  return {
    ...document,
    sources: withSource(document.sources, source),
    scenes: [{ ...scene, items }, ...otherScenes],
  };
}

function withAudioSource(document: StudioDocument, choice: AudioChoice): StudioDocument {
  const old = document.sources.find(({ kind }) => kind === 'audio');
  if (choice.type === 'none' || choice.type === 'source') {
    const rest = old === undefined ? document : withoutSource(document, old.id);
    const video = document.sources.find(({ kind }) => kind === 'video');
    const sourceId = choice.type === 'source' && video !== undefined ? video.id : NO_SOURCE_ID;
    return changeChannel(rest, (channel) => ({ ...channel, sourceId }));
  }
  const id = old?.id ?? MAIN_AUDIO_ID;
  const source: Source = { id, name: old?.name ?? 'Audio', kind: 'audio', input: choice };
  const next = { ...document, sources: withSource(document.sources, source) };
  return changeChannel(next, (channel) => ({ ...channel, sourceId: id }));
}

function withSource(sources: readonly Source[], source: Source): Source[] {
  const isKnown = sources.some(({ id }) => id === source.id);
  return isKnown ? sources.map((each) => (each.id === source.id ? source : each)) : [...sources, source];
}

/** Items of the source go along; its channels fall silent and keep their levels. */
function withoutSource(document: StudioDocument, id: string): StudioDocument {
  return {
    ...document,
    sources: document.sources.filter((source) => source.id !== id),
    scenes: document.scenes.map((scene) => ({
      ...scene,
      items: scene.items.filter(({ sourceId }) => sourceId !== id),
    })),
    channels: document.channels.map((channel) =>
      channel.sourceId === id ? { ...channel, sourceId: NO_SOURCE_ID } : channel,
    ),
  };
}

function changeChannel(document: StudioDocument, change: (channel: Channel) => Channel): StudioDocument {
  const [first, ...others] = document.channels;
  if (first === undefined) return document;
  const next = change(first);
  return isSame(first, next) ? document : { ...document, channels: [next, ...others] };
}

/** Both are plain data of the same schema. */
function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
