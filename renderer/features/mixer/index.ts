/** What the window uses of the mixer. */
export { MixerStrip } from './MixerStrip.tsx';
export { SoundList } from './SoundList.tsx';
