/** What the window uses of the scenes. */
export { ScenePanel } from './ScenePanel.tsx';
export { useSceneKeys } from './use-scene-keys.ts';
