/** What can be done to scenes, as commands. */
import type { Scene } from '../../../shared/studio/document-schema.ts';
import { editedSceneOf } from '../../../shared/studio/document.ts';
import type { Services } from '../../state/services.ts';
import { showRemoved } from '../../state/show-removed.ts';
import { texts } from '../../../shared/text/text.ts';

export interface SceneCommands {
  /** Puts the scene on air; in studio mode, into the preview. */
  switchTo(sceneId: string): Promise<unknown>;
  /** The new scene's id. While a stream runs the scene on air stays: a new scene is empty, and shows in a preview alone. */
  add(isOnAir: boolean): Promise<string | undefined>;
  duplicate(scene: Scene): Promise<string | undefined>;
  rename(scene: Scene, name: string): Promise<unknown>;
  /** @param index in the list. */
  move(sceneId: string, index: number): Promise<unknown>;
  remove(scene: Scene): Promise<unknown>;
}

export function sceneCommands(services: Services): SceneCommands {
  const { run, settings } = services;
  const switchTo = async (sceneId: string): Promise<unknown> => {
    const { studio } = settings.store.getState();
    const [canvas] = studio.canvases;
    if (canvas === undefined || editedSceneOf(studio).id === sceneId) return undefined;
    const type = canvas.preview === undefined ? 'switchScene' : 'setPreviewScene';
    return await run({ type, canvasId: canvas.id, sceneId });
  };
  return {
    switchTo,
    add: async (isOnAir) => {
      const { sceneId } = await run({ type: 'addScene', name: texts.scenes.newName });
      const isPrepared = settings.store.getState().studio.canvases[0]?.preview !== undefined;
      if (sceneId !== undefined && (isPrepared || !isOnAir)) await switchTo(sceneId);
      return sceneId;
    },
    duplicate: async ({ id }) => (await run({ type: 'duplicateScene', sceneId: id })).sceneId,
    rename: async ({ id }, name) => await run({ type: 'renameScene', sceneId: id, name }),
    move: async (sceneId, index) => await run({ type: 'moveScene', sceneId, index }),
    remove: async ({ id, name }) => {
      await run({ type: 'removeScene', sceneId: id });
      showRemoved(services, texts.scenes.removed(name), name);
    },
  };
}
