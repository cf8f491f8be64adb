/** The keys 1 to 9 put a scene on air, or into the preview of studio mode, by its place in the list. With one scene there is nothing to switch. */
import { listedScenes } from '../../../shared/studio/document.ts';
import { runOrShowError, useServices } from '../../state/services.ts';
import type { Shortcuts } from '../../ui/use-shortcuts.ts';
import { sceneCommands } from './scene-commands.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function useSceneKeys(): Shortcuts {
  const services = useServices();
  const actions = KEYS.map((key, index) => {
    const action = () => {
      const scenes = listedScenes(services.settings.store.getState().studio);
      const scene = scenes[index];
      if (scenes.length > 1 && scene !== undefined)
        runOrShowError(services, sceneCommands(services).switchTo(scene.id));
    };
    return [key, action] as const;
  });
  return Object.fromEntries(actions);
}
