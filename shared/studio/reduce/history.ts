/** Undo and redo of the studio document. Neither changes what is on air, unless that scene vanishes. */
import { isSameData } from '../../is-same-data.ts';
import { audioInputOf, videoInputOf } from '../document.ts';
import type { CreatedIds, DocumentCommand } from '../document-commands.ts';
import type { StudioDocument } from '../document-schema.ts';
import { isCaptured, isSameInput } from '../inputs.ts';
import type { MakeId } from './outcome.ts';
import { reduceDocument } from './reduce.ts';

/** Steps that undo remembers. */
const MAX_UNDO_STEPS = 100;

export interface DocumentHistory {
  readonly present: StudioDocument;
  /** Oldest first. */
  readonly past: readonly StudioDocument[];
  /** The next redo first. */
  readonly future: readonly StudioDocument[];
  /** Of the last step, as long as edits of the same gesture belong to it. */
  readonly gestureId: string | undefined;
}

export function beginHistory(present: StudioDocument): DocumentHistory {
  return { present, past: [], future: [], gestureId: undefined };
}

/**
 * Gives the same history back where nothing changed.
 * @throws AppError `studio/refused`
 */
export function edit(
  history: DocumentHistory,
  command: DocumentCommand,
  makeId: MakeId,
): { readonly history: DocumentHistory; readonly created: CreatedIds | undefined } {
  const { document: present, created } = reduceDocument(history.present, command, makeId);
  return { history: present === history.present ? history : followed(history, command, present), created };
}

function followed(
  history: DocumentHistory,
  command: DocumentCommand,
  present: StudioDocument,
): DocumentHistory {
  if (command.type === 'switchScene' || isRefinement(history.present, command))
    return { ...history, present };
  const { gestureId } = command;
  const { past } = history;
  if (gestureId === undefined || gestureId !== history.gestureId) {
    const steps = [...past, history.present].slice(-MAX_UNDO_STEPS);
    return { present, past: steps, future: [], gestureId };
  }
  const begun = past.at(-1);
  // A drag that ended where it began is no step.
  if (begun !== undefined && isSameData(keepOnAir(begun, present), present))
    return { present, past: past.slice(0, -1), future: [], gestureId: undefined };
  return { present, past, future: [], gestureId };
}

/** A device that was found, with its name or its new id, is no edit of the user's. */
function isRefinement(document: StudioDocument, command: DocumentCommand): boolean {
  switch (command.type) {
    case 'setVideoSource':
      return isSameInput(videoInputOf(document), command.source);
    case 'setAudioSource':
      return isSameInput(audioInputOf(document), command.audio);
    case 'setSourceInput': {
      const old = document.sources.find(({ id }) => id === command.sourceId)?.input;
      if (old === undefined || old.type !== command.input.type || !isCaptured(command.input)) return false;
      return isCaptured(old) && isSameInput(old, command.input);
    }
    default:
      return false;
  }
}

/** Gives the same history back when there is nothing to undo. */
export function undo(history: DocumentHistory): DocumentHistory {
  const { present, past, future } = history;
  const previous = past.at(-1);
  if (previous === undefined) return history;
  return {
    present: keepOnAir(previous, present),
    past: past.slice(0, -1),
    future: [present, ...future],
    gestureId: undefined,
  };
}

/** Gives the same history back when there is nothing to redo. */
export function redo(history: DocumentHistory): DocumentHistory {
  const { present, past, future } = history;
  const [next, ...later] = future;
  if (next === undefined) return history;
  return {
    present: keepOnAir(next, present),
    past: [...past, present],
    future: later,
    gestureId: undefined,
  };
}

/** The document with what `present` shows on its canvases, where it has those scenes. */
function keepOnAir(document: StudioDocument, present: StudioDocument): StudioDocument {
  const canvases = document.canvases.map((canvas) => {
    const shown = present.canvases.find(({ id }) => id === canvas.id)?.sceneId;
    const isThere = document.scenes.some(({ id }) => id === shown);
    return shown === undefined || !isThere || shown === canvas.sceneId
      ? canvas
      : { ...canvas, sceneId: shown };
  });
  return isSameData(canvases, document.canvases) ? document : { ...document, canvases };
}
