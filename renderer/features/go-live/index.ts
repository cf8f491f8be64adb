/** What the window uses of going live. */
export { GoLive } from './GoLive.tsx';
