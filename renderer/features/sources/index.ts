/** What the window uses of the sources. */
export { SourceList } from './SourceList.tsx';
