/** What other features may use of the graph. */
export { GraphView } from './GraphView.tsx';
