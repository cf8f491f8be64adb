/** What the window uses of the preview. */
export { Preview } from './Preview.tsx';
