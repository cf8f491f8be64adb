/** What an edit of the studio document gives, and how it is refused. */
import { withReason } from '../../errors/error-reasons.ts';
import type { ErrorReason } from '../../errors/error-reasons.ts';
import type { AppError, ErrorDetails } from '../../errors/app-error.ts';
import type { CreatedIds } from '../document-commands.ts';
import type { Channel, Item, Scene, Source, StudioDocument } from '../document-schema.ts';

export interface Outcome {
  /** The same object where nothing changed. */
  readonly document: StudioDocument;
  readonly created?: CreatedIds;
}

/** Gives an id that the document doesn't have. */
export type MakeId = () => string;

export function refused(reason: ErrorReason, details: ErrorDetails = {}): AppError {
  return withReason('studio/refused', reason, details);
}

/** @throws AppError `studio/refused` */
export function findScene({ scenes }: StudioDocument, sceneId: string): Scene {
  const scene = scenes.find(({ id }) => id === sceneId);
  if (scene === undefined) throw refused('sceneUnknown');
  return scene;
}

/** One that can be on air. @throws AppError `studio/refused` */
export function findListedScene(document: StudioDocument, sceneId: string): Scene {
  const scene = findScene(document, sceneId);
  if (scene.group !== undefined) throw refused('sceneUnknown');
  return scene;
}

/** @throws AppError `studio/refused` */
export function findItem({ items }: Scene, itemId: string): Item {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) throw refused('itemUnknown');
  return item;
}

/** @throws AppError `studio/refused` */
export function findSource({ sources }: StudioDocument, sourceId: string): Source {
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) throw refused('sourceUnknown');
  return source;
}

/** @throws AppError `studio/refused` */
export function findChannel({ channels }: StudioDocument, channelId: string): Channel {
  const channel = channels.find(({ id }) => id === channelId);
  if (channel === undefined) throw refused('channelUnknown');
  return channel;
}

/** With this scene in place of the one with its id; the same document where it is the same scene. */
export function withScene(document: StudioDocument, scene: Scene): StudioDocument {
  if (document.scenes.includes(scene)) return document;
  return { ...document, scenes: document.scenes.map((each) => (each.id === scene.id ? scene : each)) };
}

/** The list with the element of this id at another place; the same list where it stands there. */
export function moved<T extends { readonly id: string }>(list: T[], id: string, index: number): T[] {
  const from = list.findIndex((each) => each.id === id);
  const to = Math.min(index, list.length - 1);
  const [element] = list.slice(from, from + 1);
  if (element === undefined || from === to) return list;
  const others = list.filter((each) => each !== element);
  return [...others.slice(0, to), element, ...others.slice(to)];
}
