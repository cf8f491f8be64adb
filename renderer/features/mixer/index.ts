/** What the window uses of the mixer. */
export { MixerPanel } from './MixerPanel.tsx';
export { SoundList } from './SoundList.tsx';
export { useMixerKeys } from './use-mixer-keys.ts';
