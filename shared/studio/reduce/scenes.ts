/** Edits of scenes and of what the canvases show. */
import { isSameData } from '../../is-same-data.ts';
import { missingCase } from '../../assert.ts';
import type { SceneCommand } from '../document-commands.ts';
import { listedScenes } from '../document.ts';
import { MAX_SCENES } from '../document-schema.ts';
import type { Scene, StudioDocument } from '../document-schema.ts';
import { copiedFilters } from './filters.ts';
import { withSameSound } from '../mixer/channels.ts';
import { findCanvas, withCanvas, withSceneOnAir } from './canvases.ts';
import { findListedScene, findScene, moved, refused, withScene } from './outcome.ts';
import type { MakeId, Outcome } from './outcome.ts';
import { uniqueName } from './unique-name.ts';
import { withoutSoundOf, withoutSources, withoutUnused } from './unused.ts';

/** @throws AppError `studio/refused` */
export function reduceScenes(document: StudioDocument, command: SceneCommand, makeId: MakeId): Outcome {
  switch (command.type) {
    case 'addScene':
      return addScene(
        document,
        { id: makeId(), name: command.name, items: [] },
        listedScenes(document).length,
      );
    case 'duplicateScene':
      return duplicateScene(document, command, makeId);
    case 'renameScene':
      return { document: renameScene(document, command.sceneId, command.name) };
    case 'moveScene': {
      findListedScene(document, command.sceneId);
      const scenes = movedScene(document, command.sceneId, command.index);
      return { document: scenes === document.scenes ? document : { ...document, scenes } };
    }
    case 'removeScene':
      return { document: removeScene(document, command.sceneId) };
    case 'switchScene':
      findListedScene(document, command.sceneId);
      return { document: switchScene(document, command) };
    case 'setTransition': {
      const canvas = findCanvas(document, command.canvasId);
      return { document: withCanvas(document, { ...canvas, transition: command.transition }) };
    }
    case 'setSceneTransition': {
      const { transition: old, ...scene } = findScene(document, command.sceneId);
      const { transition } = command;
      if (isSameData(old, transition)) return { document };
      return { document: withScene(document, transition === undefined ? scene : { ...scene, transition }) };
    }
    default:
      return missingCase(command);
  }
}

/** Groups stay behind all others. */
function movedScene(document: StudioDocument, sceneId: string, index: number): Scene[] {
  return moved(document.scenes, sceneId, Math.min(index, listedScenes(document).length - 1));
}

function addScene(document: StudioDocument, scene: Scene, index: number): Outcome {
  const { scenes } = document;
  if (scenes.length >= MAX_SCENES) throw refused('tooManyScenes', { maximum: MAX_SCENES });
  const named = { ...scene, name: uniqueName(scene.name, scenes) };
  return {
    document: { ...document, scenes: [...scenes.slice(0, index), named, ...scenes.slice(index)] },
    created: { sceneId: scene.id },
  };
}

function duplicateScene(
  document: StudioDocument,
  { sceneId, name }: Extract<SceneCommand, { type: 'duplicateScene' }>,
  makeId: MakeId,
): Outcome {
  const original = findListedScene(document, sceneId);
  const copy = {
    ...copiedFilters(original, makeId),
    id: makeId(),
    name: name ?? original.name,
    items: original.items.map((item) => ({ ...item, id: makeId() })),
  };
  const outcome = addScene(document, copy, document.scenes.indexOf(original) + 1);
  return { ...outcome, document: withSameSound(outcome.document, sceneId, copy.id) };
}

function renameScene(document: StudioDocument, sceneId: string, wanted: string): StudioDocument {
  const scene = findScene(document, sceneId);
  const others = document.scenes.filter((each) => each !== scene);
  const name = uniqueName(wanted, others);
  return name === scene.name ? document : withScene(document, { ...scene, name });
}

function removeScene(document: StudioDocument, sceneId: string): StudioDocument {
  const scene = findListedScene(document, sceneId);
  const listed = listedScenes(document);
  const scenes = document.scenes.filter((each) => each !== scene);
  const others = listed.filter((each) => each !== scene);
  const shown = others[Math.max(0, listed.indexOf(scene) - 1)];
  if (shown === undefined) throw refused('lastScene');
  const canvases = document.canvases.map((canvas) => {
    const next = canvas.sceneId === sceneId ? withSceneOnAir(canvas, shown.id, undefined) : canvas;
    const { preview } = next;
    return preview?.sceneId === sceneId ? { ...next, preview: { ...preview, sceneId: shown.id } } : next;
  });
  const onAir = document.canvases.flatMap(({ preview }) => preview?.itemsOnAir ?? []);
  // Where it stands in other scenes, it vanishes as well.
  const nested = document.sources.filter(({ input }) => input.type === 'scene' && input.sceneId === sceneId);
  return withoutUnused(
    withoutSources(
      withoutSoundOf({ ...document, scenes, canvases }, sceneId),
      nested.map(({ id }) => id),
    ),
    [...scene.items, ...onAir].map((item) => item.sourceId),
  );
}

function switchScene(
  document: StudioDocument,
  { canvasId, sceneId, transition }: Extract<SceneCommand, { type: 'switchScene' }>,
): StudioDocument {
  const canvas = findCanvas(document, canvasId);
  if (canvas.sceneId === sceneId) return document;
  return withCanvas(document, withSceneOnAir(canvas, sceneId, transition));
}
