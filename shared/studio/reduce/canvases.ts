/** What the canvases show: a scene on air, and how it came there. */
import { isSameData } from '../../is-same-data.ts';
import type { Canvas, CanvasPreview, StudioDocument } from '../document-schema.ts';
import type { Transition } from '../transition.ts';
import { refused } from './outcome.ts';
import { withoutUnused } from './unused.ts';

/** @throws AppError `studio/refused` */
export function findCanvas({ canvases }: StudioDocument, canvasId: string): Canvas {
  const canvas = canvases.find(({ id }) => id === canvasId);
  if (canvas === undefined) throw refused('canvasUnknown');
  return canvas;
}

/** With its members in the schema's order, so that equal canvases are the same data. */
export function orderedCanvas(canvas: Canvas): Canvas {
  const { id, name, sceneId, transition, arrival, preview, isSwapping, quickTransitions } = canvas;
  return {
    ...{ id, name, sceneId, transition },
    ...(arrival && { arrival }),
    ...(preview && { preview: orderedPreview(preview) }),
    ...(isSwapping !== undefined && { isSwapping }),
    ...(quickTransitions && { quickTransitions }),
  };
}

function orderedPreview({ sceneId, itemsOnAir, position }: CanvasPreview): CanvasPreview {
  return { sceneId, ...(itemsOnAir && { itemsOnAir }), ...(position !== undefined && { position }) };
}

/** With this canvas in place of the one with its id; the same document where it is the same canvas. Sources that it showed last go. */
export function withCanvas(document: StudioDocument, canvas: Canvas): StudioDocument {
  const before = findCanvas(document, canvas.id);
  const next = orderedCanvas(canvas);
  if (isSameData(orderedCanvas(before), next)) return document;
  const canvases = document.canvases.map((each) => (each === before ? next : each));
  const gone = before.preview?.itemsOnAir ?? [];
  return withoutUnused(
    { ...document, canvases },
    gone.map(({ sourceId }) => sourceId),
  );
}

/** @param transition for this time; the scene's own or the canvas's when absent. */
export function withSceneOnAir(canvas: Canvas, sceneId: string, transition: Transition | undefined): Canvas {
  const { arrival, preview, ...rest } = canvas;
  const isEdited = preview?.itemsOnAir !== undefined;
  if (sceneId === canvas.sceneId && !isEdited) return canvas;
  const hasArrival = transition !== undefined || arrival !== undefined || isEdited;
  return {
    ...rest,
    sceneId,
    ...(hasArrival && { arrival: { number: (arrival?.number ?? 0) + 1, ...(transition && { transition }) } }),
    ...(preview && { preview: { sceneId: preview.sceneId } }),
  };
}
