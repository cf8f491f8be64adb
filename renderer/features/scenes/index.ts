/** What the window uses of the scenes. */
export { ScenePanel } from './ScenePanel.tsx';
export { TransitionFields } from './TransitionFields.tsx';
export { useSceneKeys } from './use-scene-keys.ts';
