/** What the window and other features use of the graph. */
export { GraphPanel } from './GraphPanel.tsx';
export { GraphView } from './GraphView.tsx';
