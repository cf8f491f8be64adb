/**
 * Studio mode: what a canvas prepares and how that goes on air. While the scene on air is in the preview too, edits show in the
 * preview alone: the canvas keeps the items that are on air.
 */
import { missingCase } from '../../assert.ts';
import type { Canvas, CanvasPreview, Item, StudioDocument } from '../document-schema.ts';
import type { StudioModeCommand } from '../studio-mode/studio-mode-commands.ts';
import type { Transition } from '../transition.ts';
import { findCanvas, withCanvas, withSceneOnAir } from './canvases.ts';
import { findListedScene, refused } from './outcome.ts';

/** @throws AppError `studio/refused` */
export function reduceStudioMode(document: StudioDocument, command: StudioModeCommand): StudioDocument {
  const canvas = findCanvas(document, command.canvasId);
  switch (command.type) {
    case 'setStudioMode':
      return withCanvas(document, withStudioMode(canvas, command));
    case 'setPreviewScene': {
      const { preview } = withPreview(canvas);
      const { id: sceneId } = findListedScene(document, command.sceneId);
      if (sceneId === preview.sceneId) return document;
      // The scene on air leaves the preview with the edits that nobody has seen: they wait for it there.
      const { itemsOnAir } = preview;
      return withCanvas(document, { ...canvas, preview: { sceneId, ...(itemsOnAir && { itemsOnAir }) } });
    }
    case 'transition':
      return withCanvas(document, withPreviewOnAir(withPreview(canvas), command.transition));
    case 'setTransitionPosition': {
      const { preview, ...rest } = withPreview(canvas);
      const { position: _before, ...still } = preview;
      const { position } = command;
      if (position === 1)
        return withCanvas(document, withPreviewOnAir({ ...rest, preview: still }, { kind: 'cut' }));
      return withCanvas(document, { ...rest, preview: position === 0 ? still : { ...still, position } });
    }
    case 'setQuickTransitions':
      return withCanvas(document, { ...canvas, quickTransitions: command.quickTransitions });
    default:
      return missingCase(command);
  }
}

type StudioCanvas = Canvas & { readonly preview: CanvasPreview };

function withPreview(canvas: Canvas): StudioCanvas {
  const { preview } = canvas;
  if (preview === undefined) throw refused('studioModeOff');
  return { ...canvas, preview };
}

function withStudioMode(
  canvas: Canvas,
  { isOn = canvas.preview !== undefined, isSwapping }: Extract<StudioModeCommand, { type: 'setStudioMode' }>,
): Canvas {
  const { preview, ...rest } = { ...canvas, ...(isSwapping !== undefined && { isSwapping }) };
  return isOn ? { ...rest, preview: preview ?? { sceneId: canvas.sceneId } } : rest;
}

function withPreviewOnAir(canvas: StudioCanvas, transition: Transition | undefined): Canvas {
  const { sceneId } = canvas.preview;
  const next = withSceneOnAir(canvas, sceneId, transition);
  const isSwapped = canvas.isSwapping !== false;
  return { ...next, preview: { sceneId: isSwapped ? canvas.sceneId : sceneId } };
}

/** Before an edit of scenes in the preview: what is on air of them stays there. */
export function holdItemsOnAir(document: StudioDocument): StudioDocument {
  const canvases = document.canvases.map((canvas) => {
    const { sceneId, preview } = canvas;
    if (preview === undefined || preview.itemsOnAir !== undefined || preview.sceneId !== sceneId)
      return canvas;
    const itemsOnAir = itemsOf(document, sceneId);
    return itemsOnAir === undefined ? canvas : { ...canvas, preview: { ...preview, itemsOnAir } };
  });
  return canvases.every((canvas, at) => canvas === document.canvases[at])
    ? document
    : { ...document, canvases };
}

/** After the edit: a scene that the edit left alone is on air as it is. */
export function releaseItemsOnAir(before: StudioDocument, after: StudioDocument): StudioDocument {
  const canvases = after.canvases.map((canvas) => {
    const same = before.canvases.find(({ id }) => id === canvas.id);
    const isEdited = itemsOf(before, canvas.sceneId) !== itemsOf(after, canvas.sceneId);
    return same === undefined || isEdited ? canvas : same;
  });
  return { ...after, canvases };
}

function itemsOf({ scenes }: StudioDocument, sceneId: string): Item[] | undefined {
  return scenes.find(({ id }) => id === sceneId)?.items;
}
