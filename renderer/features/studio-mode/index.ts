/** What the window uses of studio mode. */
export { SceneViewPicture } from './SceneViewPicture.tsx';
export { StudioModeButton } from './StudioModeButton.tsx';
export { StudioStage } from './StudioStage.tsx';
export { useStudioModeKeys } from './use-studio-mode-keys.ts';
