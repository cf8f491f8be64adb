/** Undo and redo of the studio document. Neither changes what is on air, unless that scene vanishes. */
import { isSameData } from '../../is-same-data.ts';
import { audioInputOf, videoInputOf } from '../document.ts';
import type { CreatedIds, DocumentCommand } from '../document-commands.ts';
import type { CanvasPreview, StudioDocument } from '../document-schema.ts';
import { isCaptured, isSameInput } from '../inputs.ts';
import { orderedCanvas } from './canvases.ts';
import type { MakeId } from './outcome.ts';
import { reduceDocument } from './reduce.ts';
import { withoutUnused } from './unused.ts';

/** Steps that undo remembers. */
const MAX_UNDO_STEPS = 100;

/** What they change is no step, and undo leaves it. */
const onAirCommands: ReadonlySet<DocumentCommand['type']> = new Set([
  'switchScene',
  'setStudioMode',
  'setPreviewScene',
  'transition',
  'setTransitionPosition',
]);

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
  if (onAirCommands.has(command.type) || isRefinement(history.present, command))
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
    case 'setAudioInput': {
      const source = document.sources.find(({ id }) => id === command.sourceId);
      return source?.kind === 'audio' && isSameInput(source.input, command.input);
    }
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

/** The document with what `present` shows and prepares on its canvases, where it has those scenes. */
function keepOnAir(document: StudioDocument, present: StudioDocument): StudioDocument {
  const sceneIds = new Set(document.scenes.map(({ id }) => id));
  const sourceIds = new Set(document.sources.map(({ id }) => id));
  const canvases = document.canvases.map((canvas) => {
    const shown = present.canvases.find(({ id }) => id === canvas.id);
    if (shown === undefined) return canvas;
    const { arrival, isSwapping, preview } = shown;
    const sceneId = sceneIds.has(shown.sceneId) ? shown.sceneId : canvas.sceneId;
    return orderedCanvas({
      ...canvas,
      sceneId,
      arrival,
      isSwapping,
      preview: preview && keepPreview(preview),
    });

    function keepPreview({ sceneId: preparedId, itemsOnAir, position }: CanvasPreview): CanvasPreview {
      // What was on air of a scene is of no use for another.
      const isKept = sceneId === shown?.sceneId;
      const items = isKept ? itemsOnAir?.filter(({ sourceId }) => sourceIds.has(sourceId)) : undefined;
      return { sceneId: sceneIds.has(preparedId) ? preparedId : sceneId, itemsOnAir: items, position };
    }
  });
  if (isSameData(canvases, document.canvases)) return document;
  // What was on air alone when the document was left, goes.
  const gone = document.canvases.flatMap(({ preview }) => preview?.itemsOnAir ?? []);
  return withoutUnused(
    { ...document, canvases },
    gone.map(({ sourceId }) => sourceId),
  );
}
