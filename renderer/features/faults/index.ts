/** What the window uses of faults. */
export { WindowFault } from './WindowFault.tsx';
